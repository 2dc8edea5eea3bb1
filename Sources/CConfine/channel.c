// Bytes over the socket pair.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "confine.h"

int confine_alarm(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void confine_ring(int alarm) {
    uint64_t one = 1;
    // Fails only where it rings already.
    if (write(alarm, &one, sizeof one) < 0) return;
}

int confine_wait(int socket, int alarm, int reads, int writes, int milliseconds) {
    struct pollfd places[2] = {
        {.fd = reads || writes ? socket : -1, .events = (short)((reads ? POLLIN : 0) | (writes ? POLLOUT : 0))},
        {.fd = alarm, .events = POLLIN},
    };
    int count = poll(places, 2, milliseconds);
    if (count < 0) return errno == EINTR ? CONFINE_RUNG : -1;
    int result = 0;
    if (reads && places[0].revents & (POLLIN | POLLHUP | POLLERR)) result |= CONFINE_READABLE;
    if (writes && places[0].revents & (POLLOUT | POLLHUP | POLLERR)) result |= CONFINE_WRITABLE;
    if (places[1].revents & POLLIN) {
        uint64_t rung;
        result |= read(alarm, &rung, sizeof rung) < 0 ? 0 : CONFINE_RUNG;
    }
    return result;
}

ssize_t confine_read(int socket, uint8_t *bytes, size_t count, int waits) {
    ssize_t result;
    do result = recv(socket, bytes, count, waits ? 0 : MSG_DONTWAIT);
    while (result < 0 && errno == EINTR);
    return result;
}

ssize_t confine_write(int socket, const uint8_t *bytes, size_t count, int waits) {
    size_t written = 0;
    while (written < count) {
        ssize_t result = send(socket, bytes + written, count - written, MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT));
        if (result < 0 && errno == EINTR) continue;
        if (result < 0) return written > 0 && errno == EAGAIN ? (ssize_t)written : -1;
        written += (size_t)result;
    }
    return (ssize_t)written;
}

int confine_is_channel(int descriptor) {
    int domain = 0;
    socklen_t size = sizeof domain;
    return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_UNIX;
}

void confine_close(int descriptor) { close(descriptor); }

int64_t confine_processor_time(pid_t worker) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(worker, &clock) || clock_gettime(clock, &time)) return -1;
    return time.tv_sec * INT64_C(1000) + time.tv_nsec / 1000000;
}
