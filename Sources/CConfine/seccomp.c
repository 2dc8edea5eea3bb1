// The list of system calls, in two filters of which the stricter one holds.
//
// What is not listed kills the process: whoever calls it is no longer our code. A few calls are refused with an error
// instead: libraries try them and do without.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "seccomp: name this architecture"
#endif

// Flags with which glibc starts a thread; anything else, such as a process or a namespace, is no thread.
enum { THREAD_FLAGS = 0x3d0f00 };

struct program {
    struct sock_filter code[256];
    unsigned short count;
};

static void add(struct program *p, unsigned short code, unsigned char yes, unsigned char no, uint32_t k) {
    if (p->count < sizeof p->code / sizeof *p->code) {
        p->code[p->count++] = (struct sock_filter){.code = code, .jt = yes, .jf = no, .k = k};
    }
}

static void load(struct program *p, size_t offset) { add(p, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset); }

static void give(struct program *p, uint32_t answer) { add(p, BPF_RET | BPF_K, 0, 0, answer); }

static size_t argument(int number) { return offsetof(struct seccomp_data, args) + 8 * (size_t)number; }

// One answer to one call.
static void answer(struct program *p, long call, uint32_t answer) {
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)call);
    give(p, answer);
}

static void allow(struct program *p, long call) { answer(p, call, SECCOMP_RET_ALLOW); }

static void refuse(struct program *p, long call, int error) { answer(p, call, SECCOMP_RET_ERRNO | (uint32_t)error); }

// Allows a call whose argument is one of two numbers. The upper half is not looked at: all are ints.
static void allow_either(struct program *p, long call, int number, uint32_t one, uint32_t other) {
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 5, (uint32_t)call);
    load(p, argument(number));
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, one);
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, other);
    give(p, SECCOMP_RET_ALLOW);
    give(p, SECCOMP_RET_KILL_PROCESS);
}

static void allow_equal(struct program *p, long call, int number, uint32_t value) {
    allow_either(p, call, number, value, value);
}

// Allows a call whose argument has none of these bits.
static void allow_without(struct program *p, long call, int number, uint32_t bits) {
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (uint32_t)call);
    load(p, argument(number));
    add(p, BPF_JMP | BPF_JSET | BPF_K, 1, 0, bits);
    give(p, SECCOMP_RET_ALLOW);
    give(p, SECCOMP_RET_KILL_PROCESS);
}

static void begin(struct program *p) {
    load(p, offsetof(struct seccomp_data, arch));
    add(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, OUR_ARCHITECTURE);
    give(p, SECCOMP_RET_KILL_PROCESS);
    load(p, offsetof(struct seccomp_data, nr));
}

static int install(struct program *p, unsigned flags) {
    struct sock_fprog filter = {.len = p->count, .filter = p->code};
    long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &filter);
    if (result > 0) errno = ESRCH;    // with TSYNC, the thread that could not be reached
    return result == 0 ? 0 : -1;
}

int confine_has_seccomp(void) {
    uint32_t kill = SECCOMP_RET_KILL_PROCESS;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &kill) == 0;
}

static void allow_running(struct program *p) {
    static const long calls[] = {
        SYS_futex, SYS_clock_gettime, SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_sigaltstack,
        SYS_munmap,
        SYS_mremap, SYS_madvise, SYS_brk, SYS_gettid, SYS_getpid, SYS_sched_yield, SYS_getrandom, SYS_restart_syscall,
        SYS_exit, SYS_exit_group, SYS_clock_nanosleep, SYS_close,
        // What a new thread does, which may come after confine_seal.
        SYS_set_robust_list,
#ifdef SYS_rseq
        SYS_rseq,
#endif
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) allow(p, calls[i]);
    // The socket is descriptor 0.
    static const long transfers[] = {SYS_read, SYS_write, SYS_recvfrom, SYS_sendto};
    for (size_t i = 0; i < sizeof transfers / sizeof *transfers; i++) allow_equal(p, transfers[i], 0, 0);
    // No memory that can be written becomes code.
    allow_without(p, SYS_mmap, 2, PROT_EXEC);
    allow_without(p, SYS_mprotect, 2, PROT_EXEC);
    // A thread's signal to another of its own: the script's stop, and abort.
    allow_equal(p, SYS_tgkill, 0, (uint32_t)getpid());
    allow_either(p, SYS_prctl, 0, PR_SET_NAME, PR_GET_NAME);
}

// What libraries try and can do without.
static void refuse_tried(struct program *p) {
    static const long calls[] = {
        SYS_openat, SYS_readlinkat, SYS_faccessat, SYS_newfstatat, SYS_fstat, SYS_statx, SYS_ioctl, SYS_fcntl,
        SYS_sched_getaffinity, SYS_sysinfo, SYS_uname, SYS_getcwd, SYS_membarrier,
#if defined(__x86_64__)
        SYS_open, SYS_readlink, SYS_access, SYS_stat, SYS_lstat,
#endif
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) refuse(p, calls[i], EPERM);
}

int confine_filter_start(void) {
    struct program p = {.count = 0};
    begin(&p);
    allow_running(&p);
    // Its flags lie in memory, where no filter sees them: glibc takes clone instead.
    refuse(&p, SYS_clone3, ENOSYS);
    allow_equal(&p, SYS_clone, 0, THREAD_FLAGS);
    // For confine_seal, whose filter forbids both.
    allow_equal(&p, SYS_prlimit64, 0, 0);
    allow(&p, SYS_seccomp);
    refuse_tried(&p);
    give(&p, SECCOMP_RET_KILL_PROCESS);
    return install(&p, 0);
}

int confine_filter_run(void) {
    struct program p = {.count = 0};
    begin(&p);
    answer(&p, SYS_clone, SECCOMP_RET_KILL_PROCESS);
    answer(&p, SYS_seccomp, SECCOMP_RET_KILL_PROCESS);
    refuse(&p, SYS_prlimit64, EPERM);
    give(&p, SECCOMP_RET_ALLOW);
    return install(&p, SECCOMP_FILTER_FLAG_TSYNC);
}
