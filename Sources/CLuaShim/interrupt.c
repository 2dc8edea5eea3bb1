// Stopping and giving way: any thread sets a flag and signals the thread that runs the machine; the signal's handler
// arms a hook that fires at the next instruction. A hook that is always there would slow every script down by half.
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

static _Thread_local foglua_machine *current __attribute__((tls_model("initial-exec")));
static _Thread_local int thread_number __attribute__((tls_model("initial-exec")));

// Arms the hook once: lua_sethook walks every frame, and doing so at each of 400,000 unwound levels would be quadratic.
// Safe in a signal handler, as lua_sethook is. [-0, +0, -]
void foglua_arm(lua_State *L) {
    if (lua_gethook(L) != foglua_hook) lua_sethook(L, foglua_hook, LUA_MASKCOUNT, 1);
}

const char *foglua_stop_text(int reason) {
    switch (reason) {
    case FOGLUA_STOP_DEADLINE: return "time limit exceeded";
    case FOGLUA_STOP_MEMORY: return "memory limit exceeded";
    case FOGLUA_STOP_COROUTINES: return "too many coroutines";
    default: return "script cancelled";
    }
}

// Ends the script from C. Where the coroutine can yield it is abandoned: nothing unwinds, so nothing can catch it and
// no handler runs. Elsewhere an error is raised, and the armed hook meets whoever catches it. [-0, +0, v]
_Noreturn void foglua_stop_here(lua_State *L, foglua_machine *m) {
    foglua_arm(L);
    if (m->root && foglua_can_wait(m, L)) {
        m->unwinding = FOGLUA_UNWIND_STOP;
        lua_yield(L, 0);
    }
    lua_settop(L, 0);
    lua_pushstring(L, foglua_stop_text(m->stopped));    // anchored: allocates nothing
    lua_error(L);
    __builtin_unreachable();
}

// Collects when the memory limit was passed; stops the machine when that did not help. `large` may be the buffer of a
// function that runs, and then it is not judged.
static void settle_memory(lua_State *L, foglua_machine *m, bool fills_buffer) {
    if (!m->over || m->stopped) return;
    lua_gc(L, LUA_GCCOLLECT);
    if (m->used > m->soft || (m->large && !fills_buffer)) {
        m->stopped = FOGLUA_STOP_MEMORY;
    } else {
        m->over = false;
    }
}

// Sees from within a C function whether the script is to stop; giving way is left to the hook. [-0, +0, v]
void foglua_look(lua_State *L, foglua_machine *m, bool fills_buffer) {
    settle_memory(L, m, fills_buffer);
    int request = m->request;
    if (!m->stopped && request != FOGLUA_GIVE_WAY) m->stopped = request;
    if (m->stopped) foglua_stop_here(L, m);
}

// Looks what other threads want. Disarms first: whoever asks from then on arms anew.
// Answers whether the coroutine should give way.
static bool see_request(lua_State *L, foglua_machine *m) {
    lua_sethook(L, NULL, 0, 0);
    int request = m->request;
    if (request == FOGLUA_GIVE_WAY) {
        if (atomic_compare_exchange_strong(&m->request, &request, FOGLUA_STOP_NONE)) return true;
    }
    m->stopped = request;
    return false;
}

// The hook: yields where it can, since nothing catches a yield; raises where it cannot.
void foglua_hook(lua_State *L, lua_Debug *frame) {
    (void)frame;
    foglua_machine *m = foglua_of(L);
    settle_memory(L, m, false);
    bool gives_way = !m->stopped && see_request(L, m);
    bool can_yield = m->root && foglua_can_wait(m, L);
    if (m->stopped) {
        foglua_arm(L);
        if (!can_yield) {
            lua_pushstring(L, foglua_stop_text(m->stopped));    // anchored: allocates nothing
            lua_error(L);
        }
    }
    if (!can_yield || !(m->stopped || gives_way)) return;
    m->unwinding = m->stopped ? FOGLUA_UNWIND_STOP : FOGLUA_UNWIND_GIVE_WAY;
    lua_yield(L, 0);
}

// Tells which coroutine runs. Whoever asked for a stop just before may have armed the one before it: so look again.
void foglua_set_running(foglua_machine *m, lua_State *L) {
    m->running = L;
    if (L && (m->request || m->over || m->stopped)) foglua_arm(L);
}

static void on_signal(int number) {
    (void)number;
    foglua_machine *m = current;
    if (!m || !m->request) return;
    lua_State *running = m->running;
    if (running) foglua_arm(running);
}

static void install_handler(void) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGURG, &action, NULL);
}

// Once per thread: libdispatch's workers block every signal.
static void prepare_thread(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (thread_number) return;
    pthread_once(&once, install_handler);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGURG);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    thread_number = (int)syscall(SYS_gettid);
}

// Notes that this thread runs L. Nests: a callback may run another machine, or call into its own. [-0, +0, -]
void foglua_enter(foglua_machine *m, foglua_entry *entry, lua_State *L) {
    prepare_thread();
    *entry = (foglua_entry){.running = m->running, .root = m->root, .outer = current, .nested = m->running != NULL};
    current = m;
    m->thread = thread_number;
    foglua_set_running(m, L);
}

void foglua_leave(foglua_machine *m, foglua_entry *entry) {
    m->root = entry->root;
    foglua_set_running(m, entry->running);
    if (!entry->nested) m->thread = 0;
    current = entry->outer;
    if (current && current != m) foglua_set_running(current, current->running);
}

void foglua_request(foglua_machine *m, int reason) {
    if (reason == FOGLUA_GIVE_WAY) {
        int expected = FOGLUA_STOP_NONE;
        atomic_compare_exchange_strong(&m->request, &expected, reason);
    } else {
        m->request = reason;
    }
    int thread = m->thread;
    if (thread) syscall(SYS_tgkill, getpid(), thread, SIGURG);
}

int foglua_stopped(foglua_machine *m) {
    int request = m->request;
    if (m->stopped) return m->stopped;
    return request == FOGLUA_GIVE_WAY ? FOGLUA_STOP_NONE : request;
}

void foglua_clear_stop(foglua_machine *m) {
    m->request = FOGLUA_STOP_NONE;
    m->stopped = FOGLUA_STOP_NONE;
    m->over = m->soft && m->used > m->soft;
}
