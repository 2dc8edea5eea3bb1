// Running: coroutines that the host starts and resumes, and calls that cannot wait.
#include "internal.h"

typedef struct starting {
    int function, reference;
    lua_State *coroutine;
} starting;

static int protected_start(lua_State *L) {
    starting *s = lua_touserdata(L, 1);
    lua_State *co = lua_newthread(L);
    foglua_hold(co);
    foglua_push_reference(L, s->function);
    int count = foglua_replay(L, foglua_of(L));
    if (!lua_checkstack(co, count + 1)) luaL_error(L, "too many arguments");
    lua_xmove(L, co, count + 1);
    s->reference = foglua_make_reference(L);
    s->coroutine = co;
    return 0;
}

int foglua_start(foglua_machine *m, int function, lua_State **coroutine, int *reference) {
    starting s = {.function = function};
    int status = foglua_protect(m, m->main, protected_start, &s, 0);
    *coroutine = s.coroutine;
    *reference = s.reference;
    return status;
}

static int protected_results(lua_State *L) {
    int *tables = lua_touserdata(L, 1);
    int count = lua_gettop(L);
    for (int i = 2; i <= count; i++) foglua_copy_value(L, foglua_of(L), i, *tables);
    return 0;
}

// Copies the results that a finished coroutine left on its stack. [-results, +0, -] on the coroutine
static int finish(foglua_machine *m, lua_State *coroutine, int results, int tables) {
    int status = FOGLUA_MEMORY;
    foglua_in_reset(m);
    if (lua_checkstack(m->main, results + 8)) {
        lua_xmove(coroutine, m->main, results);
        status = foglua_protect(m, m->main, protected_results, &tables, results);
    } else {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
    }
    if (status == FOGLUA_OK) return FOGLUA_FINISHED;
    foglua_in_reset(m);
    return FOGLUA_UNREADABLE;
}

static int refuse(foglua_machine *m, const char *message) {
    foglua_out_begin(m);
    foglua_fail(m, FOGLUA_USAGE, message, strlen(message));
    return FOGLUA_FAILED;
}

// A stop that came while nothing ran; a request to give way is settled by that. [-0, +0, -]
static bool is_stopped(foglua_machine *m) {
    int request = FOGLUA_GIVE_WAY;
    atomic_compare_exchange_strong(&m->request, &request, FOGLUA_STOP_NONE);
    if (!m->stopped) m->stopped = m->request;
    return m->stopped != FOGLUA_STOP_NONE;
}

static int after_yield(foglua_machine *m, lua_State *coroutine) {
    switch (m->unwinding) {
    case FOGLUA_UNWIND_WAIT: return FOGLUA_WAITING;
    case FOGLUA_UNWIND_GIVE_WAY: return FOGLUA_PREEMPTED;
    case FOGLUA_UNWIND_STOP: foglua_describe_stop(m, coroutine); return FOGLUA_STOPPED;
    default: return refuse(m, "LuaKit internal error: coroutine yielded to nobody");
    }
}

static int after_run(foglua_machine *m, lua_State *coroutine, int status, int results, int tables) {
    if (status == LUA_YIELD) return after_yield(m, coroutine);
    if (m->stopped) {
        foglua_describe_stop(m, coroutine);
        return FOGLUA_STOPPED;
    }
    if (status == LUA_OK) return finish(m, coroutine, results, tables);
    foglua_describe_coroutine(m, coroutine, status);
    return FOGLUA_FAILED;
}

int foglua_resume(foglua_machine *m, lua_State *coroutine, int answer, int tables) {
    if (m->running) return refuse(m, "a machine runs one coroutine at a time");
    int status = lua_status(coroutine);
    bool is_new = status == LUA_OK && lua_gettop(coroutine) > 0;
    if (!is_new && status != LUA_YIELD) return refuse(m, "coroutine has ended");
    foglua_in_reset(m);
    if (is_stopped(m)) {
        foglua_out_begin(m);
        foglua_describe_stop(m, coroutine);
        return FOGLUA_STOPPED;
    }
    int count = is_new ? lua_gettop(coroutine) - 1 : 0, results = 0;
    m->answer = answer;
    m->unwinding = 0;
    m->suspended = NULL;
    foglua_entry entry;
    foglua_enter(m, &entry, coroutine);
    m->root = coroutine;
    status = lua_resume(coroutine, NULL, count, &results);
    foglua_leave(m, &entry);
    foglua_out_begin(m);
    return after_run(m, coroutine, status, results, tables);
}

bool foglua_is_running(foglua_machine *m) { return m->running != NULL; }

lua_State *foglua_suspended(foglua_machine *m) { return m->suspended; }

typedef struct calling {
    int function, tables;
} calling;

// Keeps the traceback while the stack that failed is still there.
static int trace(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    if (!m->stopped) foglua_keep_traceback(m, L, L, 1);
    return 1;
}

static int protected_call(lua_State *L) {
    calling *c = lua_touserdata(L, 1);
    foglua_machine *m = foglua_of(L);
    foglua_push_reference(L, c->function);
    int count = foglua_replay(L, m);
    lua_call(L, count, LUA_MULTRET);
    foglua_in_reset(m);
    int top = lua_gettop(L);
    for (int i = 2; i <= top; i++) foglua_copy_value(L, m, i, c->tables);
    return 0;
}

int foglua_call(foglua_machine *m, int function, int tables) {
    lua_State *L = m->main;
    if (!lua_checkstack(L, 8)) return refuse(m, "too many calls inside each other");
    if (is_stopped(m)) {
        foglua_out_begin(m);
        foglua_describe_stop(m, NULL);
        return FOGLUA_STOPPED;
    }
    calling c = {.function = function, .tables = tables};
    m->usage = false;
    lua_pushcfunction(L, trace);
    lua_pushcfunction(L, protected_call);
    lua_pushlightuserdata(L, &c);
    foglua_entry entry;
    foglua_enter(m, &entry, L);
    int status = lua_pcall(L, 1, 0, -3);
    foglua_leave(m, &entry);
    foglua_out_begin(m);
    if (status == LUA_OK) {
        lua_pop(L, 1);
        return FOGLUA_FINISHED;
    }
    bool is_usage = m->usage;
    foglua_in_reset(m);
    foglua_describe_value(m, status);
    lua_pop(L, 1);
    if (is_usage) m->failure.status = FOGLUA_USAGE;
    m->failure.traceback = m->traceback;
    m->failure.traceback_length = m->traceback ? strlen(m->traceback) : 0;
    return m->stopped ? FOGLUA_STOPPED : FOGLUA_FAILED;
}
