// Own pcall and xpcall: as Lua's, but a stop is not theirs to catch.
#include "internal.h"

static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
    foglua_machine *m = foglua_of(L);
    if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - (int)extra;
    if (m->stopped) foglua_stop_here(L, m);
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
}

int foglua_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_pcall);
    return finish_pcall(L, status, 0);
}

// Message handler that is not asked once the machine has stopped: it would run with hooks switched off.
static int guarded_handler(lua_State *L) {
    if (foglua_of(L)->stopped) return 1;
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

int foglua_xpcall(lua_State *L) {
    luaL_checktype(L, 2, LUA_TFUNCTION);
    int count = lua_gettop(L);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, guarded_handler, 1);
    lua_replace(L, 2);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);    // handler stays at 2; true and the function go before the arguments
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, finish_pcall);
    return finish_pcall(L, status, 2);
}
