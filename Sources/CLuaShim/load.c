// Compiling: text only, up to the source limit. A script's own `load` compiles into the environment that it came from.
#include "internal.h"

// Compiles; leaves the function, or the message of Lua's compiler. [-0, +1, m]
static int compile(lua_State *L, foglua_machine *m, const char *text, size_t length, const char *name) {
    const char *shown = *name == '=' || *name == '@' ? name + 1 : "load";
    if (length > m->source_limit) {
        lua_pushfstring(L, "%s: source is %I bytes long; at most %I are allowed", shown, (lua_Integer)length,
            (lua_Integer)m->source_limit);
        return LUA_ERRSYNTAX;
    }
    int line = foglua_long_chain(text, length);
    if (line) {
        lua_pushfstring(L, "%s:%d: more than 200 fields in a row; keep a part of a.b.c in a variable", shown, line);
        return LUA_ERRSYNTAX;
    }
    return luaL_loadbufferx(L, text, length, name, "t");
}

int foglua_load_text(lua_State *L) {
    if (lua_isfunction(L, 1)) {
        return luaL_argerror(L, 1, "string expected, got function; reader functions are not available");
    }
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    const char *name = luaL_optstring(L, 2, text);
    const char *mode = luaL_optstring(L, 3, "t");
    bool has_environment = !lua_isnone(L, 4);
    if (!strchr(mode, 't')) {
        luaL_pushfail(L);
        lua_pushliteral(L, "attempt to load a chunk that is not text; only text is available");
        return 2;
    }
    if (compile(L, foglua_of(L), text, length, name) != LUA_OK) {
        luaL_pushfail(L);
        lua_insert(L, -2);
        return 2;
    }
    lua_pushvalue(L, has_environment ? 4 : lua_upvalueindex(1));
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    return 1;
}

typedef struct loading {
    const char *text, *name;
    size_t length;
    int environment, reference, status;
} loading;

static int protected_load(lua_State *L) {
    loading *l = lua_touserdata(L, 1);
    l->status = compile(L, foglua_of(L), l->text, l->length, l->name);
    if (l->status != LUA_OK) return lua_error(L);
    if (l->environment) {
        foglua_push_reference(L, l->environment);
        if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    }
    l->reference = foglua_make_reference(L);
    return 0;
}

int foglua_load(
    foglua_machine *m, const void *text, size_t length, const char *name, int environment, int *reference) {
    loading l = {.text = text ? text : "", .name = name, .length = length, .environment = environment};
    int status = foglua_protect(m, m->main, protected_load, &l, 0);
    *reference = l.reference;
    if (status == LUA_ERRRUN && l.status == LUA_ERRSYNTAX) {
        m->failure.status = FOGLUA_SYNTAX;
        return FOGLUA_SYNTAX;
    }
    return status;
}
