// Starting a worker. Between fork and execve only system calls are made: the parent has other threads, whose locks are
// copied as they stand.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"

// Lua 5.4.4 words some errors recursively; a worker runs Lua on its first thread.
enum { STACK_SIZE = 32 << 20 };

static void restore_signals(void) {
    // execve keeps what is ignored and what is blocked.
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_from(int first) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
    struct rlimit files;
    int last = getrlimit(RLIMIT_NOFILE, &files) || files.rlim_cur > 65536 ? 65536 : (int)files.rlim_cur;
    for (int descriptor = first; descriptor < last; descriptor++) close(descriptor);
}

_Noreturn static void become(const char *path, char *const arguments[], int socket, pid_t parent) {
    char *const environment[] = {NULL};
    struct rlimit stack;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) || getppid() != parent) _exit(126);
    if (setpgid(0, 0) || (socket != 0 && dup2(socket, 0) < 0)) _exit(126);
    close_from(1);
    if (getrlimit(RLIMIT_STACK, &stack) == 0) {
        stack.rlim_cur = stack.rlim_max < STACK_SIZE ? stack.rlim_max : STACK_SIZE;
        setrlimit(RLIMIT_STACK, &stack);
    }
    restore_signals();
    execve(path, arguments, environment);
    _exit(127);
}

pid_t confine_spawn(const char *path, char *const arguments[], int *socket) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)) return -1;
    // The child must not run a handler of its parent's.
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    pid_t parent = getpid(), worker = fork();
    if (worker == 0) become(path, arguments, pair[1], parent);
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    close(pair[1]);
    if (worker < 0) {
        close(pair[0]);
        errno = error;
        return -1;
    }
    // Both sides set it, so that neither comes too late.
    setpgid(worker, worker);
    *socket = pair[0];
    return worker;
}

void confine_kill(pid_t worker) {
    // Only as long as confine_reap has not given the number back.
    kill(-worker, SIGKILL);
    kill(worker, SIGKILL);
}

int confine_reap(pid_t worker) {
    int status = 0;
    while (waitpid(worker, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return status;
}
