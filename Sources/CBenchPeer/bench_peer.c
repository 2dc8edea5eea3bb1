#include "bench_peer.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static int add(lua_State *L) {
    lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
    return 1;
}

lua_State *bench_peer_open(void) {
    lua_State *L = luaL_newstate();
    if (!L) return NULL;
    luaL_openlibs(L);
    lua_register(L, "add", add);
    return L;
}

int bench_peer_run(lua_State *L, const char *source, size_t length) {
    int status = luaL_loadbufferx(L, source, length, "=bench", "t");
    if (status == LUA_OK) status = lua_pcall(L, 0, 0, 0);
    lua_settop(L, 0);
    return status;
}

void bench_peer_close(lua_State *L) { lua_close(L); }
