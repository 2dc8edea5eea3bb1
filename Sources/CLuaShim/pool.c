// Small blocks, of which scripts make and drop millions. One piece of memory is cut into blocks of a few sizes, and what is
// freed is kept by its size; once it is all cut up, and for what is larger, malloc is asked. So a script's strings and tables
// take a tenth less time (`foghorn-bench sandbox.strings`), and what lies unused is never more than that one piece.
#include <stdlib.h>

#include "internal.h"

enum { GRAIN = 16, PIECE = 1 << 21 };

// Under a sanitizer each block is malloc's, so that one that is used when it is free is seen.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_OFF true
#endif
#endif
#ifndef IS_OFF
#define IS_OFF false
#endif

void foglua_open_pool(foglua_pool *pool) {
    pool->start = IS_OFF ? NULL : malloc(PIECE);
    pool->next = pool->start;
}

void foglua_close_pool(foglua_pool *pool) { free(pool->start); }

static bool is_pooled(const foglua_pool *pool, const void *block) {
    return pool->start && (uintptr_t)block - (uintptr_t)pool->start < PIECE;
}

static size_t class_of(size_t size) { return (size + GRAIN - 1) / GRAIN; }

static void *take(foglua_pool *pool, size_t size) {
    size_t class = class_of(size);
    if (class > FOGLUA_POOL_CLASSES || !pool->start) return malloc(size);
    void *block = pool->free[class - 1];
    if (block) {
        memcpy(&pool->free[class - 1], block, sizeof block);
        return block;
    }
    if (pool->start + PIECE - pool->next < (ptrdiff_t)(class * GRAIN)) return malloc(size);
    block = pool->next;
    pool->next += class * GRAIN;
    return block;
}

void foglua_pool_free(foglua_pool *pool, void *block, size_t size) {
    if (!is_pooled(pool, block)) {
        free(block);
        return;
    }
    void **list = &pool->free[class_of(size) - 1];
    memcpy(block, list, sizeof *list);
    *list = block;
}

void *foglua_pool_resize(foglua_pool *pool, void *block, size_t old_size, size_t new_size) {
    if (!block) return take(pool, new_size);
    if (!is_pooled(pool, block)) return realloc(block, new_size);
    if (class_of(old_size) == class_of(new_size)) return block;
    void *result = take(pool, new_size);
    if (!result) return NULL;
    memcpy(result, block, old_size < new_size ? old_size : new_size);
    foglua_pool_free(pool, block, old_size);
    return result;
}
