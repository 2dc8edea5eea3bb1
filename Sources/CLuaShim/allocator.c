// Memory, counted to the byte.
//
// The limit is soft. An allocator that answers NULL makes Lua collect in the middle of an operation, and 5.4.4 can then
// free a table that is just being written (upstream fix 983bc433). So a block that passes the limit is granted, the
// machine is flagged, and the hook collects or stops the script at its next instruction.
//
// NULL remains for what no honest growth can reach. New strings and other objects are never made in the middle of a
// table's write: they are refused from 2.1 times the limit. Tables' own blocks cannot be told from buffers: a single
// one is refused from 1.1 times the limit, which a table never meets because of `large` below.
#include <stdlib.h>

#include "internal.h"

// Counts an allocation and says whether a test wants it to fail. [-0, +0, -]
bool foglua_must_fail(foglua_machine *m) {
    long number = ++m->allocations, at = m->failing.at;
    if (!at) return false;
    switch (m->failing.mode) {
    case 0: return number == at;
    case 1: return number == at || number == at + 1;
    default: return number >= at;
    }
}

static void flag(foglua_machine *m) {
    if (m->over) return;
    m->over = true;
    lua_State *running = m->running;
    if (running) foglua_arm(running);
}

// Counts bytes that live outside Lua (an object's own size) against the limit. [-0, +0, -]
void foglua_charge(foglua_machine *m, size_t bytes) {
    m->used += bytes;
    if (m->used > m->peak) m->peak = m->used;
    if (m->soft && m->used > m->soft) flag(m);
}

static bool is_refused(foglua_machine *m, bool is_object, size_t new_size, size_t used) {
    if (is_object) return used > m->soft / 10 * 21;
    return new_size > m->soft / 10 * 11 || used > m->soft / 10 * 32;
}

// A table's block that takes more than 0.55 of the limit could only double past 2.1 times of it: its owner is stopped.
// If it is a string buffer it is gone by the next instruction, and nothing happens.
static void note_large(foglua_machine *m, void *old_block, void *block, bool is_object, size_t new_size) {
    if (old_block && old_block == m->large) m->large = NULL;
    if (is_object || !m->soft || new_size <= m->soft / 100 * 55) return;
    m->large = block;
    flag(m);
}

static void release_block(foglua_machine *m, void *block, size_t old_size) {
    if (!block) return;
    if (block == m->large) m->large = NULL;
    foglua_pool_free(&m->pool, block, old_size);
    m->used -= old_size;
    m->blocks--;
}

// lua_Alloc. For a new block Lua gives the type of the object in `old_size`, or 0 for a vector or a buffer.
void *foglua_allocate(void *machine, void *block, size_t old_size, size_t new_size) {
    foglua_machine *m = machine;
    bool is_object = !block && old_size != 0;
    if (!block) old_size = 0;
    if (new_size == 0) {
        release_block(m, block, old_size);
        return NULL;
    }
    bool grows = new_size > old_size;
    if (grows) {
        size_t used = m->used + (new_size - old_size);
        if (m->soft && used > m->soft) {
            if (is_refused(m, is_object, new_size, used)) {
                flag(m);
                return NULL;
            }
            flag(m);
        }
        if (foglua_must_fail(m)) return NULL;
    }
    void *result = foglua_pool_resize(&m->pool, block, old_size, new_size);
    if (!result) {
        if (grows) return NULL;
        result = block;    // Lua counts on shrinking
    }
    if (!block) m->blocks++;
    m->used += new_size - old_size;
    if (m->used > m->peak) m->peak = m->used;
    note_large(m, block, result, is_object, new_size);
    return result;
}

// Makes room in a value buffer; its memory counts as Lua's does. [-0, +0, -]
bool foglua_reserve(foglua_machine *m, foglua_buffer *buffer, size_t extra) {
    if (buffer->capacity - buffer->length >= extra) return true;
    if (extra > SIZE_MAX / 4) return false;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity - buffer->length < extra) capacity *= 2;
    size_t used = m->used + (capacity - buffer->capacity);
    if (m->soft && used > m->soft / 10 * 21) return false;
    if (foglua_must_fail(m)) return false;
    uint8_t *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) return false;
    foglua_charge(m, capacity - buffer->capacity);
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}
