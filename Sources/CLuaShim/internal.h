// What the files of the shim share. Never included by Swift.
#ifndef FOGLUA_INTERNAL_H
#define FOGLUA_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "foglua.h"

// Nesting that values may have on their way into Lua, and the hard bound of what is copied out.
#define FOGLUA_DEPTH 64
// Coroutines that may be closed inside each other: Lua 5.4.4 overflows the C stack without a bound.
#define FOGLUA_CLOSING 100

typedef struct foglua_buffer {
    uint8_t *bytes;
    size_t length, capacity;
} foglua_buffer;

// Memory for blocks of up to so many times 16 bytes.
enum { FOGLUA_POOL_CLASSES = 16 };
typedef struct foglua_pool {
    char *start, *next;
    void *free[FOGLUA_POOL_CLASSES];    // by size, each block holds the next
} foglua_pool;

// Characters, a bit each.
typedef struct foglua_letters {
    uint64_t words[4];
} foglua_letters;

struct foglua_machine {
    lua_State *main;    // where protected operations run; scripts run in coroutines
    foglua_callbacks callbacks;
    void *owner;

    // Memory. `soft` is never enforced by NULL for a moderate overshoot: see allocator.c.
    size_t used, peak, soft;
    bool over;          // soft limit passed; the hook collects or stops
    void *large;        // one block that is too large to be doubled once more
    foglua_pool pool;
    long allocations, blocks;    // asked for so far; alive now
    foglua_failing failing;

    // Running.
    lua_State *_Atomic running;     // innermost coroutine that runs; read by the signal handler
    lua_State *root;                // coroutine that the host resumed
    lua_State *suspended;           // innermost coroutine of the last wait
    _Atomic int thread;             // thread that runs it, 0 when idle
    struct foglua_machine *outer;   // machine that the same thread was running before
    int unwinding;                  // FOGLUA_UNWIND_…: why the whole stack of coroutines is being left
    int fixed;                      // resumes made where the resumer itself cannot yield
    int closing;                    // coroutines that are being closed inside each other
    int answer;                     // what the out buffer holds for the waiting coroutine

    // Stopping.
    _Atomic int request;    // set by any thread
    int stopped;            // sticky, once the request has been seen

    // Coroutines that scripts have made and that may still be there, and how many may be.
    size_t coroutines, coroutine_limit;

    // Values.
    foglua_buffer out, in;
    size_t read;        // out buffer: what lies before was handed over to Lua
    size_t source_limit, copy_elements;
    int copy_depth;

    // Every Swift reference that Lua owns. A finalizer that could not run is made good when the machine is closed.
    void **slots;
    size_t *free_slots;
    size_t slot_count, slot_capacity, free_count;

    lua_CFunction format;           // string.format as Lua has it
    foglua_letters classes[32];     // of patterns, by the lower five bits of the class's letter
    uint32_t class_letters;         // which of those there are

    // Last failure.
    bool usage;    // error that was just raised is about how LuaKit is used
    foglua_failure_text failure;
    char *message, *traceback;
    char source[LUA_IDSIZE];
};

enum { FOGLUA_UNWIND_WAIT = 1, FOGLUA_UNWIND_STOP = 2, FOGLUA_UNWIND_GIVE_WAY = 3 };

// What a userdata of ours holds. Type 0 is a bound function, which scripts never see.
typedef struct foglua_box {
    foglua_machine *machine;
    void *object;
    const void *record;    // values of its fields, which lie in the object; NULL where Swift is asked for each
    size_t slot, charge;
    int type;
} foglua_box;

// Each coroutine's extra space: the machine, and in the lowest bit whether only the host may resume it.
#define FOGLUA_WORD(L) (*(uintptr_t *)lua_getextraspace(L))
static inline foglua_machine *foglua_of(lua_State *L) { return (foglua_machine *)(FOGLUA_WORD(L) & ~(uintptr_t)1); }
static inline bool foglua_is_held(lua_State *L) { return FOGLUA_WORD(L) & 1; }
static inline void foglua_hold(lua_State *L) { FOGLUA_WORD(L) |= 1; }
static inline void foglua_unhold(lua_State *L) { FOGLUA_WORD(L) &= ~(uintptr_t)1; }

// Keys of the registry: their addresses.
extern char foglua_key_references, foglua_key_types, foglua_key_function_metatable, foglua_key_anchors,
    foglua_key_frozen, foglua_key_coroutines;

// In debug builds: stops the process when a stack is not as high as it must be, since a leaked slot is a bug.
#ifdef DEBUG
#define FOGLUA_HEIGHT(L) lua_gettop(L)
#define FOGLUA_GUARD(L, height) foglua_guard(L, height, __func__)
void foglua_guard(lua_State *L, int height, const char *where);
#else
#define FOGLUA_HEIGHT(L) 0
#define FOGLUA_GUARD(L, height) ((void)(height))
#endif

// allocator.c
void *foglua_allocate(void *machine, void *block, size_t old_size, size_t new_size);
bool foglua_must_fail(foglua_machine *);
void foglua_charge(foglua_machine *, size_t bytes);
bool foglua_reserve(foglua_machine *, foglua_buffer *, size_t extra);

// pool.c
void foglua_open_pool(foglua_pool *);
void foglua_close_pool(foglua_pool *);
void foglua_pool_free(foglua_pool *, void *block, size_t size);
// As realloc does, for a block of that size or NULL.
void *foglua_pool_resize(foglua_pool *, void *block, size_t old_size, size_t new_size);

// buffer.c
size_t foglua_token_size(const uint8_t *token);
bool foglua_put(foglua_machine *, foglua_buffer *, uint8_t token, const void *bytes, size_t count);

// replay.c
int foglua_replay(lua_State *L, foglua_machine *);             // [-0, +n, e]
void foglua_push_scalar(lua_State *L, const uint8_t *token);    // [-0, +1, m]

// record.c
void foglua_push_field(lua_State *L, const void *record, int number);    // [-0, +1, m]

// copy.c
void foglua_copy_value(lua_State *L, foglua_machine *, int index, int tables);    // [-0, +0, e]

// objects.c
// [-0, +1, m]
void foglua_push_box(lua_State *L, foglua_machine *, int type, void *object, const void *record, size_t charge);
bool foglua_slot_room(foglua_machine *);
void foglua_open_boxes(lua_State *L);       // [-0, +0, m]
void foglua_set_finalizer(lua_State *L);    // [-0, +0, m]

// trampoline.c
int foglua_trampoline(lua_State *L);
int foglua_finish(lua_State *L, foglua_machine *, int result);
int foglua_raise(lua_State *L, foglua_machine *, int result);

// interrupt.c
const char *foglua_stop_text(int reason);
void foglua_hook(lua_State *L, lua_Debug *);
void foglua_arm(lua_State *L);
void foglua_set_running(foglua_machine *, lua_State *L);
_Noreturn void foglua_stop_here(lua_State *L, foglua_machine *);
void foglua_look(lua_State *L, foglua_machine *, bool fills_buffer);
// Counts a step of a C function that can take long, and looks now and then whether the script is to stop. [-0, +0, v]
static inline void foglua_step(lua_State *L, foglua_machine *m, unsigned *steps) {
    if ((++*steps & 1023) == 0) foglua_look(L, m, false);
}
// The same for a function that fills a string buffer and no table: its buffer may be large, for it is gone at the end.
static inline void foglua_text_step(lua_State *L, foglua_machine *m, unsigned *steps) {
    if ((++*steps & 1023) == 0) foglua_look(L, m, true);
}
typedef struct foglua_entry {
    lua_State *running, *root;
    foglua_machine *outer;
    bool nested;
} foglua_entry;
void foglua_enter(foglua_machine *, foglua_entry *, lua_State *L);
void foglua_leave(foglua_machine *, foglua_entry *);

// protected.c
int foglua_protect(foglua_machine *, lua_State *L, lua_CFunction, void *argument, int values);
_Noreturn void foglua_usage(lua_State *L, const char *message);

// failure.c
void foglua_fail(foglua_machine *, int status, const char *message, size_t length);
void foglua_keep_traceback(foglua_machine *, lua_State *L, lua_State *traced, int level);    // [-0, +0, m]
void foglua_describe_value(foglua_machine *, int status);
void foglua_describe_coroutine(foglua_machine *, lua_State *coroutine, int status);
void foglua_describe_stop(foglua_machine *, lua_State *coroutine);

// references.c
void foglua_push_reference(lua_State *L, int reference);    // [-0, +1, -]
int foglua_make_reference(lua_State *L);                    // [-1, +0, m]

// environment.c, coroutines.c, calls.c, chains.c, load.c, readonly.c
void foglua_open_globals(lua_State *L);                       // [-0, +0, e]
void foglua_set_functions(lua_State *L, const luaL_Reg *);    // [-0, +0, m]
int foglua_open_coroutine(lua_State *L);                      // [-0, +1, m]
void foglua_open_coroutine_count(lua_State *L);               // [-0, +0, m]
int foglua_pcall(lua_State *L);
int foglua_xpcall(lua_State *L);
int foglua_long_chain(const char *text, size_t length);
int foglua_load_text(lua_State *L);    // upvalue: the environment of what is loaded
int foglua_rawset(lua_State *L);
void foglua_push_readonly(lua_State *L, const char *name, int depth);    // [-1, +1, e]
bool foglua_is_frozen(lua_State *L, int index);
void foglua_mark_frozen(lua_State *L);    // [-0, +0, m]

// text.c
void foglua_open_numbers(lua_State *L);                                             // [-0, +0, m]
const char *foglua_push_text(lua_State *L, int index, size_t *length);    // [-0, +1, e]; length may be NULL
int foglua_tostring(lua_State *L);
void foglua_set_format(lua_State *L);    // [-0, +0, m], into the library on top of the stack

// strings.c, tables.c, sort.c: [-0, +0, m], into the library on top of the stack
void foglua_open_patterns(foglua_machine *);    // [-0, +0, -]
void foglua_set_string_functions(lua_State *L);
void foglua_set_table_functions(lua_State *L);
enum { FOGLUA_READS = 1, FOGLUA_WRITES = 2, FOGLUA_MEASURES = 4 };
void foglua_check_table(lua_State *L, int argument, int what);    // [-0, +0, v]
int foglua_sort(lua_State *L);

#endif
