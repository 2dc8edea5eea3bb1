// The order in which the walls go up: each is put up before the one that would forbid it.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "internal.h"

int confine_available(void) {
    return CONFINE_PRIVILEGES | CONFINE_LIMITS | CONFINE_MEMORY | confine_landlock_walls()
        | (confine_has_seccomp() ? CONFINE_CALLS : 0);
}

// Landlock and seccomp hold for the calling thread and those that it starts, so there must be no other.
static int is_alone(void) {
    DIR *threads = opendir("/proc/self/task");
    if (!threads) return 1;    // no /proc: nothing can be counted, and confine_seal reaches all threads
    int count = 0;
    for (struct dirent *entry; (entry = readdir(threads));) count += entry->d_name[0] != '.';
    closedir(threads);
    return count <= 1;
}

static int limit(int resource, uint64_t soft, uint64_t hard) {
    struct rlimit old;
    if (getrlimit(resource, &old)) return -1;
    struct rlimit new = {
        .rlim_cur = soft < old.rlim_max ? soft : old.rlim_max,
        .rlim_max = hard < old.rlim_max ? hard : old.rlim_max,
    };
    return setrlimit(resource, &new);
}

static int set_limits(struct confine_limits limits) {
    // A second after the soft limit's SIGXCPU comes the hard one's SIGKILL.
    if (limit(RLIMIT_CPU, limits.seconds, limits.seconds + 1)) return -1;
    if (limit(RLIMIT_AS, limits.memory, limits.memory)) return -1;
    if (limit(RLIMIT_CORE, 0, 0) || limit(RLIMIT_FSIZE, 0, 0) || limit(RLIMIT_MEMLOCK, 0, 0)) return -1;
    // One above the socket, for Landlock's own descriptor while it is put up; confine_seal leaves none.
    return limit(RLIMIT_NOFILE, 8, 8) || limit(RLIMIT_MSGQUEUE, 0, 0) ? -1 : 0;
}

// Swift's runtime starts a program to tell of a crash, which would look like an attack.
static void crash_plainly(void) {
    static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
}

int confine_self(int wanted, struct confine_limits limits) {
    if (!is_alone()) {
        errno = EBUSY;
        return -1;
    }
    crash_plainly();
    int walls = wanted & confine_available();
    if (walls & CONFINE_PRIVILEGES && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
    if (walls & CONFINE_LIMITS && set_limits(limits)) return -1;
    if (walls & CONFINE_MEMORY && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)) return -1;
    int landlock = walls & (CONFINE_FILES | CONFINE_NETWORK | CONFINE_SCOPE);
    if (landlock && confine_landlock(landlock)) return -1;
    if (walls & CONFINE_CALLS && confine_filter_start()) return -1;
    return walls;
}

int confine_seal(int walls) {
    // Not before: a thread counts as a process.
    if (walls & CONFINE_LIMITS && (limit(RLIMIT_NPROC, 0, 0) || limit(RLIMIT_NOFILE, 1, 1))) return -1;
    return walls & CONFINE_CALLS ? confine_filter_run() : 0;
}
