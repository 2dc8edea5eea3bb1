// Opening and closing a machine.
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// An error outside protected mode is a bug of the shim; Lua would end the process without a word.
static int panic(lua_State *L) {
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
    fprintf(stderr, "LuaKit internal error: unprotected Lua error: %s\n", text);
    abort();
}

#ifdef DEBUG
void foglua_guard(lua_State *L, int height, const char *where) {
    if (lua_gettop(L) == height) return;
    fprintf(stderr, "LuaKit internal error: stack has %d slots after %s, not %d\n", lua_gettop(L), where, height);
    abort();
}
#endif

foglua_machine *foglua_open(const foglua_callbacks *callbacks, foglua_limits limits, foglua_failing failing) {
    foglua_machine *m = calloc(1, sizeof *m);
    if (!m) return NULL;
    m->callbacks = *callbacks;
    m->failing = failing;
    m->source_limit = limits.source;
    m->copy_depth = limits.copy_depth < FOGLUA_DEPTH ? limits.copy_depth : FOGLUA_DEPTH;
    m->copy_elements = limits.copy_elements;
    m->coroutine_limit = limits.coroutines;
    foglua_open_patterns(m);
    foglua_open_pool(&m->pool);
    m->main = lua_newstate(foglua_allocate, m);
    if (!m->main) {
        foglua_close_pool(&m->pool);
        free(m);
        return NULL;
    }
    m->soft = limits.memory;
    FOGLUA_WORD(m->main) = (uintptr_t)m;
    lua_atpanic(m->main, panic);
    return m;
}

static int protected_open(lua_State *L) {
    foglua_open_globals(L);
    return 0;
}

int foglua_open_environment(foglua_machine *m) { return foglua_protect(m, m->main, protected_open, NULL, 0); }

long foglua_close(foglua_machine *m) {
    foglua_out_begin(m);
    foglua_in_reset(m);
    lua_sethook(m->main, NULL, 0, 0);
    m->soft = 0;    // finalizers need a little memory
    m->failing.at = 0;
    lua_close(m->main);
    long blocks = m->blocks;
    for (size_t i = 0; i < m->slot_count; i++) {
        if (m->slots[i]) m->callbacks.release(m->slots[i]);
    }
    foglua_close_pool(&m->pool);
    free(m->slots);
    free(m->free_slots);
    free(m->out.bytes);
    free(m->in.bytes);
    free(m->message);
    free(m->traceback);
    free(m);
    return blocks;
}

void foglua_set_owner(foglua_machine *m, void *owner) { m->owner = owner; }
void *foglua_owner(foglua_machine *m) { return m->owner; }

size_t foglua_memory_used(foglua_machine *m) { return m->used; }
size_t foglua_memory_peak(foglua_machine *m) { return m->peak; }
long foglua_allocations(foglua_machine *m) { return m->allocations; }
int foglua_height(foglua_machine *m) { return lua_gettop(m->main); }

void foglua_fail_allocation(foglua_machine *m, foglua_failing failing) {
    m->failing = failing;
    if (failing.at) m->failing.at += m->allocations;
}

static int protected_collect(lua_State *L) {
    lua_gc(L, LUA_GCCOLLECT);
    return 0;
}

void foglua_set_memory(foglua_machine *m, size_t soft) {
    m->soft = soft;
    m->over = soft && m->used > soft;
}

int foglua_collect(foglua_machine *m) {
    int status = foglua_protect(m, m->main, protected_collect, NULL, 0);
    if (m->over && m->used <= m->soft && !m->large) m->over = false;
    return status;
}
