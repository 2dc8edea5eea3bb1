// References: values that Swift holds on to, by number in one table of the registry.
#include "internal.h"

char foglua_key_references;

// Pushes what a reference stands for. [-0, +1, -]
void foglua_push_reference(lua_State *L, int reference) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_references);
    lua_rawgeti(L, -1, reference);
    lua_remove(L, -2);
}

// Pops a value and makes a reference to it. [-1, +0, m]
int foglua_make_reference(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_references);
    lua_insert(L, -2);
    int reference = luaL_ref(L, -2);
    lua_pop(L, 1);
    return reference;
}

// Allocates nothing: luaL_unref only writes to keys that are there. [-0, +0, -]
void foglua_drop(foglua_machine *m, int reference) {
    lua_State *L = m->main;
    if (!lua_checkstack(L, 4)) return;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_references);
    luaL_unref(L, -1, reference);
    lua_pop(L, 1);
}

static int protected_refer(lua_State *L) {
    int *reference = lua_touserdata(L, 1);
    lua_settop(L, 2);
    *reference = foglua_make_reference(L);
    return 0;
}

int foglua_refer(foglua_machine *m, lua_State *L, int index, int *reference) {
    if (!lua_checkstack(L, 4)) {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
        return FOGLUA_MEMORY;
    }
    lua_pushvalue(L, index);
    return foglua_protect(m, L, protected_refer, reference, 1);
}

static int protected_refer_out(lua_State *L) {
    int *reference = lua_touserdata(L, 1);
    foglua_replay(L, foglua_of(L));
    lua_settop(L, 2);
    *reference = foglua_make_reference(L);
    return 0;
}

int foglua_refer_out(foglua_machine *m, int *reference) {
    return foglua_protect(m, m->main, protected_refer_out, reference, 0);
}

int foglua_copy_reference(foglua_machine *m, int reference, int tables) {
    if (!lua_checkstack(m->main, 4)) {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
        return FOGLUA_MEMORY;
    }
    foglua_push_reference(m->main, reference);
    int status = foglua_copy(m, m->main, lua_gettop(m->main), tables);
    lua_pop(m->main, 1);
    return status;
}

typedef struct field {
    const char *name;
    size_t length;
    int reference, tables;
} field;

static void push_table(lua_State *L, int reference) {
    foglua_push_reference(L, reference);
    if (!lua_istable(L, -1)) {
        lua_pushfstring(L, "table expected, got %s", luaL_typename(L, -1));
        foglua_usage(L, NULL);
    }
}

static int protected_field(lua_State *L) {
    field *f = lua_touserdata(L, 1);
    push_table(L, f->reference);
    lua_pushlstring(L, f->name, f->length);
    lua_rawget(L, -2);
    foglua_copy_value(L, foglua_of(L), -1, f->tables);
    return 0;
}

int foglua_copy_field(foglua_machine *m, int reference, const char *name, size_t length, int tables) {
    foglua_in_reset(m);
    field f = {.name = name, .length = length, .reference = reference, .tables = tables};
    int status = foglua_protect(m, m->main, protected_field, &f, 0);
    if (status) foglua_in_reset(m);
    return status;
}

static int protected_names(lua_State *L) {
    field *f = lua_touserdata(L, 1);
    push_table(L, f->reference);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING) foglua_copy_value(L, foglua_of(L), -1, FOGLUA_REFER_TABLES);
    }
    return 0;
}

int foglua_copy_names(foglua_machine *m, int reference) {
    foglua_in_reset(m);
    field f = {.reference = reference};
    int status = foglua_protect(m, m->main, protected_names, &f, 0);
    if (status) foglua_in_reset(m);
    return status;
}
