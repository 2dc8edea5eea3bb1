// Lua's own matcher cannot be stopped: a short pattern can go back and forth for hours inside one call. This one means
// the same (Lua 5.4 manual, 6.4.1; tests compare both) and looks every 1,024 steps whether the script is to stop. Places where
// the next character of the pattern does not stand are passed over: that makes good for the looking, and more
// (`foghorn-bench sandbox.strings`).
#include "pattern.h"

#include <ctype.h>
#include <limits.h>

enum { DEPTH = 200, STEPS = 1024, ANY = -1 };

static unsigned char at(const char *place) { return (unsigned char)*place; }

static void look(foglua_match *m) {
    m->budget = STEPS;
    foglua_look(m->L, m->machine, true);
}

// Counts steps that were made. [-0, +0, v]
static inline void spend(foglua_match *m, ptrdiff_t steps) {
    m->budget -= steps;
    if (m->budget < 0) look(m);
}

// ---- Single characters.

// Place behind the set that begins before `p`.
static const char *set_end(foglua_match *m, const char *p) {
    const char *start = p;
    if (*p == '^') p++;
    do {    // a ']' right at the beginning is a member
        if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
        char member = *p++;
        if (member == '%' && p < m->pattern_end) p++;
    } while (p == m->pattern_end || *p != ']');
    spend(m, p - start);
    return p + 1;
}

// Place behind the single character class at `p`: a character, an escape, or a set.
static inline const char *class_end(foglua_match *m, const char *p) {
    char first = *p++;
    if (first == '[') return set_end(m, p);
    if (first != '%') return p;
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
}

static bool has(const foglua_letters *letters, int letter) { return letters->words[letter >> 6] >> (letter & 63) & 1; }

static void add(foglua_letters *letters, int letter) { letters->words[letter >> 6] |= (uint64_t)1 << (letter & 63); }

static void add_range(foglua_letters *letters, int first, int last) {
    for (; first <= last; first++) add(letters, first);
}

static int is_zero(int letter) { return letter == 0; }

// Asked once, since asking libc each time takes as long as the rest of a step.
void foglua_open_patterns(foglua_machine *m) {
    static const struct { char letter; int (*test)(int); } classes[] = {
        {'a', isalpha}, {'c', iscntrl}, {'d', isdigit}, {'g', isgraph}, {'l', islower}, {'p', ispunct}, {'s', isspace},
        {'u', isupper}, {'w', isalnum}, {'x', isxdigit}, {'z', is_zero},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        int number = classes[i].letter & 31;
        m->class_letters |= (uint32_t)1 << number;
        for (int letter = 0; letter <= UCHAR_MAX; letter++) {
            if (classes[i].test(letter)) add(&m->classes[number], letter);
        }
    }
}

// Whether the character behind a '%' stands for a class, and not for itself.
static bool is_class(const foglua_match *m, int class) {
    return (class | 0x20) >= 'a' && (class | 0x20) <= 'z' && m->machine->class_letters >> (class & 31) & 1;
}

// Mask of a class's words: a capital letter stands for all others.
static uint64_t inverts(int class) { return class & 0x20 ? 0 : ~(uint64_t)0; }

static bool is_of_class(const foglua_match *m, int letter, int class) {
    if (!is_class(m, class)) return class == letter;
    return has(&m->machine->classes[class & 31], letter) ^ (inverts(class) & 1);
}

static void add_class(const foglua_match *m, foglua_letters *letters, int class) {
    if (!is_class(m, class)) {
        add(letters, class);
        return;
    }
    const foglua_letters *members = &m->machine->classes[class & 31];
    for (int i = 0; i < 4; i++) letters->words[i] |= members->words[i] ^ inverts(class);
}

// `p` is at the '[', `last` at the ']'.
static void work_out(foglua_match *m, foglua_letters *letters, const char *p, const char *last) {
    spend(m, last - p);
    *letters = (foglua_letters){{0}};
    bool is_inverted = p[1] == '^';
    if (is_inverted) p++;
    while (++p < last) {
        if (*p == '%') {
            add_class(m, letters, at(++p));
        } else if (p[1] == '-' && p + 2 < last) {
            add_range(letters, at(p), at(p + 2));
            p += 2;
        } else {
            add(letters, at(p));
        }
    }
    if (!is_inverted) return;
    for (int i = 0; i < 4; i++) letters->words[i] = ~letters->words[i];
}

static bool is_in_set(foglua_match *m, int letter, const char *p, const char *last) {
    unsigned known = m->set_count < FOGLUA_SETS ? m->set_count : FOGLUA_SETS;
    for (unsigned i = 0; i < known; i++) {
        if (m->sets[i].start == p) return has(&m->sets[i].letters, letter);
    }
    foglua_set *set = &m->sets[m->set_count++ % FOGLUA_SETS];
    set->start = NULL;
    work_out(m, &set->letters, p, last);
    set->start = p;
    return has(&set->letters, letter);
}

static bool is_single(foglua_match *m, const char *s, const char *p, const char *p_end) {
    if (s >= m->text_end) return false;
    int letter = at(s);
    switch (*p) {
    case '.': return true;
    case '%': return is_of_class(m, letter, at(p + 1));
    case '[': return is_in_set(m, letter, p, p_end - 1);
    default: return at(p) == letter;
    }
}

// ---- What stands next.

static bool is_suffix_of_none(char suffix) { return suffix == '*' || suffix == '?' || suffix == '-'; }

// Index of the innermost capture that is open, -1 for none.
static int open_capture(const foglua_match *m) {
    int number = m->count - 1;
    while (number >= 0 && m->captures[number].length != FOGLUA_OPEN) number--;
    return number;
}

// The character with which whatever matches the pattern from `p` on begins; ANY where that cannot be told.
static int first_letter(const foglua_match *m, const char *p) {
    static const bool is_special[UCHAR_MAX + 1] = {
        ['$'] = true, ['('] = true, [')'] = true, ['.'] = true, ['['] = true, ['^'] = true,
    };
    if (p < m->pattern_end && *p == ')' && open_capture(m) >= 0) p++;
    if (p >= m->pattern_end || is_special[at(p)]) return ANY;
    if (*p == '%' && (++p >= m->pattern_end || isalnum(at(p)))) return ANY;
    return p + 1 < m->pattern_end && is_suffix_of_none(p[1]) ? ANY : at(p);
}

// Whether that character, or any, stands at a place.
static bool is_at(const foglua_match *m, const char *s, int letter) {
    return letter == ANY || (s < m->text_end && at(s) == letter);
}

// ---- Items that are more than one character.

static const char *match(foglua_match *m, const char *s, const char *p);

static const char *match_balance(foglua_match *m, const char *s, const char *p) {
    if (p >= m->pattern_end - 1) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
    if (s >= m->text_end || *s != *p) return NULL;
    int depth = 1;
    while (++s < m->text_end) {
        spend(m, 1);
        if (*s == p[1]) {
            if (--depth == 0) return s + 1;
        } else if (*s == *p) {
            depth++;
        }
    }
    return NULL;
}

static const char *match_most(foglua_match *m, const char *s, const char *p, const char *p_end) {
    const char *last = s;
    for (; is_single(m, last, p, p_end); last++) spend(m, 1);
    int letter = first_letter(m, p_end + 1);
    for (; last >= s; last--) {
        spend(m, 1);
        if (!is_at(m, last, letter)) continue;
        const char *end = match(m, last, p_end + 1);
        if (end) return end;
    }
    return NULL;
}

static const char *match_fewest(foglua_match *m, const char *s, const char *p, const char *p_end) {
    int letter = first_letter(m, p_end + 1);
    for (;; s++) {
        spend(m, 1);
        const char *end = is_at(m, s, letter) ? match(m, s, p_end + 1) : NULL;
        if (end) return end;
        if (!is_single(m, s, p, p_end)) return NULL;
    }
}

static const char *begin_capture(foglua_match *m, const char *s, const char *p, ptrdiff_t kind) {
    if (m->count >= FOGLUA_CAPTURES) luaL_error(m->L, "too many captures");
    m->captures[m->count++] = (foglua_capture){s, kind};
    const char *end = match(m, s, p);
    if (!end) m->count--;
    return end;
}

static const char *end_capture(foglua_match *m, const char *s, const char *p) {
    int number = open_capture(m);
    if (number < 0) luaL_error(m->L, "invalid pattern capture");
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
        *p = p_end + 1;
        if (!is_suffix_of_none(suffix)) *s = NULL;
        return is_suffix_of_none(suffix);
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
        spend(m, 1);
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
    m->budget = STEPS;
    m->set_count = 0;
}

const char *foglua_next_place(foglua_match *m, const char *place, const char *pattern) {
    m->count = 0;
    int letter = first_letter(m, pattern);
    spend(m, 1);
    return letter == ANY ? place : memchr(place, letter, (size_t)(m->text_end - place));
}

const char *foglua_match_at(foglua_match *m, const char *place, const char *pattern) {
    m->count = 0;
    m->depth = DEPTH;
    spend(m, 1);
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
