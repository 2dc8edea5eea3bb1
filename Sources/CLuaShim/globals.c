// What the embedder adds to the globals, and environments of single chunks.
#include "internal.h"

typedef struct path {
    const char *text;
    size_t length;
    int environment, hint, write;
    bool strict;
} path;

// Pushes the table that holds the last name of a dotted path, making tables on the way, and that name. [-0, +2, e]
static void push_place(lua_State *L, const path *p, bool makes) {
    lua_pushglobaltable(L);
    const char *name = p->text, *end = p->text + p->length;
    for (const char *dot; (dot = memchr(name, '.', (size_t)(end - name))); name = dot + 1) {
        lua_pushlstring(L, name, (size_t)(dot - name));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, -3) != LUA_TTABLE) {
            if (!makes) foglua_usage(L, "no such global table");
            lua_pop(L, 1);
            lua_newtable(L);
            lua_pushvalue(L, -2);
            lua_pushvalue(L, -2);
            lua_rawset(L, -5);
        } else if (foglua_is_frozen(L, -1)) {
            foglua_usage(L, "global table is read-only");
        }
        lua_replace(L, -3);
        lua_pop(L, 1);
    }
    lua_pushlstring(L, name, (size_t)(end - name));
}

static int protected_set(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    foglua_replay(L, foglua_of(L));
    lua_settop(L, 2);
    push_place(L, p, true);
    lua_pushvalue(L, 2);
    lua_rawset(L, -3);
    return 0;
}

int foglua_set_global(foglua_machine *m, const char *text, size_t length) {
    path p = {.text = text, .length = length};
    return foglua_protect(m, m->main, protected_set, &p, 0);
}

static int protected_freeze(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    push_place(L, p, false);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, -3) != LUA_TTABLE) foglua_usage(L, "no such global table");
    lua_pushlstring(L, p->text, p->length);
    const char *name = lua_tostring(L, -1);
    lua_insert(L, -2);
    foglua_push_readonly(L, name, 16);
    lua_remove(L, -2);
    lua_rawset(L, -3);
    return 0;
}

int foglua_freeze_global(foglua_machine *m, const char *text, size_t length) {
    path p = {.text = text, .length = length};
    return foglua_protect(m, m->main, protected_freeze, &p, 0);
}

// Upvalue: a function that gets the name and gives a hint or nil; or nil.
static int read_undeclared(lua_State *L) {
    const char *name = foglua_push_text(L, 2, NULL);
    if (lua_isfunction(L, lua_upvalueindex(1))) {
        lua_pushvalue(L, lua_upvalueindex(1));
        lua_pushvalue(L, -2);
        lua_call(L, 1, 1);
        const char *hint = lua_tostring(L, -1);
        if (hint) return luaL_error(L, "global '%s' is not declared; %s", name, hint);
    }
    return luaL_error(L, "global '%s' is not declared (misspelt, or 'local' missing?)", name);
}

static int write_undeclared(lua_State *L) {
    return luaL_error(L, "global '%s' is not declared; write 'local %s' for a variable", foglua_push_text(L, 2, NULL),
        foglua_push_text(L, 2, NULL));
}

// Pushes a metatable that refuses names which are not there. [-0, +1, m]
static void push_strict_metatable(lua_State *L, int hint) {
    static const luaL_Reg functions[] = {{"__newindex", write_undeclared}, {NULL, NULL}};
    lua_createtable(L, 0, 4);
    foglua_set_functions(L, functions);
    if (hint) {
        foglua_push_reference(L, hint);
    } else {
        lua_pushnil(L);
    }
    lua_pushcclosure(L, read_undeclared, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    foglua_mark_frozen(L);
}

// Pushes a copy of the globals, flat: a read of a declared name costs what it always does. [-0, +1, m]
static void push_copy(lua_State *L) {
    lua_newtable(L);
    lua_pushglobaltable(L);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -5);
    }
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_setfield(L, -2, "_G");
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, foglua_load_text, 1);
    lua_setfield(L, -2, "load");
}

static int protected_environment(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    push_copy(L);
    if (p->strict) {
        push_strict_metatable(L, p->hint);
        lua_setmetatable(L, -2);
    }
    p->environment = foglua_make_reference(L);
    return 0;
}

int foglua_make_environment(foglua_machine *m, bool strict, int hint, int *reference) {
    path p = {.strict = strict, .hint = hint};
    int status = foglua_protect(m, m->main, protected_environment, &p, 0);
    *reference = p.environment;
    return status;
}

// Both functions get the environment and the name, the second one the value too.
static int protected_open_environment(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    push_copy(L);
    lua_createtable(L, 0, 4);
    foglua_push_reference(L, p->hint);
    lua_setfield(L, -2, "__index");
    foglua_push_reference(L, p->write);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    foglua_mark_frozen(L);
    lua_setmetatable(L, -2);
    p->environment = foglua_make_reference(L);
    return 0;
}

int foglua_make_open_environment(foglua_machine *m, int read, int write, int *reference) {
    path p = {.hint = read, .write = write};
    int status = foglua_protect(m, m->main, protected_open_environment, &p, 0);
    *reference = p.environment;
    return status;
}

static int protected_set_in(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    foglua_replay(L, foglua_of(L));
    lua_settop(L, 2);
    foglua_push_reference(L, p->environment);
    if (!lua_istable(L, -1)) foglua_usage(L, "no such environment");
    lua_pushlstring(L, p->text, p->length);
    lua_pushvalue(L, 2);
    lua_rawset(L, -3);
    return 0;
}

int foglua_set_in_environment(foglua_machine *m, int environment, const char *name, size_t length) {
    path p = {.text = name, .length = length, .environment = environment};
    return foglua_protect(m, m->main, protected_set_in, &p, 0);
}

// Pushes the names in the table at `index`, with a blank after each. [-0, +1, m]
static void push_names(lua_State *L, int index) {
    lua_pushliteral(L, "");
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        lua_pushfstring(L, "%s%s ", lua_tostring(L, -2), lua_tostring(L, -1));
        lua_replace(L, -3);
    }
}

// Upvalues: name of the library, and a function that gets that, the name that was read and those that there are, and gives
// a hint or nil.
static int read_unknown_member(lua_State *L) {
    const char *library = lua_tostring(L, lua_upvalueindex(1)), *name = foglua_push_text(L, 2, NULL);
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, -3);
    push_names(L, 1);
    lua_call(L, 3, 1);
    const char *hint = lua_tostring(L, -1);
    return luaL_error(L, "%s has no member \"%s\"%s%s", library, name, hint ? "; " : "", hint ? hint : "");
}

static int protected_seal(lua_State *L) {
    path *p = lua_touserdata(L, 1);
    static const char *const libraries[] = {"string", "table", "math", "utf8", "coroutine"};
    luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        lua_getfield(L, -1, libraries[i]);
        lua_createtable(L, 0, 1);
        lua_pushstring(L, libraries[i]);
        foglua_push_reference(L, p->hint);
        lua_pushcclosure(L, read_unknown_member, 2);
        lua_setfield(L, -2, "__index");
        lua_setmetatable(L, -2);
        lua_pop(L, 1);
    }
    return 0;
}

int foglua_seal_libraries(foglua_machine *m, int hint) {
    path p = {.hint = hint};
    return foglua_protect(m, m->main, protected_seal, &p, 0);
}

static int protected_seed(lua_State *L) {
    long long *seed = lua_touserdata(L, 1);
    lua_pushglobaltable(L);
    lua_getfield(L, -1, "math");
    lua_getfield(L, -1, "randomseed");
    lua_pushinteger(L, *seed);
    lua_call(L, 1, 0);
    return 0;
}

int foglua_seed(foglua_machine *m, long long seed) { return foglua_protect(m, m->main, protected_seed, &seed, 0); }
