// What went wrong, as text outside Lua's memory, so that it can be read whatever state Lua is in.
#include <stdlib.h>

#include "internal.h"

// Copies a text; NULL when there is no memory, which costs the text and nothing else.
static char *keep(const char *text, size_t length) {
    char *copy = text ? malloc(length + 1) : NULL;
    if (!copy) return NULL;
    memcpy(copy, text, length);
    copy[length] = 0;
    return copy;
}

static void set_failure(foglua_machine *m, int status, char *message, size_t length) {
    free(m->message);
    m->message = message;
    m->failure = (foglua_failure_text){.status = status, .message = message, .message_length = message ? length : 0};
}

// Notes a failure without traceback. [-0, +0, -]
void foglua_fail(foglua_machine *m, int status, const char *message, size_t length) {
    if (!message) {
        message = status == FOGLUA_MEMORY ? "not enough memory" : "unknown error";
        length = strlen(message);
    }
    set_failure(m, status, keep(message, length), length);
}

foglua_failure_text foglua_failure(foglua_machine *m) { return m->failure; }

// Keeps the traceback of a stack for the failure that is about to be described. [-0, +0, m]
void foglua_keep_traceback(foglua_machine *m, lua_State *L, lua_State *traced, int level) {
    luaL_traceback(L, traced, NULL, level);
    size_t length = 0;
    const char *text = lua_tolstring(L, -1, &length);
    free(m->traceback);
    m->traceback = keep(text, length);
    lua_pop(L, 1);
}

typedef struct described {
    char *text;
    size_t length;
} described;

// Words an error value. Runs a script's __tostring, if it has one. [-0, +0, e]
static int protected_text(lua_State *L) {
    described *d = lua_touserdata(L, 1);
    const char *text = foglua_push_text(L, 2, &d->length);
    d->text = keep(text, d->length);
    return 0;
}

static int protected_value(lua_State *L) {
    foglua_copy_value(L, foglua_of(L), 2, FOGLUA_COPY_TABLES);
    return 0;
}

// Words and copies the error value on top of the main stack. The copy comes last: it does not keep an object alive, and
// nothing may be collected before Swift has read it. [-0, +0, -]
static described describe_object(foglua_machine *m, bool *has_value) {
    described d = {0};
    lua_State *L = m->main;
    if (!lua_checkstack(L, 4)) return d;
    foglua_entry entry;
    foglua_enter(m, &entry, L);
    lua_pushvalue(L, -1);
    foglua_protect(m, L, protected_text, &d, 1);
    foglua_leave(m, &entry);
    foglua_in_reset(m);
    lua_pushvalue(L, -1);
    *has_value = foglua_protect(m, L, protected_value, NULL, 1) == FOGLUA_OK;
    if (!*has_value) foglua_in_reset(m);
    if (d.text) return d;
    const char *type = lua_typename(L, lua_type(L, -1));
    char text[64];
    strcpy(text, "error object is a ");
    strncat(text, type, 20);
    strcat(text, " value");
    return (described){.text = keep(text, strlen(text)), .length = strlen(text)};
}

// Describes the error value on top of the main stack and pops it. [-1, +0, -]
void foglua_describe_value(foglua_machine *m, int status) {
    lua_State *L = m->main;
    bool has_value = false;
    if (status == LUA_ERRMEM) {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
    } else if (lua_type(L, -1) == LUA_TSTRING) {
        size_t length = 0;
        const char *text = lua_tolstring(L, -1, &length);
        set_failure(m, FOGLUA_ERROR, keep(text, length), length);
    } else {
        described d = describe_object(m, &has_value);
        set_failure(m, FOGLUA_ERROR, d.text, d.length);
    }
    lua_pop(L, 1);
    m->failure.has_value = has_value;
}

typedef struct tracing {
    lua_State *traced;
} tracing;

static int protected_traceback(lua_State *L) {
    tracing *t = lua_touserdata(L, 1);
    foglua_keep_traceback(foglua_of(L), L, t->traced, 0);
    return 0;
}

// Keeps where a coroutine stands; what cannot be told is left out. Comes before the description of the failure, which
// it would overwrite with its own. [-0, +0, -]
static void keep_place(foglua_machine *m, lua_State *coroutine) {
    free(m->traceback);
    m->traceback = NULL;
    tracing t = {.traced = coroutine};
    foglua_protect(m, m->main, protected_traceback, &t, 0);
}

static void add_place(foglua_machine *m, lua_State *L) {
    m->failure.traceback = m->traceback;
    m->failure.traceback_length = m->traceback ? strlen(m->traceback) : 0;
    if (foglua_location(L, 0, m->source, sizeof m->source, &m->failure.line)) m->failure.source = m->source;
}

// Describes the failure of a coroutine, whose error value is on top of its stack. [-1, +0, -] on the coroutine
void foglua_describe_coroutine(foglua_machine *m, lua_State *coroutine, int status) {
    if (!lua_checkstack(m->main, 8)) status = LUA_ERRMEM;
    keep_place(m, coroutine);
    if (status == LUA_ERRMEM) {
        foglua_fail(m, FOGLUA_MEMORY, NULL, 0);
    } else {
        lua_xmove(coroutine, m->main, 1);
        foglua_describe_value(m, status);
    }
    add_place(m, coroutine);
}

// Describes where a stop met the script. [-0, +0, -]
void foglua_describe_stop(foglua_machine *m, lua_State *coroutine) {
    const char *text = foglua_stop_text(m->stopped);
    if (coroutine) keep_place(m, coroutine);
    foglua_fail(m, m->stopped == FOGLUA_STOP_MEMORY ? FOGLUA_MEMORY : FOGLUA_ERROR, text, strlen(text));
    if (coroutine) add_place(m, coroutine);
}
