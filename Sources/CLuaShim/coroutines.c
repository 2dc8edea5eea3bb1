// Own coroutine library. A wait of the host (or a stop, or giving way) is no value that a script could see or forge: it
// is a field of the machine, and `resume` and `wrap` pass it outwards until the host's own resume gets it.
#include "internal.h"

enum { RESUME_FAILED = -1, RESUME_PASSES = -2 };

static lua_State *check_coroutine(lua_State *L) {
    lua_State *co = lua_tothread(L, 1);
    luaL_argexpected(L, co, 1, "coroutine");
    return co;
}

// Coroutines that the host alone resumes: its own, and those below a wait. The main thread is never a coroutine.
static bool is_held(lua_State *co) { return foglua_is_held(co) || co == foglua_of(co)->main; }

static const char *status_of(lua_State *L, lua_State *co) {
    if (L == co) return "running";
    switch (lua_status(co)) {
    case LUA_YIELD: return is_held(co) ? "normal" : "suspended";
    case LUA_OK: {
        lua_Debug frame;
        if (is_held(co) || lua_getstack(co, 0, &frame)) return "normal";
        return lua_gettop(co) == 0 ? "dead" : "suspended";
    }
    default: return "dead";
    }
}

// Runs `co` until it ends, yields, or the host's wait passes through. Results are moved to L; a failure leaves the
// error value on top of L. [-count, +n, -]
static int switch_to(lua_State *L, lua_State *co, int count) {
    foglua_machine *m = foglua_of(L);
    bool fixed = !lua_isyieldable(L);
    lua_State *outer = m->running;
    int results = 0;
    m->fixed += fixed;
    foglua_set_running(m, co);
    int status = lua_resume(co, L, count, &results);
    foglua_set_running(m, outer);
    m->fixed -= fixed;
    if (status == LUA_YIELD && m->unwinding) {
        foglua_hold(co);
        return RESUME_PASSES;
    }
    if (m->stopped) foglua_stop_here(L, m);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_xmove(co, L, 1);
        return RESUME_FAILED;
    }
    if (!lua_checkstack(L, results + 1)) {
        lua_pop(co, results);
        lua_pushliteral(L, "too many results to resume");
        return RESUME_FAILED;
    }
    lua_xmove(co, L, results);
    return results;
}

// First resume by a script: checks what lua_resume would complain about outside protected mode.
static int first_switch(lua_State *L, lua_State *co, int count) {
    if (is_held(co) || strcmp(status_of(L, co), "suspended") != 0) {
        lua_pop(L, count);
        lua_pushfstring(L, "cannot resume %s coroutine",
            strcmp(status_of(L, co), "dead") == 0 && !is_held(co) ? "dead" : "non-suspended");
        return RESUME_FAILED;
    }
    if (!lua_checkstack(co, count)) {
        lua_pop(L, count);
        lua_pushliteral(L, "too many arguments to resume");
        return RESUME_FAILED;
    }
    lua_xmove(L, co, count);
    return switch_to(L, co, count);
}

static int resume_continues(lua_State *L, int status, lua_KContext context);

static int finish_resume(lua_State *L, int results) {
    if (results == RESUME_PASSES) return lua_yieldk(L, 0, 0, resume_continues);
    bool failed = results == RESUME_FAILED;
    int count = failed ? 1 : results;
    lua_pushboolean(L, !failed);
    lua_insert(L, -(count + 1));
    return count + 1;
}

static int resume_continues(lua_State *L, int status, lua_KContext context) {
    (void)status;
    (void)context;
    lua_State *co = lua_tothread(L, 1);
    foglua_unhold(co);
    return finish_resume(L, switch_to(L, co, 0));
}

static int co_resume(lua_State *L) {
    lua_State *co = check_coroutine(L);
    return finish_resume(L, first_switch(L, co, lua_gettop(L) - 1));
}

// Closes a coroutine's pending variables, within a depth that the C stack can bear. Answers LUA_OK, or a status with
// the error on top of `co`. Its handlers cannot yield. [-0, +0, -]
static int close_pending(lua_State *L, lua_State *co) {
    foglua_machine *m = foglua_of(L);
    lua_State *outer = m->running;
    m->closing++;
    m->fixed++;
    foglua_set_running(m, co);
    int status = lua_resetthread(co);
    foglua_set_running(m, outer);
    m->fixed--;
    m->closing--;
    return status;
}

static int wrap_continues(lua_State *L, int status, lua_KContext context);

static int finish_wrap(lua_State *L, lua_State *co, int results) {
    if (results == RESUME_PASSES) return lua_yieldk(L, 0, 0, wrap_continues);
    if (results != RESUME_FAILED) return results;
    foglua_machine *m = foglua_of(L);
    int status = lua_status(co);
    if (status != LUA_OK && status != LUA_YIELD && m->closing < FOGLUA_CLOSING) {
        lua_xmove(L, co, 1);
        close_pending(L, co);
        if (m->stopped) foglua_stop_here(L, m);
        lua_xmove(co, L, 1);
    }
    if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int wrap_continues(lua_State *L, int status, lua_KContext context) {
    (void)status;
    (void)context;
    lua_State *co = lua_tothread(L, lua_upvalueindex(1));
    foglua_unhold(co);
    return finish_wrap(L, co, switch_to(L, co, 0));
}

static int call_wrapped(lua_State *L) {
    lua_State *co = lua_tothread(L, lua_upvalueindex(1));
    return finish_wrap(L, co, first_switch(L, co, lua_gettop(L)));
}

char foglua_key_coroutines;

// Makes the table of the coroutines that scripts have made; it holds none of them alive. [-0, +0, m]
void foglua_open_coroutine_count(lua_State *L) {
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &foglua_key_coroutines);
}

static size_t count_keys(lua_State *L, int table) {
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        count++;
    }
    return count;
}

// Counts the coroutine on top of the stack. Where there may be too many, those that nobody holds are collected and the
// others counted, which is rare enough to be cheap. [-0, +0, v]
static void note_coroutine(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    if (!m->coroutine_limit) return;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_coroutines);
    lua_pushvalue(L, -2);
    lua_pushboolean(L, true);
    lua_rawset(L, -3);
    if (++m->coroutines > m->coroutine_limit) {
        lua_gc(L, LUA_GCCOLLECT);
        m->coroutines = count_keys(L, lua_gettop(L));
        if (m->coroutines > m->coroutine_limit && !m->stopped) m->stopped = FOGLUA_STOP_COROUTINES;
        if (m->stopped) foglua_stop_here(L, m);
    }
    lua_pop(L, 1);
}

static int co_create(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_State *co = lua_newthread(L);
    note_coroutine(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, co, 1);
    return 1;
}

static int co_wrap(lua_State *L) {
    co_create(L);
    lua_pushcclosure(L, call_wrapped, 1);
    return 1;
}

static bool is_outermost(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    return L == m->root || L == m->main;
}

static int co_yield(lua_State *L) {
    if (is_outermost(L)) return luaL_error(L, "attempt to yield from outside a coroutine");
    return lua_yield(L, lua_gettop(L));
}

static int co_status(lua_State *L) {
    lua_pushstring(L, status_of(L, check_coroutine(L)));
    return 1;
}

static int co_isyieldable(lua_State *L) {
    lua_State *co = lua_isthread(L, 1) ? lua_tothread(L, 1) : L;
    lua_pushboolean(L, !is_outermost(co) && lua_isyieldable(co));
    return 1;
}

static int co_running(lua_State *L) {
    lua_pushthread(L);
    lua_pushboolean(L, is_outermost(L));
    return 2;
}

static int co_close(lua_State *L) {
    lua_State *co = check_coroutine(L);
    const char *status = status_of(L, co);
    if (is_held(co) || (strcmp(status, "dead") != 0 && strcmp(status, "suspended") != 0)) {
        return luaL_error(L, "cannot close a %s coroutine", status);
    }
    foglua_machine *m = foglua_of(L);
    if (m->closing >= FOGLUA_CLOSING) return luaL_error(L, "C stack overflow (coroutines that close each other)");
    int result = close_pending(L, co);
    if (m->stopped) foglua_stop_here(L, m);
    if (result == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(co, L, 1);
    return 2;
}

int foglua_open_coroutine(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"close", co_close},
        {"create", co_create},
        {"isyieldable", co_isyieldable},
        {"resume", co_resume},
        {"running", co_running},
        {"status", co_status},
        {"wrap", co_wrap},
        {"yield", co_yield},
        {NULL, NULL},
    };
    luaL_newlib(L, functions);
    return 1;
}
