// Lua's patterns: matching one, with what it captures. Never included by Swift.
#ifndef FOGLUA_PATTERN_H
#define FOGLUA_PATTERN_H

#include "internal.h"

// Lengths of captures that have none.
enum { FOGLUA_OPEN = -1, FOGLUA_POSITION = -2 };

// As many as Lua's own matcher has.
enum { FOGLUA_CAPTURES = 32 };

typedef struct foglua_capture {
    const char *start;
    ptrdiff_t length;
} foglua_capture;

// A pattern at work on a text. Both strings must stay on the stack of L.
typedef struct foglua_match {
    lua_State *L;
    foglua_machine *machine;
    const char *text, *text_end, *pattern_end;
    unsigned steps;
    int depth;    // what is left of the C stack
    int count;    // captures, closed or not
    foglua_capture captures[FOGLUA_CAPTURES];
} foglua_match;

// Begins with a text and a pattern; the pattern's `^` has been taken off.
void foglua_begin_match(foglua_match *, lua_State *L, const char *text, size_t length, const char *pattern, size_t size);
// Matches the pattern at one place of the text; the place behind the match, NULL for none. [-0, +0, e]
const char *foglua_match_at(foglua_match *, const char *place, const char *pattern);
// Reads a capture, the whole match as the first where there is none; its length, or FOGLUA_POSITION, for which the
// position is pushed. [-0, +(0|1), e]
ptrdiff_t foglua_capture_at(foglua_match *, int number, const char *start, const char *end, const char **text);
// Pushes all captures, or the whole match; how many. `start` NULL: no whole match. [-0, +n, e]
int foglua_push_captures(foglua_match *, const char *start, const char *end);

#endif
