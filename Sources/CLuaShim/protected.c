// Protected operations: whatever may raise runs in a C function under lua_pcall, and Swift gets a status.
#include "internal.h"

// Raises an error of kind usage: `message`, or the text on top of the stack. Without a position, since no line of a
// script is to blame. [-0, +0, v]
_Noreturn void foglua_usage(lua_State *L, const char *message) {
    foglua_of(L)->usage = true;
    if (message) lua_pushstring(L, message);
    lua_error(L);
    __builtin_unreachable();
}

// Calls `function` with `argument` as a light userdata, followed by the `values` topmost values of L, which are popped.
// A failure is kept for foglua_failure, and what the out buffer still owns is released. [-values, +0, -]
int foglua_protect(foglua_machine *m, lua_State *L, lua_CFunction function, void *argument, int values) {
    if (!lua_checkstack(L, 4)) {
        lua_pop(L, values);
        foglua_out_begin(m);
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
        return FOGLUA_MEMORY;
    }
    int height = FOGLUA_HEIGHT(L);
    m->usage = false;
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, argument);
    lua_rotate(L, -(values + 2), 2);
    int status = lua_pcall(L, values + 1, 0, 0);
    if (status != LUA_OK) {
        if (status == LUA_ERRRUN && m->usage) status = FOGLUA_USAGE;
        size_t length = 0;
        const char *message = foglua_string(L, -1, &length);
        foglua_fail(m, status, message, length);
        lua_pop(L, 1);
        foglua_out_begin(m);
    }
    FOGLUA_GUARD(L, height - values);
    return status;
}
