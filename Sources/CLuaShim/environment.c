// The globals, built up from a list and not trimmed: what is not named here does not exist for a script.
#include "internal.h"

char foglua_key_anchors;

static const char *const base_names[] = {
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "rawequal", "rawget", "rawlen", "select", "tonumber",
    "tostring", "type", NULL,
};
static const char *const string_names[] = {
    "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse",
    "sub", "unpack", "upper", NULL,
};
static const char *const table_names[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
static const char *const math_names[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
    "min", "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan", "tointeger", "type", "ult",
    NULL,
};
static const char *const utf8_names[] = {
    "char", "charpattern", "codepoint", "codes", "len", "offset", NULL,
};

// As Lua's own, but a finalizer is refused: it would run with hooks switched off.
static int set_metatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    int type = lua_type(L, 2);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
    if (type == LUA_TTABLE) {
        lua_pushliteral(L, "__gc");
        if (lua_rawget(L, 2) != LUA_TNIL) {
            return luaL_error(L, "finalizers (__gc) are not available; use a variable with <close>");
        }
    }
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

static int collect_garbage(lua_State *L) {
    const char *option = luaL_optstring(L, 1, "collect");
    if (strcmp(option, "count") != 0) {
        return luaL_error(L, "collectgarbage(\"%s\") is not available; only \"count\" is", option);
    }
    lua_pushnumber(L, lua_gc(L, LUA_GCCOUNT) + lua_gc(L, LUA_GCCOUNTB) / 1024.0);
    return 1;
}

// As Lua's own, upvalue 1; without a number that would draw a seed from the clock and from an address, and tell it.
static int seed_random(lua_State *L) {
    if (lua_isnone(L, 1)) return luaL_error(L, "'randomseed' needs a number: each run has a seed of its own already");
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 0);
    return 0;
}

// Lua seeds with the clock and the state's address, which could be told from the numbers. [-0, +0, e]
static void seed_numbers(lua_State *L) {
    lua_getfield(L, -1, "randomseed");
    lua_pushvalue(L, -1);
    lua_pushinteger(L, 0);
    lua_call(L, 1, 0);
    lua_pushcclosure(L, seed_random, 1);
    lua_setfield(L, -2, "randomseed");
}

// Sets functions in the table on top of the stack. [-0, +0, m]
void foglua_set_functions(lua_State *L, const luaL_Reg *functions) { luaL_setfuncs(L, functions, 0); }

// Pushes a new table with the named members of what `open` makes. [-0, +1, e]
static void push_library(lua_State *L, lua_CFunction open, const char *const *names) {
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    lua_newtable(L);
    for (; *names; names++) {
        lua_getfield(L, -2, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, -2);
}

// Scripts reach string functions through every string; the metatable itself is out of their reach. [-0, +0, e]
static void protect_strings(lua_State *L, int library) {
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushvalue(L, library);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}

static void push_globals(lua_State *L) {
    static const luaL_Reg own[] = {
        {"collectgarbage", collect_garbage},
        {"pcall", foglua_pcall},
        {"rawset", foglua_rawset},
        {"setmetatable", set_metatable},
        {"tostring", foglua_tostring},
        {"xpcall", foglua_xpcall},
        {NULL, NULL},
    };
    push_library(L, luaopen_base, base_names);
    foglua_set_functions(L, own);
    lua_pushvalue(L, -1);
    lua_setfield(L, -2, "_G");
    lua_pushliteral(L, LUA_VERSION);
    lua_setfield(L, -2, "_VERSION");
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, foglua_load_text, 1);
    lua_setfield(L, -2, "load");
}

// Keeps the table on top of the stack where Lua looks for the names of functions in its messages, as in "bad argument #2
// to 'string.rep'". No script reaches the registry. [-0, +0, m]
static void note_names(lua_State *L, const char *name) {
    luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

// Puts the library on top of the stack into the globals below it, so that no script can change it. [-1, +0, e]
static void set_library(lua_State *L, const char *name) {
    note_names(L, name);
    foglua_push_readonly(L, name, 1);
    lua_setfield(L, -2, name);
}

static void set_libraries(lua_State *L) {
    push_library(L, luaopen_string, string_names);
    foglua_set_string_functions(L);
    foglua_set_format(L);
    protect_strings(L, lua_gettop(L));
    set_library(L, "string");
    push_library(L, luaopen_table, table_names);
    foglua_set_table_functions(L);
    set_library(L, "table");
    push_library(L, luaopen_math, math_names);
    seed_numbers(L);
    set_library(L, "math");
    push_library(L, luaopen_utf8, utf8_names);
    set_library(L, "utf8");
    foglua_open_coroutine(L);
    set_library(L, "coroutine");
}

// Texts that Lua 5.4.4 makes outside protected mode, and ours for stops: as live strings they are found, not allocated.
static void anchor_texts(lua_State *L) {
    static const char *const texts[] = {
        "error in error handling", "C stack overflow", "cannot resume dead coroutine",
        "cannot resume non-suspended coroutine", "time limit exceeded", "memory limit exceeded", "script cancelled",
        "too many coroutines", "not enough memory", NULL,
    };
    lua_newtable(L);
    for (int i = 0; texts[i]; i++) {
        lua_pushstring(L, texts[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &foglua_key_anchors);
}

// Makes the registry's tables and the globals. [-0, +0, e]
void foglua_open_globals(lua_State *L) {
    anchor_texts(L);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &foglua_key_references);
    foglua_open_boxes(L);
    foglua_open_coroutine_count(L);
    foglua_open_numbers(L);
    push_globals(L);
    note_names(L, LUA_GNAME);
    set_libraries(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
