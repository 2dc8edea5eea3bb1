// Types of objects: one metatable each. Fields are read by number, lazily; everything else is asked of Swift by event.
#include "internal.h"

char foglua_key_types;

// Upvalues of a type's metamethods: the box of the Swift type, then (for some) fields by name, names in order.
enum { UPVALUE_TYPE = 1, UPVALUE_FIELDS = 2, UPVALUE_NAMES = 2 };

// Box of the object that a metamethod runs for: Lua calls these functions with nothing else at index 1, and scripts
// cannot reach them. Its object is gone when a weak table shows it after its finalizer. [-0, +0, v]
static foglua_box *check_object(lua_State *L, int index) {
    foglua_box *box = lua_touserdata(L, index);
    if (!box || !box->object) luaL_error(L, "object has been released");
    return box;
}

static void *swift_type(lua_State *L) { return check_object(L, lua_upvalueindex(UPVALUE_TYPE))->object; }

static int ask(lua_State *L, int event) {
    foglua_machine *m = foglua_of(L);
    foglua_box *box = check_object(L, 1);
    int result = m->callbacks.event(swift_type(L), box->object, m, L, event);
    return result >= 0 ? result : foglua_finish(L, m, result);
}

// Reads a field by its number. [-0, +1, v]
static int read_field(lua_State *L, foglua_machine *m, const foglua_box *box, int number) {
    if (box->record) {
        foglua_push_field(L, box->record, number);
        return 1;
    }
    int result = m->callbacks.field(swift_type(L), box->object, m, L, number);
    return result >= 0 ? result : foglua_finish(L, m, result);
}

// Calls the bound function in a box, which the type's fields keep, with the object as its one argument; it may wait.
// [-0, +1, v]
static int call_field(lua_State *L, foglua_machine *m, const foglua_box *function) {
    if (!function->object) return luaL_error(L, "function has been released");
    lua_settop(L, 1);
    int result = m->callbacks.call(function->object, m, L);
    return result >= 0 ? result : foglua_finish(L, m, result);
}

// __index: a field's number leads to the getter, the box of a bound function is called, a method is returned as it is,
// anything else is an error of Swift's.
static int read_key(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    foglua_box *box = check_object(L, 1);
    lua_pushvalue(L, 2);
    switch (lua_rawget(L, lua_upvalueindex(UPVALUE_FIELDS))) {
    case LUA_TNUMBER: break;
    case LUA_TUSERDATA: return call_field(L, m, lua_touserdata(L, -1));
    case LUA_TNIL: lua_settop(L, 2); return ask(L, FOGLUA_EVENT_UNKNOWN);
    default: return 1;
    }
    return read_field(L, m, box, (int)lua_tointeger(L, -1));
}

static int write_key(lua_State *L) { return ask(L, FOGLUA_EVENT_WRITE); }
static int to_text(lua_State *L) { return ask(L, FOGLUA_EVENT_TEXT); }
static int length(lua_State *L) { return ask(L, FOGLUA_EVENT_LENGTH); }

static int equal(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    int left = 0, right = 0;
    if (!foglua_object(m, L, 1, &left) || !foglua_object(m, L, 2, &right) || left != right) {
        lua_pushboolean(L, 0);
        return 1;
    }
    return ask(L, FOGLUA_EVENT_EQUAL);
}

// Iterator of pairs: upvalues are the type, the names, the object and how many names have been given. A field that is
// nil is left out, as a table would.
static int next_field(lua_State *L) {
    foglua_machine *m = foglua_of(L);
    lua_settop(L, 0);
    lua_pushvalue(L, lua_upvalueindex(3));
    foglua_box *box = check_object(L, 1);
    lua_Integer number = lua_tointeger(L, lua_upvalueindex(4));
    lua_Integer count = (lua_Integer)lua_rawlen(L, lua_upvalueindex(UPVALUE_NAMES));
    while (number < count) {
        number++;
        lua_pushinteger(L, number);
        lua_replace(L, lua_upvalueindex(4));
        lua_settop(L, 1);
        if (read_field(L, m, box, (int)number - 1) < 1 || lua_isnil(L, -1)) continue;
        lua_rawgeti(L, lua_upvalueindex(UPVALUE_NAMES), number);
        lua_insert(L, -2);
        return 2;
    }
    lua_pushnil(L);
    return 1;
}

static int pairs(lua_State *L) {
    check_object(L, 1);
    lua_pushvalue(L, lua_upvalueindex(UPVALUE_TYPE));
    lua_pushvalue(L, lua_upvalueindex(UPVALUE_NAMES));
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_field, 4);
    lua_pushvalue(L, 1);
    return 2;
}

typedef struct declaration {
    void *swift;    // NULL once Lua owns it
    int fields, called, number;
    bool has_length;
} declaration;

// Pushes fields (name to number) with the methods, and the names in order. The values of the out buffer, from `first`
// on the stack, are the type's name, the fields' names, the methods, and the fields that are called. [-0, +2, m]
static void push_members(lua_State *L, const declaration *d, int first, int count) {
    int methods = first + 1 + d->fields, called = first + count - 2 * d->called;
    lua_createtable(L, 0, count);
    for (int i = methods; i + 1 < first + count; i += 2) {
        lua_pushvalue(L, i);
        lua_pushvalue(L, i + 1);
        if (i >= called) {
            lua_getupvalue(L, -1, 1);
            lua_remove(L, -2);
        }
        lua_rawset(L, -3);
    }
    lua_createtable(L, d->fields, 0);
    for (int i = 0; i < d->fields; i++) {
        lua_pushvalue(L, first + 1 + i);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, i + 1);
        lua_pushinteger(L, i);
        lua_rawset(L, -4);
    }
}

// Sets a metamethod that has the type's box, at `box`, and perhaps the value at `second`, as upvalues. [-0, +0, m]
static void set_metamethod(lua_State *L, int metatable, const char *name, lua_CFunction function, int box, int second) {
    lua_pushvalue(L, box);
    if (second) lua_pushvalue(L, second);
    lua_pushcclosure(L, function, second ? 2 : 1);
    lua_setfield(L, metatable, name);
}

static int protected_declare(lua_State *L) {
    declaration *d = lua_touserdata(L, 1);
    foglua_machine *m = foglua_of(L);
    foglua_push_box(L, m, 0, d->swift, NULL, 0);
    d->swift = NULL;
    int box = lua_gettop(L);
    int first = box + 1, count = foglua_replay(L, m);
    push_members(L, d, first, count);
    int names = lua_gettop(L), fields = names - 1;
    lua_createtable(L, 0, 10);
    int metatable = lua_gettop(L);
    foglua_set_finalizer(L);
    lua_pushvalue(L, first);
    lua_setfield(L, metatable, "__name");
    set_metamethod(L, metatable, "__index", read_key, box, fields);
    set_metamethod(L, metatable, "__pairs", pairs, box, names);
    set_metamethod(L, metatable, "__newindex", write_key, box, 0);
    set_metamethod(L, metatable, "__eq", equal, box, 0);
    set_metamethod(L, metatable, "__tostring", to_text, box, 0);
    if (d->has_length) set_metamethod(L, metatable, "__len", length, box, 0);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_types);
    d->number = (int)lua_rawlen(L, -1) + 1;
    lua_pushvalue(L, metatable);
    lua_rawseti(L, -2, d->number);
    return 0;
}

int foglua_declare(foglua_machine *m, void *type, int fields, int called, bool has_length, int *number) {
    declaration d = {.swift = type, .fields = fields, .called = called, .has_length = has_length};
    int status = foglua_protect(m, m->main, protected_declare, &d, 0);
    if (d.swift) m->callbacks.release(d.swift);
    *number = d.number;
    return status;
}
