// What foghorn-bench needs of C: a bare C host of the same liblua to compare with, as its manual has it, and glibc.
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stdbool.h>

// Runs a Lua loop that calls the function `add`, registered with lua_register, `count` times. The first call opens the
// state, which stays open for the life of the process.
bool bench_peer_call(int count);

// Gives freed memory back to the system, so that what is taken from now on shows in the size of the process.
void bench_trim(void);

#endif
