// Copies values out of Lua into the in buffer: tables whole, within limits; functions and the like as references.
#include "internal.h"

typedef struct copying {
    foglua_machine *m;
    int tables;
    int depth;
    size_t elements;
    const void *path[FOGLUA_DEPTH];    // tables that are being copied, outermost first
} copying;

static void copy_one(lua_State *L, copying *c, int index);

static void put(lua_State *L, copying *c, uint8_t token, const void *bytes, size_t count) {
    if (!foglua_put(c->m, &c->m->in, token, bytes, count)) {
        lua_pushliteral(L, "not enough memory");
        lua_error(L);
    }
}

static void copy_string(lua_State *L, copying *c, int index) {
    size_t count;
    const char *text = lua_tolstring(L, index, &count);
    if (count > UINT32_MAX || !foglua_reserve(c->m, &c->m->in, count + 5)) {
        lua_pushliteral(L, "not enough memory");
        lua_error(L);
    }
    uint32_t length = (uint32_t)count;
    put(L, c, FOGLUA_STRING, &length, sizeof length);
    if (count) memcpy(c->m->in.bytes + c->m->in.length, text, count);
    c->m->in.length += count;
}

static void copy_reference(lua_State *L, copying *c, int index) {
    int payload[2] = {0, lua_type(L, index)};
    if (!foglua_reserve(c->m, &c->m->in, 9)) {    // first: a reference must not be made and then lost
        lua_pushliteral(L, "not enough memory");
        lua_error(L);
    }
    lua_pushvalue(L, index);
    payload[0] = foglua_make_reference(L);
    put(L, c, FOGLUA_REFERENCE, payload, sizeof payload);
}

static void copy_object(lua_State *L, copying *c, int index) {
    int type;
    uint8_t payload[28] = {0};
    void *object = foglua_object(c->m, L, index, &type);
    if (!object) {
        copy_reference(L, c, index);
        return;
    }
    memcpy(payload, &type, 4);
    memcpy(payload + 4, &object, 8);
    put(L, c, FOGLUA_OBJECT, payload, sizeof payload);
}

static void enter_table(lua_State *L, copying *c, int index) {
    const void *table = lua_topointer(L, index);
    for (int i = 0; i < c->depth; i++) {
        if (c->path[i] == table) foglua_usage(L, "table contains itself");
    }
    if (c->depth >= c->m->copy_depth) {
        lua_pushfstring(L, "table is nested more than %d deep", c->m->copy_depth);
        foglua_usage(L, NULL);
    }
    if (!lua_checkstack(L, 8)) foglua_usage(L, "table is nested too deeply");
    c->path[c->depth++] = table;
}

static bool is_in_sequence(lua_State *L, int index, lua_Unsigned count) {
    if (!lua_isinteger(L, index)) return false;
    lua_Integer key = lua_tointeger(L, index);
    return key >= 1 && (lua_Unsigned)key <= count;
}

static void copy_fields(lua_State *L, copying *c, int index, lua_Unsigned count, uint32_t *fields) {
    lua_pushnil(L);
    while (lua_next(L, index)) {
        if (is_in_sequence(L, -2, count)) {
            lua_pop(L, 1);
            continue;
        }
        if (lua_type(L, -2) != LUA_TSTRING) {
            lua_pop(L, 1);
            const char *key = lua_isinteger(L, -1) ? lua_pushfstring(L, "number %I", lua_tointeger(L, -1))
                                                   : luaL_typename(L, -1);
            lua_pushfstring(L, "table has the key %s; keys must be names, or 1, 2, 3 … without a gap", key);
            foglua_usage(L, NULL);
        }
        copy_string(L, c, -2);
        copy_one(L, c, lua_gettop(L));
        (*fields)++;
        lua_pop(L, 1);
    }
}

static void copy_table(lua_State *L, copying *c, int index) {
    enter_table(L, c, index);
    lua_Unsigned count = lua_rawlen(L, index);
    if (count > c->m->copy_elements) foglua_usage(L, "table is too large to be copied");
    uint32_t counts[2] = {(uint32_t)count, 0};
    size_t start = c->m->in.length;
    put(L, c, FOGLUA_TABLE, counts, sizeof counts);
    for (lua_Unsigned i = 1; i <= count; i++) {
        lua_rawgeti(L, index, (lua_Integer)i);
        copy_one(L, c, lua_gettop(L));
        lua_pop(L, 1);
    }
    copy_fields(L, c, index, count, &counts[1]);
    memcpy(c->m->in.bytes + start + 1, counts, sizeof counts);
    c->depth--;
}

static void copy_one(lua_State *L, copying *c, int index) {
    if (++c->elements > c->m->copy_elements) foglua_usage(L, "table is too large to be copied");
    lua_Integer integer;
    lua_Number number;
    switch (lua_type(L, index)) {
    case LUA_TNIL: put(L, c, FOGLUA_NIL, NULL, 0); break;
    case LUA_TBOOLEAN: put(L, c, lua_toboolean(L, index) ? FOGLUA_TRUE : FOGLUA_FALSE, NULL, 0); break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            integer = lua_tointeger(L, index);
            put(L, c, FOGLUA_INTEGER, &integer, sizeof integer);
        } else {
            number = lua_tonumber(L, index);
            put(L, c, FOGLUA_NUMBER, &number, sizeof number);
        }
        break;
    case LUA_TSTRING: copy_string(L, c, index); break;
    case LUA_TTABLE:
        if (c->tables == FOGLUA_COPY_TABLES) copy_table(L, c, index);
        else copy_reference(L, c, index);
        break;
    case LUA_TUSERDATA: copy_object(L, c, index); break;
    default: copy_reference(L, c, index); break;
    }
}

// Appends the value at an index to the in buffer. Its error is a text without a position. [-0, +0, e]
void foglua_copy_value(lua_State *L, foglua_machine *m, int index, int tables) {
    copying c = {.m = m, .tables = tables};
    luaL_checkstack(L, 8, "too many values");
    copy_one(L, &c, lua_absindex(L, index));
}

static int protected_copy(lua_State *L) {
    int tables = *(int *)lua_touserdata(L, 1);
    foglua_copy_value(L, foglua_of(L), 2, tables);
    return 0;
}

int foglua_copy(foglua_machine *m, lua_State *L, int index, int tables) {
    foglua_in_reset(m);
    if (!lua_checkstack(L, 4)) {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
        return FOGLUA_MEMORY;
    }
    lua_pushvalue(L, index);
    int status = foglua_protect(m, L, protected_copy, &tables, 1);
    if (status) foglua_in_reset(m);
    return status;
}
