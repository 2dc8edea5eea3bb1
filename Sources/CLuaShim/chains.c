// Fields of fields in one expression, as in a.b.c[d]. To name a value in a message or a traceback Lua 5.4.4 goes back
// through the whole chain, and for each field through the function's code: 32,000 fields take a second, once for each
// level of the traceback and with no way to stop it; 400,000 overflow the C stack. Nobody writes chains of hundreds.
#include "internal.h"

enum { MOST_FIELDS = 200, MOST_BRACKETS = 250 };

typedef struct source {
    const char *at, *end;
    int line;
    int brackets;                   // that are open
    int fields[MOST_BRACKETS];      // so far in the chain before each of them, and in the innermost
} source;

static char peek(const source *s, ptrdiff_t offset) { return s->end - s->at > offset ? s->at[offset] : '\0'; }

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static void next(source *s) {
    if (s->at < s->end && *s->at++ == '\n') s->line++;
}

// Skips a long text or comment, "[[…]]" or "[==[…]==]"; false when none begins here.
static bool skip_long(source *s) {
    ptrdiff_t level = 0;
    if (peek(s, 0) != '[') return false;
    while (peek(s, level + 1) == '=') level++;
    if (peek(s, level + 1) != '[') return false;
    s->at += level + 2;
    for (; s->at < s->end; next(s)) {
        if (*s->at != ']') continue;
        ptrdiff_t count = 0;
        while (peek(s, count + 1) == '=') count++;
        if (count != level || peek(s, count + 1) != ']') continue;
        s->at += level + 2;
        break;
    }
    return true;
}

static void skip_quoted(source *s) {
    char quote = *s->at++;
    while (s->at < s->end && *s->at != quote) {
        if (*s->at == '\\') next(s);
        next(s);
    }
    next(s);
}

static void skip_comment(source *s) {
    s->at += 2;
    if (skip_long(s)) return;
    while (s->at < s->end && *s->at != '\n') next(s);
}

static void skip_word(source *s) {
    while (s->at < s->end && is_letter(*s->at)) s->at++;
}

static void skip_blanks(source *s) {
    for (;;) {
        char c = peek(s, 0);
        if (c == '-' && peek(s, 1) == '-') {
            skip_comment(s);
        } else if (s->at < s->end && (c == ' ' || (c >= '\t' && c <= '\r'))) {
            next(s);
        } else {
            return;
        }
    }
}

// Goes over one word, text or sign. What is no part of a chain ends it.
static void read_token(source *s) {
    int *fields = &s->fields[s->brackets];
    char c = *s->at;
    if (c == '.' && peek(s, 1) != '.' && !is_digit(peek(s, 1))) {
        ++*fields;
        s->at++;
        skip_blanks(s);
        skip_word(s);
        return;
    }
    if (c == '[' && !skip_long(s)) {
        s->fields[++s->brackets] = 0;
        s->at++;
        return;
    }
    if (c == ']' && s->brackets > 0) ++s->fields[--s->brackets];
    if (c != ']' && c != ')') *fields = 0;
    if (c == '[') return;
    if (c == '"' || c == '\'') {
        skip_quoted(s);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(s, 1)))) {
        while (s->at < s->end && (*s->at == '.' || is_letter(*s->at))) s->at++;
    } else if (is_letter(c)) {
        skip_word(s);
    } else {
        s->at += c == '.' ? 2 : 1;
    }
}

// Line of the first chain that is too long; 0 if there is none. [-0, +0, -]
int foglua_long_chain(const char *text, size_t length) {
    source s = {.at = text, .end = text + length, .line = 1};
    for (skip_blanks(&s); s.at < s.end; skip_blanks(&s)) {
        read_token(&s);
        if (s.fields[s.brackets] > MOST_FIELDS) return s.line;
        if (s.brackets + 1 == MOST_BRACKETS) return 0;    // more than Lua's parser takes
    }
    return 0;
}
