// Swift objects in Lua: a userdata holds the reference, and a slot table in host memory holds it too.
//
// A finalizer needs memory to run, and there may be none: what it could not give back is given back at close.
#include <stdlib.h>

#include "internal.h"

char foglua_key_function_metatable;

// Makes room for one more slot, so that linking cannot fail later. [-0, +0, -]
bool foglua_slot_room(foglua_machine *m) {
    if (m->free_count || m->slot_count < m->slot_capacity) return true;
    size_t capacity = m->slot_capacity ? m->slot_capacity * 2 : 64;
    if (foglua_must_fail(m)) return false;
    void **slots = realloc(m->slots, capacity * sizeof *slots);
    if (!slots) return false;
    m->slots = slots;
    size_t *free_slots = realloc(m->free_slots, capacity * sizeof *free_slots);
    if (!free_slots) return false;
    m->free_slots = free_slots;
    foglua_charge(m, (capacity - m->slot_capacity) * (sizeof *slots + sizeof *free_slots));
    m->slot_capacity = capacity;
    return true;
}

static void link_slot(foglua_machine *m, foglua_box *box, void *object) {
    box->slot = m->free_count ? m->free_slots[--m->free_count] : m->slot_count++;
    m->slots[box->slot] = object;
    box->object = object;
    foglua_charge(m, box->charge);
}

static void unlink_slot(foglua_machine *m, foglua_box *box) {
    m->slots[box->slot] = NULL;
    m->free_slots[m->free_count++] = box->slot;
    m->used -= box->charge;
    box->object = NULL;
    box->record = NULL;
}

// __gc of every box. Raises nothing; what Swift runs in it cannot reach the machine's stack. [-0, +0, -]
static int collect_box(lua_State *L) {
    foglua_box *box = lua_touserdata(L, 1);
    if (!box || !box->object) return 0;
    foglua_machine *m = box->machine;
    void *object = box->object;
    unlink_slot(m, box);
    m->callbacks.release(object);
    return 0;
}

static void push_metatable(lua_State *L, int type) {
    if (type == 0) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_function_metatable);
        return;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &foglua_key_types);
    lua_rawgeti(L, -1, type);
    lua_remove(L, -2);
}

// Pushes a userdata that takes over one reference, once nothing can fail any more. [-0, +1, m]
void foglua_push_box(
    lua_State *L, foglua_machine *m, int type, void *object, const void *record, size_t charge) {
    luaL_checkstack(L, 4, "too many results");
    if (!foglua_slot_room(m)) {
        lua_pushliteral(L, "not enough memory");
        lua_error(L);
    }
    foglua_box *box = lua_newuserdatauv(L, sizeof *box, 0);
    *box = (foglua_box){.machine = m, .record = record, .charge = charge, .type = type};
    push_metatable(L, type);
    lua_setmetatable(L, -2);
    link_slot(m, box, object);
}

void *foglua_object(foglua_machine *m, lua_State *L, int index, int *type) {
    if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) != sizeof(foglua_box)) return NULL;
    foglua_box *box = lua_touserdata(L, index);
    if (box->machine != m || box->type == 0) return NULL;
    *type = box->type;
    return box->object;
}

// Sets the finalizer of the metatable on top of the stack. [-0, +0, m]
void foglua_set_finalizer(lua_State *L) {
    lua_pushcfunction(L, collect_box);
    lua_setfield(L, -2, "__gc");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

// Makes the metatable of bound functions' boxes and the list of types. [-0, +0, m]
void foglua_open_boxes(lua_State *L) {
    lua_createtable(L, 0, 2);
    foglua_set_finalizer(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &foglua_key_function_metatable);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &foglua_key_types);
}
