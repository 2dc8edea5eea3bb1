// Lua's own matcher cannot be stopped: a short pattern can go back and forth for hours inside one call. This one means
// the same (Lua 5.4 manual, 6.4.1; tests compare both) and looks every 1,024 steps whether the script is to stop.
#include "pattern.h"

#include <ctype.h>

enum { DEPTH = 200 };

static unsigned char at(const char *place) { return (unsigned char)*place; }

static void step(foglua_match *m) { foglua_text_step(m->L, m->machine, &m->steps); }

// ---- Single characters.

// Place behind the single character class at `p`: a character, an escape, or a set.
static const char *class_end(foglua_match *m, const char *p) {
    char first = *p++;
    if (first == '%') {
        if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
        return p + 1;
    }
    if (first != '[') return p;
    if (*p == '^') p++;
    do {    // a ']' right at the beginning is a member
        if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
        char member = *p++;
        if (member == '%' && p < m->pattern_end) p++;
        step(m);
    } while (p == m->pattern_end || *p != ']');
    return p + 1;
}

static bool is_of_class(int letter, int class) {
    int result;
    switch (tolower(class)) {
    case 'a': result = isalpha(letter); break;
    case 'c': result = iscntrl(letter); break;
    case 'd': result = isdigit(letter); break;
    case 'g': result = isgraph(letter); break;
    case 'l': result = islower(letter); break;
    case 'p': result = ispunct(letter); break;
    case 's': result = isspace(letter); break;
    case 'u': result = isupper(letter); break;
    case 'w': result = isalnum(letter); break;
    case 'x': result = isxdigit(letter); break;
    case 'z': result = letter == 0; break;
    default: return class == letter;
    }
    return isupper(class) ? !result : result;
}

// `p` is at the '[', `last` at the ']'.
static bool is_in_set(foglua_match *m, int letter, const char *p, const char *last) {
    bool is_member = true;
    if (p[1] == '^') {
        is_member = false;
        p++;
    }
    while (++p < last) {
        step(m);
        if (*p == '%') {
            p++;
            if (is_of_class(letter, at(p))) return is_member;
        } else if (p[1] == '-' && p + 2 < last) {
            p += 2;
            if (at(p - 2) <= letter && letter <= at(p)) return is_member;
        } else if (at(p) == letter) {
            return is_member;
        }
    }
    return !is_member;
}

static bool is_single(foglua_match *m, const char *s, const char *p, const char *p_end) {
    if (s >= m->text_end) return false;
    int letter = at(s);
    switch (*p) {
    case '.': return true;
    case '%': return is_of_class(letter, at(p + 1));
    case '[': return is_in_set(m, letter, p, p_end - 1);
    default: return at(p) == letter;
    }
}

// ---- Items that are more than one character.

static const char *match(foglua_match *m, const char *s, const char *p);

static const char *match_balance(foglua_match *m, const char *s, const char *p) {
    if (p >= m->pattern_end - 1) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
    if (s >= m->text_end || *s != *p) return NULL;
    int depth = 1;
    while (++s < m->text_end) {
        step(m);
        if (*s == p[1]) {
            if (--depth == 0) return s + 1;
        } else if (*s == *p) {
            depth++;
        }
    }
    return NULL;
}

static const char *match_most(foglua_match *m, const char *s, const char *p, const char *p_end) {
    ptrdiff_t count = 0;
    while (is_single(m, s + count, p, p_end)) {
        count++;
        step(m);
    }
    for (; count >= 0; count--) {
        const char *end = match(m, s + count, p_end + 1);
        if (end) return end;
    }
    return NULL;
}

static const char *match_fewest(foglua_match *m, const char *s, const char *p, const char *p_end) {
    for (;;) {
        const char *end = match(m, s, p_end + 1);
        if (end) return end;
        if (!is_single(m, s, p, p_end)) return NULL;
        s++;
    }
}

static const char *begin_capture(foglua_match *m, const char *s, const char *p, ptrdiff_t kind) {
    if (m->count >= FOGLUA_CAPTURES) luaL_error(m->L, "too many captures");
    m->captures[m->count++] = (foglua_capture){s, kind};
    const char *end = match(m, s, p);
    if (!end) m->count--;
    return end;
}

static int open_capture(foglua_match *m) {
    for (int i = m->count - 1; i >= 0; i--) {
        if (m->captures[i].length == FOGLUA_OPEN) return i;
    }
    return luaL_error(m->L, "invalid pattern capture");
}

static const char *end_capture(foglua_match *m, const char *s, const char *p) {
    int number = open_capture(m);
    m->captures[number].length = s - m->captures[number].start;
    const char *end = match(m, s, p);
    if (!end) m->captures[number].length = FOGLUA_OPEN;
    return end;
}

static const char *match_reference(foglua_match *m, const char *s, int digit) {
    int number = digit - '1';
    if (number < 0 || number >= m->count || m->captures[number].length == FOGLUA_OPEN) {
        luaL_error(m->L, "invalid capture index %%%d", number + 1);
    }
    size_t length = (size_t)m->captures[number].length;
    if ((size_t)(m->text_end - s) < length || memcmp(m->captures[number].start, s, length) != 0) return NULL;
    return s + length;
}

static bool is_frontier(foglua_match *m, const char *s, const char *p, const char *p_end) {
    int before = s == m->text ? 0 : at(s - 1), after = s < m->text_end ? at(s) : 0;
    return !is_in_set(m, before, p, p_end - 1) && is_in_set(m, after, p, p_end - 1);
}

// ---- The pattern.

// One item that repeats or not. Answers whether the loop goes on with *s and *p; else *s is the result.
static bool match_item(foglua_match *m, const char **s, const char **p) {
    const char *p_end = class_end(m, *p), *result;
    char suffix = p_end < m->pattern_end ? *p_end : '\0';
    if (!is_single(m, *s, *p, p_end)) {
        bool may_be_empty = suffix == '*' || suffix == '?' || suffix == '-';
        *p = p_end + 1;
        if (!may_be_empty) *s = NULL;
        return may_be_empty;
    }
    switch (suffix) {
    case '?':
        result = match(m, *s + 1, p_end + 1);
        *p = p_end + 1;
        if (!result) return true;
        *s = result;
        return false;
    case '+': *s = match_most(m, *s + 1, *p, p_end); return false;
    case '*': *s = match_most(m, *s, *p, p_end); return false;
    case '-': *s = match_fewest(m, *s, *p, p_end); return false;
    default:
        (*s)++;
        *p = p_end;
        return true;
    }
}

// An item that begins with '%' and is no single character. Answers as match_item does; `known` false: it is one.
static bool match_escape(foglua_match *m, const char **s, const char **p, bool *known) {
    const char *set, *p_end;
    *known = true;
    switch ((*p)[1]) {
    case 'b':
        *s = match_balance(m, *s, *p + 2);
        *p += 4;
        return *s != NULL;
    case 'f':
        set = *p + 2;
        if (*set != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
        p_end = class_end(m, set);
        *p = p_end;
        if (is_frontier(m, *s, set, p_end)) return true;
        *s = NULL;
        return false;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        *s = match_reference(m, *s, at(*p + 1));
        *p += 2;
        return *s != NULL;
    default:
        *known = false;
        return true;
    }
}

static const char *match(foglua_match *m, const char *s, const char *p) {
    if (m->depth-- == 0) luaL_error(m->L, "pattern too complex");
    bool goes_on = true;
    while (goes_on && p != m->pattern_end) {
        step(m);
        bool known = false;
        if (*p == '(') {
            bool is_position = p[1] == ')';
            s = begin_capture(m, s, p + (is_position ? 2 : 1), is_position ? FOGLUA_POSITION : FOGLUA_OPEN);
            break;
        }
        if (*p == ')') {
            s = end_capture(m, s, p + 1);
            break;
        }
        if (*p == '$' && p + 1 == m->pattern_end) {
            s = s == m->text_end ? s : NULL;
            break;
        }
        if (*p == '%') goes_on = match_escape(m, &s, &p, &known);
        if (!known) goes_on = match_item(m, &s, &p);
    }
    m->depth++;
    return s;
}

void foglua_begin_match(foglua_match *m, lua_State *L, const char *text, size_t length, const char *pattern, size_t size) {
    m->L = L;
    m->machine = foglua_of(L);
    m->text = text;
    m->text_end = text + length;
    m->pattern_end = pattern + size;
    m->steps = 0;
}

const char *foglua_match_at(foglua_match *m, const char *place, const char *pattern) {
    m->count = 0;
    m->depth = DEPTH;
    step(m);
    return match(m, place, pattern);
}

ptrdiff_t foglua_capture_at(foglua_match *m, int number, const char *start, const char *end, const char **text) {
    if (number >= m->count) {
        if (number != 0) luaL_error(m->L, "invalid capture index %%%d", number + 1);
        *text = start;
        return end - start;
    }
    ptrdiff_t length = m->captures[number].length;
    *text = m->captures[number].start;
    if (length == FOGLUA_OPEN) luaL_error(m->L, "unfinished capture");
    if (length == FOGLUA_POSITION) lua_pushinteger(m->L, *text - m->text + 1);
    return length;
}

int foglua_push_captures(foglua_match *m, const char *start, const char *end) {
    int count = m->count == 0 && start ? 1 : m->count;
    luaL_checkstack(m->L, count, "too many captures");
    for (int i = 0; i < count; i++) {
        const char *text;
        ptrdiff_t length = foglua_capture_at(m, i, start, end, &text);
        if (length != FOGLUA_POSITION) lua_pushlstring(m->L, text, (size_t)length);
    }
    return count;
}
