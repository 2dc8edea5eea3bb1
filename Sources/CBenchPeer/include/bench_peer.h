// What foghorn-bench compares with: a bare C host of the same liblua, as its manual has it.
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stddef.h>

#pragma clang assume_nonnull begin

typedef struct lua_State lua_State;

// Opens a state with all of Lua's libraries and the function `add`, registered with lua_register. NULL without memory.
lua_State *_Nullable bench_peer_open(void);
// Runs a chunk; 0 when it went well.
int bench_peer_run(lua_State *L, const char *source, size_t length);
void bench_peer_close(lua_State *L);

#pragma clang assume_nonnull end

#endif
