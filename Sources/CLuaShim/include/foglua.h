// What Swift sees of Lua. Nothing that is declared here can raise a Lua error or yield, so no function that Swift can
// name ever jumps over a Swift frame. lua.h is not included on purpose.
//
// Each function says why it exists, its effect on the stack as the Lua manual writes it ([-popped, +pushed, raises?]),
// and who owns what it returns. "Protected" means that Lua code runs in it under lua_pcall and a failure is a status.
#ifndef FOGLUA_H
#define FOGLUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct lua_State lua_State;
typedef struct foglua_machine foglua_machine;

// ---- The part of lua.h that cannot raise, with lua.h's own prototypes (the compiler compares them in each .c file).

extern int lua_gettop(lua_State *L);                                              // [-0, +0, -]
extern int lua_type(lua_State *L, int index);                                     // [-0, +0, -]
extern int lua_isinteger(lua_State *L, int index);                                // [-0, +0, -]
extern int lua_toboolean(lua_State *L, int index);                                // [-0, +0, -]
extern long long lua_tointegerx(lua_State *L, int index, int *_Nullable is);      // [-0, +0, -]
extern double lua_tonumberx(lua_State *L, int index, int *_Nullable is);          // [-0, +0, -]
extern void lua_pushnil(lua_State *L);                                            // [-0, +1, -]
extern void lua_pushinteger(lua_State *L, long long number);                      // [-0, +1, -]
extern void lua_pushnumber(lua_State *L, double number);                          // [-0, +1, -]
extern void lua_pushboolean(lua_State *L, int boolean);                           // [-0, +1, -]

// ---- Callbacks into Swift. None of them may raise; all run on the thread that runs the machine.

// What a callback returns when it did not push its results itself (0 or more).
enum {
    FOGLUA_BUFFERED = -1,     // results are in the out buffer
    FOGLUA_RAISE_TEXT = -2,   // the out buffer holds a text; the position in the script is put before it
    FOGLUA_RAISE_VALUE = -3,  // the out buffer holds the error value; raised as it is
    FOGLUA_SUSPEND = -4,      // the coroutine waits; foglua_resume brings the answer
};

// What an object is asked for besides its fields.
enum {
    FOGLUA_EVENT_UNKNOWN = 1,   // a key that is neither field nor method, at index 2: answers the error's text
    FOGLUA_EVENT_WRITE = 2,     // a write to the key at index 2: answers the error's text
    FOGLUA_EVENT_EQUAL = 3,     // a comparison with the object at index 2
    FOGLUA_EVENT_TEXT = 4,      // tostring
    FOGLUA_EVENT_LENGTH = 5,    // the operator #
};

typedef struct foglua_callbacks {
    // Runs a bound function. `function` stays owned by Lua.
    int (*call)(void *function, foglua_machine *, lua_State *);
    // Reads field `number` (from 0) of `object`; both stay owned by Lua.
    int (*field)(
        void *type, void *object, foglua_machine *, lua_State *, int number);
    // Answers one of the events above.
    int (*event)(
        void *type, void *object, foglua_machine *, lua_State *, int event);
    // Gives back one reference that Lua owned.
    void (*release)(void *object);
} foglua_callbacks;

// ---- A machine.

typedef struct foglua_limits {
    size_t memory;          // soft limit in bytes; 0: none
    size_t source;          // longest chunk in bytes
    int copy_depth;         // deepest nesting of tables that are copied out
    size_t copy_elements;   // most values in one copy
    size_t coroutines;      // most coroutines that a script holds; 0: any number
} foglua_limits;

// Makes the n-th allocation fail, for tests: once (Lua's emergency collection then retries), twice, or from then on.
typedef struct foglua_failing {
    long at;    // counted from 1; 0: never
    int mode;   // 0 once, 1 twice, 2 from then on
} foglua_failing;

// Opens a machine with an empty environment. The caller owns it and closes it; NULL when there is no memory.
foglua_machine *_Nullable foglua_open(const foglua_callbacks *, foglua_limits, foglua_failing);
// Builds the globals. A status; protected. Apart from foglua_open, so that a failure can be told from none.
int foglua_open_environment(foglua_machine *);
// Closes: drops every object and function that Lua still owned, also those whose finalizer could not run. Answers how
// many of Lua's blocks were left over, which must be none.
long foglua_close(foglua_machine *);
// Keeps a pointer for callbacks that must find their Swift owner; never followed here, never owned.
void foglua_set_owner(foglua_machine *, void *_Nullable owner);
void *_Nullable foglua_owner(foglua_machine *);

// Bytes in use and the most there ever were: Lua's, the buffers', and what objects are charged.
size_t foglua_memory_used(foglua_machine *);
size_t foglua_memory_peak(foglua_machine *);
// Allocations asked for since the machine was opened; tests walk over them.
long foglua_allocations(foglua_machine *);
// Makes an allocation fail, counted from now.
void foglua_fail_allocation(foglua_machine *, foglua_failing);
// Sets the soft limit of memory anew, in bytes; 0: none.
void foglua_set_memory(foglua_machine *, size_t soft);
// Runs a full collection. A status; protected.
int foglua_collect(foglua_machine *);
// Height of the main stack, for the check that an operation left it as it was.
int foglua_height(foglua_machine *);

// ---- Values from Swift to Lua: written as bytes, replayed by C once Swift has returned.
// Each writer answers false when the buffer cannot grow (memory); the caller then gives up with foglua_out_begin.

void foglua_out_begin(foglua_machine *);    // empties the buffer and releases what nobody took
bool foglua_out_nil(foglua_machine *);
bool foglua_out_boolean(foglua_machine *, bool value);
bool foglua_out_integer(foglua_machine *, long long value);
bool foglua_out_number(foglua_machine *, double value);
bool foglua_out_string(foglua_machine *, const void *_Nullable bytes, size_t count);
// Opens a table: `array` values follow, then `fields` pairs of a key and a value.
bool foglua_out_table(foglua_machine *, uint32_t array, uint32_t fields);
// Writes an object of a declared type. Takes over one reference to it when it answers true. `record`, which has to live as
// long as the object, holds the values of its fields: where each token begins, 4 bytes a field, then the tokens; NULL where
// the callback `field` is to be asked.
bool foglua_out_object(foglua_machine *, int type, void *object, const void *_Nullable record, size_t charge);
// Writes a function bound to `function`. Takes over one reference to it when it answers true.
bool foglua_out_function(foglua_machine *, void *function);
bool foglua_out_reference(foglua_machine *, int reference);

// ---- Values from Lua to Swift: copied into the in buffer as the same bytes.

enum {
    FOGLUA_NIL = 0, FOGLUA_FALSE = 1, FOGLUA_TRUE = 2,
    FOGLUA_INTEGER = 3,     // 8 bytes
    FOGLUA_NUMBER = 4,      // 8 bytes
    FOGLUA_STRING = 5,      // 4 bytes: length, then the bytes
    FOGLUA_TABLE = 6,       // 4 bytes: array, 4 bytes: fields
    FOGLUA_OBJECT = 7,      // 4 bytes: type, 8: pointer, 8: charge, 8: record
    FOGLUA_FUNCTION = 8,    // 8 bytes: pointer; out only
    FOGLUA_REFERENCE = 9,   // 4 bytes: number, 4: Lua type
    FOGLUA_TAKEN = 10,      // a reference that the reader has taken over
};
// Bytes that the last copying operation left; valid until the next one. Owned by the machine.
uint8_t *_Nullable foglua_in_bytes(foglua_machine *, size_t *count);
// Empties the in buffer and drops references that the reader did not take.
void foglua_in_reset(foglua_machine *);

// How copying treats tables: copied whole, or each as a reference.
enum { FOGLUA_COPY_TABLES = 0, FOGLUA_REFER_TABLES = 1 };
// Copies the value at `index` of L into the in buffer. A status; protected. [-0, +0, -]
int foglua_copy(foglua_machine *, lua_State *, int index, int tables);
// Makes a reference to the value at `index` of L. A status; protected. [-0, +0, -]
int foglua_refer(foglua_machine *, lua_State *, int index, int *reference);
// Copies what a reference stands for into the in buffer. A status; protected.
int foglua_copy_reference(foglua_machine *, int reference, int tables);
// Makes a reference to the one value in the out buffer. A status; protected.
int foglua_refer_out(foglua_machine *, int *reference);
// Drops a reference; never allocates.
void foglua_drop(foglua_machine *, int reference);
// Copies the field of a table (raw, by name) into the in buffer. A status; protected.
int foglua_copy_field(
    foglua_machine *, int reference, const char *name, size_t length, int tables);
// Copies the keys of a table that are names into the in buffer, one string after another. A status; protected.
int foglua_copy_names(foglua_machine *, int reference);

// ---- Arguments in place, for callbacks.

// Bytes of a string, NULL for any other type: never converts. Owned by Lua, valid while the value is on the stack.
const char *_Nullable foglua_string(lua_State *, int index, size_t *count);
// The Swift object at an index, NULL unless it is one; `type` gets its number. Owned by Lua.
void *_Nullable foglua_object(foglua_machine *, lua_State *, int index, int *type);
// Whether the coroutine can wait here: not below a C function that cannot be left and entered again.
bool foglua_can_wait(foglua_machine *, lua_State *);
// Source and line of the innermost Lua function at or above `level` of a stack; false when there is none. Chunks whose
// name begins with "=!" are the embedder's own and are passed over.
bool foglua_location(
    lua_State *, int level, char *source, size_t capacity, int *line);

// ---- Globals.

// Sets the global at a dotted path to the one value in the out buffer, making tables on the way. Protected.
int foglua_set_global(foglua_machine *, const char *path, size_t length);
// Makes the table at a global path, and tables in it, read-only; a write raises with the name. Protected.
int foglua_freeze_global(foglua_machine *, const char *path, size_t length);
// Makes an environment: a copy of the globals in which `_G` is itself and `load` uses it. If `strict`, reading or
// writing a name that is not there raises with the name; the function `hint`, if not 0, is asked for words about a name
// that was read. Protected.
int foglua_make_environment(foglua_machine *, bool strict, int hint, int *reference);
// The same, with the functions that are called where a name that is not there is read or written. Protected.
int foglua_make_open_environment(foglua_machine *, int read, int write, int *reference);
// Sets a name in an environment to the one value in the out buffer. Protected.
int foglua_set_in_environment(
    foglua_machine *, int environment, const char *name, size_t length);
// Makes reading a name that Lua's own libraries (string, table, math, utf8, coroutine) do not have an error. The function
// `hint` gets the library's name, the name that was read and the names that there are, and gives words or nil. Protected.
int foglua_seal_libraries(foglua_machine *, int hint);
// Seeds math.random. Protected.
int foglua_seed(foglua_machine *, long long seed);

// ---- Types of objects.

// Declares a type. The out buffer holds its name, the names of its `fields` fields in the order in which pairs gives
// them, then its methods: a name and a function each; the last `called` of those are fields that are read by calling
// the function. Takes over one reference to `type` whatever happens. A status; protected. `number` is what
// foglua_out_object wants.
int foglua_declare(foglua_machine *, void *type, int fields, int called, bool has_length, int *number);

// ---- Running.

// Compiles a chunk of text and refers to its function; `environment` 0 stands for the globals. Protected.
int foglua_load(
    foglua_machine *, const void *_Nullable text, size_t length, const char *name, int environment,
    int *reference);
// Makes a coroutine of a function and the arguments in the out buffer. Protected. The reference keeps it alive.
int foglua_start(
    foglua_machine *, int function, lua_State *_Nullable *_Nonnull coroutine, int *reference);

// How a run ended.
enum {
    FOGLUA_FINISHED = 0,    // results are in the in buffer
    FOGLUA_WAITING = 1,
    FOGLUA_PREEMPTED = 2,
    FOGLUA_FAILED = 3,      // see foglua_failure
    FOGLUA_STOPPED = 4,     // abandoned by the reason of foglua_stopped; see foglua_failure for where
    FOGLUA_UNREADABLE = 5,  // finished, but its results cannot be copied; see foglua_failure
};
// Runs a coroutine until it ends, waits, gives way, or is stopped. `answer` says what the out buffer holds for a
// waiting one: FOGLUA_BUFFERED, FOGLUA_RAISE_TEXT or FOGLUA_RAISE_VALUE; 0 when nothing is waited for.
int foglua_resume(foglua_machine *, lua_State *coroutine, int answer, int tables);
// Calls a function with the arguments in the out buffer, and copies the results; what is called cannot wait. Protected.
int foglua_call(foglua_machine *, int function, int tables);
// Whether Lua runs at this moment, that is, whether the caller is a callback.
bool foglua_is_running(foglua_machine *);
// The coroutine that suspended last, innermost: where a late error is said to come from. NULL when there is none.
lua_State *_Nullable foglua_suspended(foglua_machine *);

// What went wrong in the last operation that failed. All texts are owned by the machine until the next failure.
typedef struct foglua_failure_text {
    int status;                         // one of the statuses below
    bool has_value;                     // raised value was no string, and the in buffer holds it
    const char *_Nullable message;
    size_t message_length;
    const char *_Nullable traceback;
    size_t traceback_length;
    const char *_Nullable source;       // chunk of the innermost Lua function; NULL where not known
    int line;
} foglua_failure_text;
foglua_failure_text foglua_failure(foglua_machine *);

// Statuses of protected operations: Lua's own, and one of ours.
enum { FOGLUA_OK = 0, FOGLUA_ERROR = 2, FOGLUA_SYNTAX = 3, FOGLUA_MEMORY = 4, FOGLUA_USAGE = 64 };

// ---- Stopping, from any thread.

enum {
    FOGLUA_STOP_NONE = 0, FOGLUA_STOP_DEADLINE = 1, FOGLUA_STOP_MEMORY = 2, FOGLUA_STOP_CANCELLED = 3,
    FOGLUA_STOP_COROUTINES = 4,
    FOGLUA_GIVE_WAY = 16,
};
// Asks the machine to stop or to give way. The only function for other threads: the caller makes sure that the machine
// is not closed meanwhile.
void foglua_request(foglua_machine *, int reason);
// Why the machine has stopped; every run fails until foglua_clear_stop.
int foglua_stopped(foglua_machine *);
void foglua_clear_stop(foglua_machine *);

#pragma clang assume_nonnull end

#endif
