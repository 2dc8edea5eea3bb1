#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "probe.h"

// What fails for another reason than a wall has worked: the call was let through.
static long see(const char *path) {
    char byte;
    int file = open(path, O_RDONLY);
    return file < 0 ? -1 : read(file, &byte, 1) < 0 ? -1 : 0;
}

static long file(void) { return see("/etc/passwd"); }
static long environment(void) { return see("/proc/self/environ"); }
static long own_memory(void) { return see("/proc/self/maps"); }
static long parent_environment(void) {
    char path[] = "/proc/0000000000/environ";
    int number = getppid();
    for (char *digit = path + 15; digit > path + 5; number /= 10) *digit-- = (char)('0' + number % 10);
    char *start = path + 6;
    while (*start == '0') start++;
    memmove(path + 6, start, strlen(start) + 1);
    return see(path);
}
static long first_process(void) { return see("/proc/1/status"); }
static long write_file(void) { return open("/tmp", O_TMPFILE | O_WRONLY, 0600); }
static long truncate_file(void) { return truncate("/nowhere", 0) == 0 || errno == ENOENT ? 0 : -1; }
static long remove_file(void) { return unlink("/nowhere/probe") == 0 || errno == ENOENT ? 0 : -1; }
static long list_folder(void) { return open("/", O_RDONLY | O_DIRECTORY); }
static long change_folder(void) { return chdir("/"); }
static long look_at_file(void) {
    struct stat place;
    return stat("/etc/passwd", &place);
}
static long socket_tcp(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static long socket_unix(void) { return socket(AF_UNIX, SOCK_STREAM, 0); }
static long socket_raw(void) { return socket(AF_NETLINK, SOCK_RAW, 0); }
static long tcp_connection(void) {
    int place = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    if (place < 0) return -1;
    int result = connect(place, (struct sockaddr *)&nobody, sizeof nobody);
    return result == 0 || errno == ECONNREFUSED ? 0 : -1;
}
static long program(void) {
    char *arguments[] = {"/bin/true", NULL}, *none[] = {NULL};
    return execve(arguments[0], arguments, none);
}
static long program_here(void) {
    char *arguments[] = {"", NULL}, *none[] = {NULL};
    return syscall(SYS_execveat, 0, "", arguments, none, AT_EMPTY_PATH) == 0 || errno == EACCES ? 0 : -1;
}
static long child(void) {
    pid_t number = fork();
    if (number == 0) _exit(0);
    return number;
}
static void *nothing(void *unused) { return unused; }
static long thread(void) {
    pthread_t thread;
    int error = pthread_create(&thread, NULL, nothing, NULL);
    errno = error;
    return error ? -1 : 0;
}
static long trace_parent(void) { return ptrace(PTRACE_SEIZE, getppid(), 0, 0); }
static long be_traced(void) { return ptrace(PTRACE_TRACEME, 0, 0, 0); }
static long read_parent(void) {
    char here, there;
    struct {
        void *base;
        size_t length;
    } to = {&here, 1}, from = {&there, 1};
    return syscall(SYS_process_vm_readv, getppid(), &to, 1, &from, 1, 0) >= 0 || errno == EFAULT ? 0 : -1;
}
static long signal_parent(void) { return kill(getppid(), 0); }
static long signal_all(void) { return kill(-1, 0); }
static long signal_thread(void) { return syscall(SYS_tgkill, getppid(), getppid(), 0); }
static long change_limits(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_NOFILE, &limit) || setrlimit(RLIMIT_NOFILE, &limit) ? -1 : 0;
}
static long limits_of_parent(void) {
    struct rlimit limit;
    return syscall(SYS_prlimit64, getppid(), RLIMIT_NOFILE, NULL, &limit);
}
// Nothing is mounted, even without walls: there is no such folder.
static long mount_something(void) {
    return mount("none", "/no-folder", "tmpfs", 0, NULL) == 0 || errno == ENOENT ? 0 : -1;
}
static long leave_namespace(void) { return unshare(CLONE_NEWUSER); }
static long bpf_program(void) {
    union bpf_attr attributes = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
    return syscall(SYS_bpf, BPF_MAP_CREATE, &attributes, sizeof attributes);
}
static long ring(void) {
    char parameters[256] = {0};
    return syscall(SYS_io_uring_setup, 1, parameters);
}
static long faults(void) { return syscall(SYS_userfaultfd, O_NONBLOCK); }
static long events(void) {
    char attributes[128] = {1};
    return syscall(SYS_perf_event_open, attributes, 0, -1, -1, 0);
}
static long keys(void) { return syscall(SYS_keyctl, 0, -3, 1, 0, 0); }
static long file_in_memory(void) { return (long)memfd_create("probe", 0); }
static long be_dumpable(void) { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }
static long survive_parent(void) { return prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0); }
static long leave_group(void) { return setsid() >= 0 || errno == EPERM ? 0 : -1; }
static long be_somebody(void) { return setuid(65534); }
static long code_in_memory(void) {
    return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
        ? -1
        : 0;
}
static long memory_to_code(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? -1 : mprotect(page, 4096, PROT_READ | PROT_EXEC);
}
static long other_descriptor(void) {
    char byte;
    for (int place = 1; place < 64; place++) {
        if (read(place, &byte, 1) >= 0 || errno != EBADF) return 0;
    }
    return -1;
}
static long descriptors_by_socket(void) {
    char space[64], byte;
    struct iovec bytes = {&byte, 1};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    return recvmsg(0, &message, MSG_DONTWAIT) >= 0 || errno == EAGAIN ? 0 : -1;
}
static long much_memory(void) {
    return mmap(NULL, (size_t)64 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
            == MAP_FAILED
        ? -1
        : 0;
}
static long other_filter(void) { return prctl(PR_SET_SECCOMP, 2, NULL, 0, 0) == 0 || errno == EFAULT ? 0 : -1; }
// Nothing is set, even without walls: there is no such time.
static long clock_set(void) {
    struct timespec never = {.tv_nsec = -1};
    return syscall(SYS_clock_settime, CLOCK_REALTIME, &never) == 0 || errno == EINVAL ? 0 : -1;
}

static const struct {
    const char *name;
    long (*attempt)(void);
} attempts[] = {
    {"open a file", file},
    {"read its environment", environment},
    {"read where its memory lies", own_memory},
    {"read its parent's environment", parent_environment},
    {"read of process 1", first_process},
    {"write a file", write_file},
    {"truncate a file", truncate_file},
    {"remove a file", remove_file},
    {"list a folder", list_folder},
    {"change its folder", change_folder},
    {"look at a file", look_at_file},
    {"make a TCP socket", socket_tcp},
    {"make a local socket", socket_unix},
    {"make a netlink socket", socket_raw},
    {"connect", tcp_connection},
    {"start a program", program},
    {"start a program by its socket", program_here},
    {"fork", child},
    {"start a thread", thread},
    {"trace its parent", trace_parent},
    {"be traced", be_traced},
    {"read its parent's memory", read_parent},
    {"signal its parent", signal_parent},
    {"signal everybody", signal_all},
    {"signal its parent's thread", signal_thread},
    {"change its limits", change_limits},
    {"read its parent's limits", limits_of_parent},
    {"mount", mount_something},
    {"leave its namespace", leave_namespace},
    {"load a BPF program", bpf_program},
    {"set up io_uring", ring},
    {"handle page faults", faults},
    {"count events", events},
    {"use the kernel's keys", keys},
    {"make a file in memory", file_in_memory},
    {"be dumpable", be_dumpable},
    {"survive its parent", survive_parent},
    {"leave its process group", leave_group},
    {"become another user", be_somebody},
    {"map memory as code", code_in_memory},
    {"turn memory into code", memory_to_code},
    {"read another descriptor", other_descriptor},
    {"receive descriptors", descriptors_by_socket},
    {"take much memory", much_memory},
    {"replace its filter", other_filter},
    {"set the clock", clock_set},
};

int probe_count(void) { return sizeof attempts / sizeof *attempts; }
const char *probe_name(int attempt) { return attempts[attempt].name; }
int probe_try(int attempt) {
    errno = 0;
    return attempts[attempt].attempt() >= 0 ? 0 : errno ? errno : -1;
}
