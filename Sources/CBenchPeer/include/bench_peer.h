// What foghorn-bench compares with: a bare C host of the same liblua, as its manual has it.
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stdbool.h>

// Runs a Lua loop that calls the function `add`, registered with lua_register, `count` times. The first call opens the
// state, which stays open for the life of the process.
bool bench_peer_call(int count);

#endif
