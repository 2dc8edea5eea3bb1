// What Linux must be asked for in C to start a process that can do nothing but compute and talk over one socket.
//
// Every function answers 0 or more when it worked, and -1 with errno where it did not.
#ifndef CONFINE_H
#define CONFINE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Walls, as bits.
enum {
    CONFINE_PRIVILEGES = 1 << 0,    // no_new_privs: no program that it could start gets rights back
    CONFINE_LIMITS = 1 << 1,        // rlimits: memory, processor, files, processes
    CONFINE_MEMORY = 1 << 2,        // not dumpable: no process of the same user reads its memory
    CONFINE_FILES = 1 << 3,         // Landlock 1: no path
    CONFINE_NETWORK = 1 << 4,       // Landlock 4: no TCP
    CONFINE_SCOPE = 1 << 5,         // Landlock 6: no signal and no abstract socket to the outside
    CONFINE_CALLS = 1 << 6,         // seccomp: no system call but those that a running worker needs
};

struct confine_limits {
    uint64_t memory;    // bytes of address space
    uint64_t seconds;   // of the processor's time
};

// Walls that this kernel has; asks for none.
int confine_available(void);

// Puts those of the wanted walls up around the calling process that the kernel has, for good; answers which. The caller
// must have one thread only (else EBUSY), and must call confine_seal before it looks at anything foreign.
int confine_self(int wanted, struct confine_limits limits);

// Takes away what was left for starting threads; from now on there are no more. Only after confine_self.
int confine_seal(int walls);

// Starts a program with one end of a socket pair as its descriptor 0 and no other, without an environment, in a process
// group of its own. It is killed when the calling thread ends. `arguments` ends with NULL. Gives the other end.
pid_t confine_spawn(const char *path, char *const arguments[], int *socket);

// Kills a process group that confine_spawn has made, and what is left in it.
void confine_kill(pid_t worker);

// Waits for a killed or ended process; answers its status as waitpid gives it.
int confine_reap(pid_t worker);

// Milliseconds of the processor's time that a process has used.
int64_t confine_processor_time(pid_t worker);

// Makes a descriptor by which another thread ends confine_wait.
int confine_alarm(void);
void confine_ring(int alarm);

enum {
    CONFINE_READABLE = 1 << 0,    // bytes or the end
    CONFINE_WRITABLE = 1 << 1,
    CONFINE_RUNG = 1 << 2,        // somebody rang; the alarm is quiet again
};

// Waits until a socket can be read (where `reads`) or written (where `writes`), somebody rings, or the time is over;
// answers what happened as bits, 0 for the time.
int confine_wait(int socket, int alarm, int reads, int writes, int milliseconds);

// Reads what is there, at most so much; waits for it where `waits`. Answers 0 at the end, -1 with EAGAIN for nothing.
ssize_t confine_read(int socket, uint8_t *bytes, size_t count, int waits);
// Writes what has room, and all of it where `waits`; never raises SIGPIPE.
ssize_t confine_write(int socket, const uint8_t *bytes, size_t count, int waits);

// Whether a descriptor is a local socket.
int confine_is_channel(int descriptor);
void confine_close(int descriptor);

#endif
