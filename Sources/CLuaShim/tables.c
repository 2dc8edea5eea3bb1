// Functions of `table` that can take long in one call, so that they can be stopped. They mean the same as Lua's own.
#include "internal.h"

// Sees that an argument is a table, or has what is done with it. [-0, +0, v]
void foglua_check_table(lua_State *L, int argument, int what) {
    if (lua_type(L, argument) == LUA_TTABLE) return;
    int pushed = 1;
    bool fits = lua_getmetatable(L, argument);
    static const struct { int what; const char *name; } needs[] = {
        {FOGLUA_READS, "__index"}, {FOGLUA_WRITES, "__newindex"}, {FOGLUA_MEASURES, "__len"},
    };
    for (size_t i = 0; fits && i < sizeof needs / sizeof *needs; i++) {
        if (!(what & needs[i].what)) continue;
        lua_pushstring(L, needs[i].name);
        fits = lua_rawget(L, -(++pushed)) != LUA_TNIL;
    }
    if (!fits) luaL_checktype(L, argument, LUA_TTABLE);
    lua_pop(L, pushed);
}

static lua_Integer length_of(lua_State *L, int what) {
    foglua_check_table(L, 1, what | FOGLUA_MEASURES);
    return luaL_len(L, 1);
}

static int insert(lua_State *L) {
    lua_Integer end = (lua_Integer)((lua_Unsigned)length_of(L, FOGLUA_READS | FOGLUA_WRITES) + 1), place = end;
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    switch (lua_gettop(L)) {
    case 2: break;
    case 3:
        place = luaL_checkinteger(L, 2);
        luaL_argcheck(L, (lua_Unsigned)place - 1u < (lua_Unsigned)end, 2, "position out of bounds");
        for (lua_Integer i = end; i > place; i--) {
            foglua_step(L, m, &steps);
            lua_geti(L, 1, i - 1);
            lua_seti(L, 1, i);
        }
        break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_seti(L, 1, place);
    return 0;
}

static int take(lua_State *L) {
    lua_Integer size = length_of(L, FOGLUA_READS | FOGLUA_WRITES), place = luaL_optinteger(L, 2, size);
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    if (place != size) {
        luaL_argcheck(L, (lua_Unsigned)place - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
    }
    lua_geti(L, 1, place);
    for (; place < size; place++) {
        foglua_step(L, m, &steps);
        lua_geti(L, 1, place + 1);
        lua_seti(L, 1, place);
    }
    lua_pushnil(L);
    lua_seti(L, 1, place);
    return 1;
}

static int move(lua_State *L) {
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), target = luaL_checkinteger(L, 4);
    int to = lua_isnoneornil(L, 5) ? 1 : 5;
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    foglua_check_table(L, 1, FOGLUA_READS);
    foglua_check_table(L, to, FOGLUA_WRITES);
    if (last >= first) {
        luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        lua_Integer count = last - first + 1;
        luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
        // Where both parts overlap with the target behind, the last goes first.
        bool is_forward = target > last || target <= first || (to != 1 && !lua_compare(L, 1, to, LUA_OPEQ));
        for (lua_Integer i = 0; i < count; i++) {
            lua_Integer offset = is_forward ? i : count - 1 - i;
            foglua_step(L, m, &steps);
            lua_geti(L, 1, first + offset);
            lua_seti(L, to, target + offset);
        }
    }
    lua_pushvalue(L, to);
    return 1;
}

static void add_element(lua_State *L, luaL_Buffer *b, lua_Integer index) {
    lua_geti(L, 1, index);
    if (!lua_isstring(L, -1)) {
        luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1),
            (LUAI_UACINT)index);
    }
    luaL_addvalue(b);
}

static int concat(lua_State *L) {
    lua_Integer last = length_of(L, FOGLUA_READS);
    size_t length;
    const char *separator = luaL_optlstring(L, 2, "", &length);
    lua_Integer first = luaL_optinteger(L, 3, 1);
    last = luaL_optinteger(L, 4, last);
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (; first < last; first++) {
        foglua_text_step(L, m, &steps);
        add_element(L, &b, first);
        luaL_addlstring(&b, separator, length);
    }
    if (first == last) add_element(L, &b, first);
    luaL_pushresult(&b);
    return 1;
}

static int unpack(lua_State *L) {
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_opt(L, luaL_checkinteger, 3, luaL_len(L, 1));
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    if (first > last) return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= (unsigned)INT32_MAX || !lua_checkstack(L, (int)++count)) {
        return luaL_error(L, "too many results to unpack");
    }
    for (; first < last; first++) {
        foglua_step(L, m, &steps);
        lua_geti(L, 1, first);
    }
    lua_geti(L, 1, last);
    return (int)count;
}

void foglua_set_table_functions(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"concat", concat}, {"insert", insert}, {"move", move}, {"remove", take}, {"sort", foglua_sort},
        {"unpack", unpack}, {NULL, NULL},
    };
    foglua_set_functions(L, functions);
}
