#include "bench_peer.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <malloc.h>
#include <stdio.h>

static int add(lua_State *L) {
    lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
    return 1;
}

bool bench_peer_call(int count) {
    static lua_State *L;
    if (!L) {
        L = luaL_newstate();
        if (!L) return false;
        luaL_openlibs(L);
        lua_register(L, "add", add);
    }
    char source[100];
    snprintf(source, sizeof source, "local add, n = add, 0 for i = 1, %d do n = add(n, i) end", count);
    bool is_good = luaL_dostring(L, source) == LUA_OK;
    lua_settop(L, 0);
    return is_good;
}

void bench_trim(void) { malloc_trim(0); }
