#include "bench_peer.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int add(lua_State *L) {
    lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
    return 1;
}

// State that stays open for the life of the process; NULL where there is no memory.
static lua_State *state(void) {
    static lua_State *L;
    if (L) return L;
    L = luaL_newstate();
    if (L) luaL_openlibs(L);
    return L;
}

static bool run(lua_State *L, const char *source) {
    bool is_good = luaL_dostring(L, source) == LUA_OK;
    lua_settop(L, 0);
    return is_good;
}

bool bench_peer_call(int count) {
    lua_State *L = state();
    if (!L) return false;
    lua_register(L, "add", add);
    char source[100];
    snprintf(source, sizeof source, "local add, n = add, 0 for i = 1, %d do n = add(n, i) end", count);
    return run(L, source);
}

typedef struct host {
    lua_Integer id;
    const char *name, *description;
} host;

static int read_field(lua_State *L) {
    const host *object = luaL_checkudata(L, 1, "Host");
    const char *key = luaL_checkstring(L, 2);
    if (strcmp(key, "id") == 0) {
        lua_pushinteger(L, object->id);
    } else if (strcmp(key, "name") == 0) {
        lua_pushstring(L, object->name);
    } else if (strcmp(key, "description") == 0) {
        lua_pushstring(L, object->description);
    } else {
        return luaL_error(L, "Host has no field '%s'", key);
    }
    return 1;
}

bool bench_peer_field(int count) {
    lua_State *L = state();
    if (!L) return false;
    host *object = lua_newuserdatauv(L, sizeof *object, 0);
    *object = (host){1, "lab-a-01", ""};
    if (luaL_newmetatable(L, "Host")) {
        lua_pushcfunction(L, read_field);
        lua_setfield(L, -2, "__index");
    }
    lua_setmetatable(L, -2);
    lua_setglobal(L, "host");
    char source[100];
    snprintf(source, sizeof source, "local host, name = host for i = 1, %d do name = host.name end", count);
    return run(L, source);
}

long long bench_peer_hosts(int file) {
    static char *json;
    static size_t length;
    struct stat facts;
    if (!json && fstat(file, &facts) == 0 && (json = malloc(facts.st_size + 1))) {
        ssize_t count = pread(file, json, facts.st_size, 0);
        length = count > 0 ? count : 0;
    }
    lua_State *L = state();
    if (!L || !json) return -1;
    const char *source = "local hosts, sum = require('cjson').decode(...).hosts, 0 "
                         "for i = 1, #hosts do sum = sum + #hosts[i].name end return sum";
    if (luaL_loadstring(L, source) != LUA_OK) return -1;
    lua_pushlstring(L, json, length);
    long long sum = lua_pcall(L, 1, 1, 0) == LUA_OK ? lua_tointeger(L, -1) : -1;
    lua_settop(L, 0);
    return sum;
}

bool bench_peer_work(const char *source) {
    lua_State *L = state();
    if (!L) return false;
    if (lua_getfield(L, LUA_REGISTRYINDEX, source) == LUA_TNIL) {
        if (luaL_dostring(L, source) != LUA_OK) return false;
        lua_pushvalue(L, -1);
        lua_setfield(L, LUA_REGISTRYINDEX, source);
    }
    bool is_good = lua_pcall(L, 0, 0, 0) == LUA_OK;
    lua_settop(L, 0);
    return is_good;
}

void bench_trim(void) { malloc_trim(0); }

size_t bench_peer_text(const char *source, char *result, size_t capacity) {
    lua_State *L = luaL_newstate();
    if (!L) return 0;
    luaL_openlibs(L);
    if (luaL_loadbuffer(L, source, strlen(source), "=test.lua") == LUA_OK) lua_pcall(L, 0, 1, 0);
    size_t length = 0;
    const char *text = lua_tolstring(L, -1, &length);
    if (text) memcpy(result, text, length < capacity ? length : capacity);
    lua_close(L);
    return length;
}
