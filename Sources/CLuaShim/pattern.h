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

// A set of a pattern, worked out: `start` is where the pattern has its '['.
typedef struct foglua_set {
    const char *start;
    foglua_letters letters;
} foglua_set;

// As many sets of a pattern as are kept worked out.
enum { FOGLUA_SETS = 4 };

// A pattern at work on a text. Both strings must stay on the stack of L.
typedef struct foglua_match {
    lua_State *L;
    foglua_machine *machine;
    const char *text, *text_end, *pattern_end;
    ptrdiff_t budget;    // steps until the next look
    int depth;           // what is left of the C stack
    int count;    // captures, closed or not
    foglua_capture captures[FOGLUA_CAPTURES];
    unsigned set_count;    // worked out so far
    foglua_set sets[FOGLUA_SETS];
} foglua_match;

// Begins with a text and a pattern; the pattern's `^` has been taken off.
void foglua_begin_match(foglua_match *, lua_State *L, const char *text, size_t length, const char *pattern, size_t size);
// The first place from here on at which the pattern can match, going by the character that it begins with; NULL for none.
// [-0, +0, e]
const char *foglua_next_place(foglua_match *, const char *place, const char *pattern);
// First place from here on where the pattern can match, going by the character that it begins with; NULL for none.
// [-0, +0, e]
const char *foglua_next_place(foglua_match *, const char *place, const char *pattern);
// Matches the pattern at one place of the text; the place behind the match, NULL for none. [-0, +0, e]
const char *foglua_match_at(foglua_match *, const char *place, const char *pattern);
// Reads a capture, the whole match as the first where there is none; its length, or FOGLUA_POSITION, for which the
// position is pushed. [-0, +(0|1), e]
ptrdiff_t foglua_capture_at(foglua_match *, int number, const char *start, const char *end, const char **text);
// Pushes all captures, or the whole match; how many. `start` NULL: no whole match. [-0, +n, e]
int foglua_push_captures(foglua_match *, const char *start, const char *end);

#endif
