// The trampoline: the one C function behind every bound function. Swift answers a number and has returned by the time
// that Lua raises or yields here, so that no jump ever passes a Swift frame.
#include "internal.h"

static bool is_hidden(const lua_Debug *frame) { return strncmp(frame->source, "=!", 2) == 0; }

// Whether a hidden chunk called, if need be through functions of C's such as pcall.
static bool is_called_by_hidden(lua_State *L) {
    lua_Debug frame;
    for (int level = 1; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "S", &frame);
        if (*frame.what != 'C') return is_hidden(&frame);
    }
    return false;
}

// Pushes the place of the caller as luaL_where does; that of a hidden chunk's own caller where a hidden one called.
// [-0, +1, m]
static void push_place(lua_State *L) {
    if (!is_called_by_hidden(L)) {
        luaL_where(L, 1);
        return;
    }
    char source[LUA_IDSIZE];
    int line = 0;
    if (foglua_location(L, 2, source, sizeof source, &line)) {
        lua_pushfstring(L, "%s:%d: ", source, line);
    } else {
        lua_pushliteral(L, "");
    }
}

// Raises what the out buffer holds. A text gets the position of the caller in the script. [-0, +0, v]
int foglua_raise(lua_State *L, foglua_machine *m, int result) {
    if (foglua_replay(L, m) == 0) lua_pushliteral(L, "not enough memory");
    if (result == FOGLUA_RAISE_TEXT && lua_type(L, -1) == LUA_TSTRING) {
        push_place(L);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

// Continuation of a wait: the answer is in the out buffer.
static int answered(lua_State *L, int status, lua_KContext context) {
    (void)status;
    (void)context;
    foglua_machine *m = foglua_of(L);
    int answer = m->answer;
    m->answer = 0;
    if (answer == FOGLUA_RAISE_TEXT || answer == FOGLUA_RAISE_VALUE) return foglua_raise(L, m, answer);
    return foglua_replay(L, m);
}

// Does what a callback asked for. [-0, +n, v]
int foglua_finish(lua_State *L, foglua_machine *m, int result) {
    if (m->stopped) foglua_stop_here(L, m);
    switch (result) {
    case FOGLUA_BUFFERED: return foglua_replay(L, m);
    case FOGLUA_RAISE_TEXT:
    case FOGLUA_RAISE_VALUE: return foglua_raise(L, m, result);
    case FOGLUA_SUSPEND:
        if (!foglua_can_wait(m, L)) return luaL_error(L, "LuaKit internal error: wait where none is possible");
        m->unwinding = FOGLUA_UNWIND_WAIT;
        m->suspended = L;
        return lua_yieldk(L, 0, 0, answered);
    default: return luaL_error(L, "LuaKit internal error: unknown result %d", result);
    }
}

int foglua_trampoline(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    foglua_box *box = lua_touserdata(L, lua_upvalueindex(1));
    if (!box->object) return luaL_error(L, "function has been released");
    int height = FOGLUA_HEIGHT(L), result = m->callbacks.call(box->object, m, L);
    FOGLUA_GUARD(L, height + (result > 0 ? result : 0));
    if (result >= 0) return result;
    return foglua_finish(L, m, result);
}

bool foglua_can_wait(foglua_machine *m, lua_State *L) { return lua_isyieldable(L) && m->fixed == 0; }

const char *foglua_string(lua_State *L, int index, size_t *count) {
    if (lua_type(L, index) != LUA_TSTRING) return NULL;
    return lua_tolstring(L, index, count);
}

bool foglua_location(lua_State *L, int level, char *source, size_t capacity, int *line) {
    lua_Debug frame;
    for (; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.currentline <= 0 || is_hidden(&frame)) continue;
        size_t length = strnlen(frame.short_src, sizeof frame.short_src);
        if (length >= capacity) length = capacity - 1;
        memcpy(source, frame.short_src, length);
        source[length] = 0;
        *line = frame.currentline;
        return true;
    }
    return false;
}
