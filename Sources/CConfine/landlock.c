// Landlock: every right that this kernel can take away is handled, and none is granted. The numbers are those of the
// kernel's user interface (linux/landlock.h), whose header is older than the kernel on many systems.
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

enum { CREATE_RULESET = 444, RESTRICT_SELF = 446, QUERY_VERSION = 1 };

struct ruleset {
    uint64_t files, network, scope;
};

int confine_landlock_version(void) {
    long version = syscall(CREATE_RULESET, NULL, (size_t)0, QUERY_VERSION);
    return version < 0 ? 0 : (int)version;
}

int confine_landlock_walls(void) {
    int version = confine_landlock_version();
    return (version >= 1 ? CONFINE_FILES : 0) | (version >= 4 ? CONFINE_NETWORK : 0)
        | (version >= 6 ? CONFINE_SCOPE : 0);
}

// Rights over files by version: 2 adds moving between folders, 3 truncating, 5 asking devices.
static uint64_t file_rights(int version) {
    int known = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    return (UINT64_C(1) << known) - 1;
}

int confine_landlock(int walls) {
    int version = confine_landlock_version();
    struct ruleset rules = {
        .files = walls & CONFINE_FILES ? file_rights(version) : 0,
        .network = walls & CONFINE_NETWORK ? 3 : 0,    // bind, connect
        .scope = walls & CONFINE_SCOPE ? 3 : 0,        // abstract sockets, signals
    };
    size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
    int set = (int)syscall(CREATE_RULESET, &rules, size, 0);
    if (set < 0) return -1;
    int result = (int)syscall(RESTRICT_SELF, set, 0);
    int error = errno;
    close(set);
    errno = error;
    return result;
}
