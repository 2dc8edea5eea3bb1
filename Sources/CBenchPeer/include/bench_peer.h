// What foghorn-bench needs of C: a bare C host of the same liblua to compare with, as its manual has it, and glibc.
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>

// Runs a Lua loop that calls the function `add`, registered with lua_register, `count` times. The first call opens the
// state, which stays open for the life of the process.
bool bench_peer_call(int count);

// Runs a Lua loop that reads the field `name` of a userdata `count` times; its __index compares the key with the names of
// the fields, one after the other, and pushes the value.
bool bench_peer_field(int count);

// Calls the function that a chunk returns, which is made at the first call and stays open for the life of the process.
bool bench_peer_work(const char *source);

// Decodes FOG's list of hosts, JSON in an open file, with lua-cjson and sums up the lengths of the names; -1 where it
// cannot. The first call reads the file.
long long bench_peer_hosts(int file);

// Runs a chunk with Lua's own libraries in a state of its own and copies the text that it returns, or its error; answers
// the length of the text, of which at most `capacity` bytes are copied.
size_t bench_peer_text(const char *source, char *result, size_t capacity);

// Keeps the calling thread, and threads and processes that it starts from now on, on one processor; and lets it go again.
// Not for two threads at once.
void bench_pin(void);
void bench_unpin(void);

// Sends so many bytes `count` times to a process that sends them back, over a socket pair, on the processor of bench_pin.
// The first call starts it, and it stays until the thread that called ends.
bool bench_peer_ping(int count, int bytes);

// Gives freed memory back to the system, so that what is taken from now on shows in the size of the process.
void bench_trim(void);

#endif
