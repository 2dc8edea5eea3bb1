// Functions of `string` that can take long in one call, so that they can be stopped; the others are Lua's own.
#define _GNU_SOURCE
#include "pattern.h"

// Turns a position as scripts count it into an offset from 1; what lies before the beginning is 1.
static size_t start_of(lua_Integer position, size_t length) {
    if (position > 0) return (size_t)position;
    if (position == 0 || position < -(lua_Integer)length) return 1;
    return length + (size_t)position + 1;
}

static bool has_specials(const char *pattern, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return true;
    }
    return false;
}

static int find_plain(lua_State *L, const char *text, size_t length, const char *part, size_t size, size_t offset) {
    // glibc's is linear; Lua's own is quadratic for "aaaa…b" in "aaaa…".
    const char *found = memmem(text + offset, length - offset, part, size);
    if (!found) {
        luaL_pushfail(L);
        return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (ptrdiff_t)size);
    return 2;
}

static int find_or_match(lua_State *L, bool finds) {
    size_t length, size;
    const char *text = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &size);
    size_t offset = start_of(luaL_optinteger(L, 3, 1), length) - 1;
    if (offset > length) {
        luaL_pushfail(L);
        return 1;
    }
    if (finds && (lua_toboolean(L, 4) || !has_specials(pattern, size))) {
        return find_plain(L, text, length, pattern, size, offset);
    }
    bool is_anchored = size > 0 && *pattern == '^';
    foglua_match m;
    foglua_begin_match(&m, L, text, length, pattern + is_anchored, size - is_anchored);
    for (const char *place = text + offset; place <= m.text_end; place++) {
        if (!is_anchored && !(place = foglua_next_place(&m, place, pattern))) break;
        const char *end = foglua_match_at(&m, place, pattern + is_anchored);
        if (end && finds) {
            lua_pushinteger(L, place - text + 1);
            lua_pushinteger(L, end - text);
            return foglua_push_captures(&m, NULL, NULL) + 2;
        }
        if (end) return foglua_push_captures(&m, place, end);
        if (is_anchored) break;
    }
    luaL_pushfail(L);
    return 1;
}

static int find(lua_State *L) { return find_or_match(L, true); }

static int first_match(lua_State *L) { return find_or_match(L, false); }

// ---- gmatch. Upvalues: text, pattern, offset of the next place, offset behind the last match or -1.

static int next_match(lua_State *L) {
    size_t length, size;
    const char *text = lua_tolstring(L, lua_upvalueindex(1), &length);
    const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &size);
    lua_Integer offset = lua_tointeger(L, lua_upvalueindex(3)), last = lua_tointeger(L, lua_upvalueindex(4));
    foglua_match m;
    foglua_begin_match(&m, L, text, length, pattern, size);
    for (const char *place = text + offset; place <= m.text_end; place++) {
        if (!(place = foglua_next_place(&m, place, pattern))) break;
        const char *end = foglua_match_at(&m, place, pattern);
        if (!end || end - text == last) continue;
        lua_pushinteger(L, end - text);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return foglua_push_captures(&m, place, end);
    }
    return 0;
}

static int gmatch(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t offset = start_of(luaL_optinteger(L, 3, 1), length) - 1;
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)(offset > length ? length + 1 : offset));
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, next_match, 4);
    return 1;
}

// ---- gsub.

// Adds the replacement text with what stands for '%0' to '%9' in it.
static void add_text(foglua_match *m, luaL_Buffer *b, const char *start, const char *end) {
    size_t length;
    const char *text = lua_tolstring(m->L, 3, &length);
    for (const char *mark; (mark = memchr(text, '%', length)); length -= (size_t)(mark + 2 - text), text = mark + 2) {
        luaL_addlstring(b, text, (size_t)(mark - text));
        char which = mark[1];
        if (which == '%') {
            luaL_addchar(b, '%');
        } else if (which == '0') {
            luaL_addlstring(b, start, (size_t)(end - start));
        } else if (which >= '1' && which <= '9') {
            const char *capture;
            ptrdiff_t count = foglua_capture_at(m, which - '1', start, end, &capture);
            if (count == FOGLUA_POSITION) {
                luaL_addvalue(b);
            } else {
                luaL_addlstring(b, capture, (size_t)count);
            }
        } else {
            luaL_error(m->L, "invalid use of '%%' in replacement string");
        }
    }
    luaL_addlstring(b, text, length);
}

// Adds what takes the place of a match; whether that differs from the match.
static bool add_replacement(foglua_match *m, luaL_Buffer *b, const char *start, const char *end, int type) {
    lua_State *L = m->L;
    const char *capture;
    switch (type) {
    case LUA_TFUNCTION:
        lua_pushvalue(L, 3);
        lua_call(L, foglua_push_captures(m, start, end), 1);
        break;
    case LUA_TTABLE: {
        ptrdiff_t length = foglua_capture_at(m, 0, start, end, &capture);
        if (length != FOGLUA_POSITION) lua_pushlstring(L, capture, (size_t)length);
        lua_gettable(L, 3);
        break;
    }
    default:
        add_text(m, b, start, end);
        return true;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(b, start, (size_t)(end - start));
        return false;
    }
    if (!lua_isstring(L, -1)) return luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    luaL_addvalue(b);
    return true;
}

static int gsub(lua_State *L) {
    size_t length, size;
    const char *text = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &size), *last = NULL;
    int type = lua_type(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
    luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
        "string/function/table");
    bool is_anchored = size > 0 && *pattern == '^', differs = false;
    foglua_match m;
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    foglua_begin_match(&m, L, text, length, pattern + is_anchored, size - is_anchored);
    while (count < most) {
        const char *next = is_anchored ? text : foglua_next_place(&m, text, pattern);
        if (!next) break;
        luaL_addlstring(&b, text, (size_t)(next - text));
        text = next;
        const char *end = foglua_match_at(&m, text, pattern + is_anchored);
        if (end && end != last) {
            count++;
            differs = add_replacement(&m, &b, text, end, type) || differs;
            text = last = end;
        } else if (text < m.text_end) {
            luaL_addchar(&b, *text++);
        } else {
            break;
        }
        if (is_anchored) break;
    }
    if (differs) {
        luaL_addlstring(&b, text, (size_t)(m.text_end - text));
        luaL_pushresult(&b);
    } else {
        lua_pushvalue(L, 1);
    }
    lua_pushinteger(L, count);
    return 2;
}

// ---- rep.

static void copy(char **place, const char *text, size_t length) {
    memcpy(*place, text, length);
    *place += length;
}

static int rep(lua_State *L) {
    size_t length, size;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &size);
    // Lua's own would copy nothing, 2^62 times.
    if (count <= 0 || length + size == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (length + size > (size_t)LUA_MAXINTEGER / (size_t)count) return luaL_error(L, "resulting string too large");
    size_t total = (size_t)count * (length + size) - size;
    foglua_machine *m = foglua_of(L);
    unsigned steps = 0;
    luaL_Buffer b;
    char *place = luaL_buffinitsize(L, &b, total);
    for (; count > 1; count--) {
        foglua_text_step(L, m, &steps);
        copy(&place, text, length);
        copy(&place, separator, size);
    }
    copy(&place, text, length);
    luaL_pushresultsize(&b, total);
    return 1;
}

void foglua_set_string_functions(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"find", find}, {"gmatch", gmatch}, {"gsub", gsub}, {"match", first_match}, {"rep", rep}, {NULL, NULL},
    };
    foglua_set_functions(L, functions);
}
