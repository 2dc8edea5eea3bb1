// Text of values. Lua's own shows where a table or function lies in memory, which tells an attacker where to aim and makes
// each run print something else; here they are numbered in the order in which they are first shown.
#include "internal.h"

static char numbers_key, count_key;

void foglua_open_numbers(lua_State *L) {
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &numbers_key);
    lua_pushinteger(L, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &count_key);
}

// Number of the object at `index`, from 1. [-0, +0, m]
static lua_Integer number_of(lua_State *L, int index) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &numbers_key);
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_rawgetp(L, LUA_REGISTRYINDEX, &count_key);
        lua_pushinteger(L, lua_tointeger(L, -1) + 1);
        lua_replace(L, -2);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &count_key);
        lua_pushvalue(L, index);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_Integer number = lua_tointeger(L, -1);
    lua_pop(L, 2);
    return number;
}

const char *foglua_push_text(lua_State *L, int index, size_t *length) {
    index = lua_absindex(L, index);
    luaL_checkstack(L, 8, "");
    switch (lua_type(L, index)) {
    case LUA_TNIL: case LUA_TBOOLEAN: case LUA_TNUMBER: case LUA_TSTRING: return luaL_tolstring(L, index, length);
    default: break;
    }
    if (luaL_callmeta(L, index, "__tostring")) {
        if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
        return lua_tolstring(L, -1, length);
    }
    int found = luaL_getmetafield(L, index, "__name");
    const char *kind = found == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, index);
    lua_pushfstring(L, "%s: %I", kind, (LUAI_UACINT)number_of(L, index));
    if (found != LUA_TNIL) lua_remove(L, -2);
    return lua_tolstring(L, -1, length);
}

int foglua_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    foglua_push_text(L, 1, NULL);
    return 1;
}

static bool shows_place(int type) {
    return type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA || type == LUA_TTHREAD;
}

// Puts texts in the place of what '%s' would show an address of, and refuses '%p'. [-0, +0, e]
static void hide_places(lua_State *L) {
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
    int argument = 1, top = lua_gettop(L);
    for (const char *p = format; (p = memchr(p, '%', (size_t)(end - p))); p++) {
        if (*++p == '%') continue;
        p += strspn(p, "-+ #0123456789.");
        argument++;
        if (*p == 'p') luaL_error(L, "'%%p' is not available in 'format': it would show an address");
        if (*p == 's' && argument <= top && shows_place(lua_type(L, argument))) {
            foglua_push_text(L, argument, NULL);
            lua_replace(L, argument);
        }
        if (p >= end) return;
    }
}

static int format(lua_State *L) {
    hide_places(L);
    return foglua_of(L)->format(L);
}

void foglua_set_format(lua_State *L) {
    lua_getfield(L, -1, "format");
    foglua_of(L)->format = lua_tocfunction(L, -1);
    lua_pop(L, 1);
    lua_pushcfunction(L, format);
    lua_setfield(L, -2, "format");
}
