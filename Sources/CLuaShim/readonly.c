// Read-only tables: an empty table stands before the real one, which nothing that a script can call hands out.
#include "internal.h"

char foglua_key_frozen;

static int refuse_write(lua_State *L) {
    return luaL_error(L, "'%s' is read-only: cannot set '%s'", lua_tostring(L, lua_upvalueindex(1)),
        foglua_push_text(L, 2, NULL));
}

static int next_member(lua_State *L) {
    lua_settop(L, 2);
    if (lua_next(L, lua_upvalueindex(1))) return 2;
    lua_pushnil(L);
    return 1;
}

static int pairs(lua_State *L) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushcclosure(L, next_member, 1);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

static int length(lua_State *L) {
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
    return 1;
}

// Marks the metatable on top of the stack: rawset leaves its tables alone. [-0, +0, m]
void foglua_mark_frozen(lua_State *L) {
    lua_pushboolean(L, 1);
    lua_rawsetp(L, -2, &foglua_key_frozen);
}

bool foglua_is_frozen(lua_State *L, int index) {
    if (!lua_getmetatable(L, index)) return false;
    bool frozen = lua_rawgetp(L, -1, &foglua_key_frozen) != LUA_TNIL;
    lua_pop(L, 2);
    return frozen;
}

// As Lua's own, but not for read-only tables.
int foglua_rawset(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checkany(L, 2);
    luaL_checkany(L, 3);
    if (foglua_is_frozen(L, 1)) return luaL_error(L, "table is read-only: cannot set '%s'", foglua_push_text(L, 2, NULL));
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 1;
}

// Replaces the plain tables in the table at `index` by read-only ones. [-0, +0, e]
static void freeze_members(lua_State *L, int index, const char *name, int depth) {
    lua_pushnil(L);
    while (lua_next(L, index)) {
        bool has_metatable = lua_getmetatable(L, -1);
        if (has_metatable) lua_pop(L, 1);
        if (has_metatable || !lua_istable(L, -1) || lua_type(L, -2) != LUA_TSTRING) {
            lua_pop(L, 1);
            continue;
        }
        const char *member = lua_pushfstring(L, "%s.%s", name, lua_tostring(L, -2));
        lua_insert(L, -2);
        foglua_push_readonly(L, member, depth - 1);
        lua_remove(L, -2);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, index);
    }
}

static void set_closure(lua_State *L, int metatable, const char *name, lua_CFunction function, int table) {
    lua_pushvalue(L, table);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, metatable, name);
}

// Replaces the table on top of the stack by one that reads it and refuses writes. [-1, +1, e]
void foglua_push_readonly(lua_State *L, const char *name, int depth) {
    luaL_checkstack(L, 12, "tables are nested too deeply");
    int table = lua_gettop(L);
    if (depth == 0) luaL_error(L, "tables are nested too deeply");
    freeze_members(L, table, name, depth);
    lua_newtable(L);
    lua_createtable(L, 0, 6);
    int metatable = lua_gettop(L);
    lua_pushvalue(L, table);
    lua_setfield(L, metatable, "__index");
    set_closure(L, metatable, "__pairs", pairs, table);
    set_closure(L, metatable, "__len", length, table);
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_write, 1);
    lua_setfield(L, metatable, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, metatable, "__metatable");
    foglua_mark_frozen(L);
    lua_setmetatable(L, -2);
    lua_replace(L, table);
}
