// Replays the out buffer: the only place where values of Swift's become Lua's. No Swift frame is alive here.
#include "internal.h"

static void replay_value(lua_State *L, foglua_machine *m, int depth);

static void replay_table(lua_State *L, foglua_machine *m, const uint8_t *token, int depth) {
    uint32_t counts[2];
    memcpy(counts, token + 1, sizeof counts);
    m->read += foglua_token_size(token);
    if (depth == 0) luaL_error(L, "value is nested too deeply");
    luaL_checkstack(L, 6, "value is nested too deeply");
    lua_createtable(L, (int)counts[0], (int)counts[1]);
    for (uint32_t i = 1; i <= counts[0]; i++) {
        replay_value(L, m, depth - 1);
        lua_rawseti(L, -2, i);
    }
    for (uint32_t i = 0; i < counts[1]; i++) {
        replay_value(L, m, depth - 1);
        replay_value(L, m, depth - 1);
        lua_rawset(L, -3);
    }
}

// What carries a reference to a Swift object is passed in `read` only once Lua owns it: until then the buffer does.
static void replay_owned(lua_State *L, foglua_machine *m, const uint8_t *token) {
    int type = 0;
    uint64_t charge = 0;
    void *object;
    const void *record = NULL;
    if (*token == FOGLUA_OBJECT) {
        memcpy(&type, token + 1, sizeof type);
        memcpy(&object, token + 5, sizeof object);
        memcpy(&charge, token + 13, sizeof charge);
        memcpy(&record, token + 21, sizeof record);
    } else {
        memcpy(&object, token + 1, sizeof object);
    }
    size_t size = foglua_token_size(token);
    foglua_push_box(L, m, type, object, record, (size_t)charge);
    m->read += size;
    if (type == 0) lua_pushcclosure(L, foglua_trampoline, 1);
}

// Pushes the value of a token that is no table and owns nothing. [-0, +1, m]
void foglua_push_scalar(lua_State *L, const uint8_t *token) {
    int64_t integer;
    double number;
    uint32_t length;
    int reference;
    switch (*token) {
    case FOGLUA_FALSE: lua_pushboolean(L, 0); break;
    case FOGLUA_TRUE: lua_pushboolean(L, 1); break;
    case FOGLUA_INTEGER:
        memcpy(&integer, token + 1, sizeof integer);
        lua_pushinteger(L, integer);
        break;
    case FOGLUA_NUMBER:
        memcpy(&number, token + 1, sizeof number);
        lua_pushnumber(L, number);
        break;
    case FOGLUA_STRING:
        memcpy(&length, token + 1, sizeof length);
        lua_pushlstring(L, (const char *)token + 5, length);
        break;
    case FOGLUA_REFERENCE:
        memcpy(&reference, token + 1, sizeof reference);
        foglua_push_reference(L, reference);
        break;
    default: lua_pushnil(L); break;
    }
}

static void replay_scalar(lua_State *L, foglua_machine *m, const uint8_t *token) {
    m->read += foglua_token_size(token);
    foglua_push_scalar(L, token);
}

static void replay_value(lua_State *L, foglua_machine *m, int depth) {
    if (m->read >= m->out.length) luaL_error(L, "LuaKit internal error: value is cut short");
    const uint8_t *token = m->out.bytes + m->read;
    switch (*token) {
    case FOGLUA_TABLE: replay_table(L, m, token, depth); break;
    case FOGLUA_OBJECT:
    case FOGLUA_FUNCTION: replay_owned(L, m, token); break;
    default: replay_scalar(L, m, token); break;
    }
}

// Pushes every value of the out buffer and answers how many. [-0, +n, e]
int foglua_replay(lua_State *L, foglua_machine *m) {
    int count = 0;
    while (m->read < m->out.length) {
        luaL_checkstack(L, 8, "too many results");
        replay_value(L, m, FOGLUA_DEPTH);
        count++;
    }
    m->out.length = 0;
    m->read = 0;
    return count;
}
