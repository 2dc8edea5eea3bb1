// Records: the values of an object's fields, laid out once by Swift, so that reading one is C's own work.
#include "internal.h"

static const uint8_t *push_value(lua_State *L, const uint8_t *token);

static const uint8_t *push_table(lua_State *L, const uint8_t *token) {
    uint32_t counts[2];
    memcpy(counts, token + 1, sizeof counts);
    token += foglua_token_size(token);
    luaL_checkstack(L, 6, "value is nested too deeply");
    lua_createtable(L, (int)counts[0], (int)counts[1]);
    for (uint32_t i = 1; i <= counts[0]; i++) {
        token = push_value(L, token);
        lua_rawseti(L, -2, i);
    }
    for (uint32_t i = 0; i < counts[1]; i++) {
        token = push_value(L, push_value(L, token));
        lua_rawset(L, -3);
    }
    return token;
}

// Pushes the value of a token; answers where the next one begins. [-0, +1, m]
static const uint8_t *push_value(lua_State *L, const uint8_t *token) {
    if (*token == FOGLUA_TABLE) return push_table(L, token);
    foglua_push_scalar(L, token);
    return token + foglua_token_size(token);
}

// Pushes the value of a field. A record begins with the places of its tokens, 4 bytes for each field. [-0, +1, m]
void foglua_push_field(lua_State *L, const void *record, int number) {
    uint32_t place;
    memcpy(&place, (const uint8_t *)record + 4 * (size_t)number, sizeof place);
    push_value(L, (const uint8_t *)record + place);
}
