// Sorting that can be stopped: quicksort by the median of three, which puts the smaller part on the C stack. Unlike Lua's
// own it draws no pivot by the clock, so the same table is sorted by the same comparisons each time.
#include "internal.h"

typedef struct sort {
    lua_State *L;
    foglua_machine *machine;
    bool has_function;    // at stack index 2
    bool is_plain;        // the table has no metatable
    unsigned steps;
} sort;

typedef unsigned place;

// Parts below this take the middle as it is. Those of a table whose writes nobody sees are sorted on Lua's stack, where an
// element is at hand.
enum { SMALL = 100 };

// Whether the value at stack index `one` comes before the one at `other`. [-0, +0, e]
static bool is_less(sort *s, int one, int other) {
    lua_State *L = s->L;
    foglua_step(L, s->machine, &s->steps);
    if (!s->has_function) return lua_compare(L, one, other, LUA_OPLT);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, one < 0 ? one - 1 : one);
    lua_pushvalue(L, other < 0 ? other - 2 : other);
    lua_call(L, 2, 1);
    bool result = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return result;
}

// Puts the elements of two places into order; whether they were not. [-0, +0, e]
static bool order(sort *s, place first, place second) {
    lua_State *L = s->L;
    lua_geti(L, 1, first);
    lua_geti(L, 1, second);
    if (is_less(s, -1, -2)) {
        lua_seti(L, 1, first);
        lua_seti(L, 1, second);
        return true;
    }
    lua_pop(L, 2);
    return false;
}

static void swap(lua_State *L, place first, place second) {
    lua_geti(L, 1, first);
    lua_geti(L, 1, second);
    lua_seti(L, 1, first);
    lua_seti(L, 1, second);
}

// Parts the elements between `low` and `high`, whose ends and pivot are in order already; the pivot lies at high - 1 and
// on top of the stack, which is popped. Answers where the pivot ends up. [-1, +0, e]
static place partition(sort *s, place low, place high) {
    lua_State *L = s->L;
    place i = low, j = high - 1;
    for (;;) {
        while (lua_geti(L, 1, ++i), is_less(s, -1, -2)) {
            if (i == high - 1) luaL_error(L, "invalid order function for sorting");
            lua_pop(L, 1);
        }
        while (lua_geti(L, 1, --j), is_less(s, -3, -1)) {
            if (j < i) luaL_error(L, "invalid order function for sorting");
            lua_pop(L, 1);
        }
        if (j < i) {
            lua_pop(L, 3);
            swap(L, high - 1, i);
            return i;
        }
        lua_seti(L, 1, i);
        lua_seti(L, 1, j);
    }
}

// The middle; where the parts were uneven, some other place around it.
static place pivot_of(place low, place high, unsigned mixer) {
    place quarter = (high - low) / 4;
    if (mixer == 0 || high - low < SMALL) return low + (high - low) / 2;
    return low + quarter + mixer % (quarter * 2);
}

// ---- On the stack. The same steps, so that where a part is sorted never shows.

static void exchange(lua_State *L, int one, int other) {
    lua_pushvalue(L, one);
    lua_copy(L, other, one);
    lua_replace(L, other);
}

static bool order_stack(sort *s, int first, int second) {
    if (!is_less(s, second, first)) return false;
    exchange(s->L, first, second);
    return true;
}

static int partition_stack(sort *s, int low, int high) {
    lua_State *L = s->L;
    int i = low, j = high - 1;
    for (;;) {
        while (is_less(s, ++i, high - 1)) {
            if (i == high - 1) luaL_error(L, "invalid order function for sorting");
        }
        while (is_less(s, high - 1, --j)) {
            if (j < i) luaL_error(L, "invalid order function for sorting");
        }
        if (j < i) {
            exchange(L, high - 1, i);
            return i;
        }
        exchange(L, i, j);
    }
}

static void sort_stack(sort *s, int low, int high) {
    while (low < high) {
        order_stack(s, low, high);
        if (high - low == 1) return;
        int pivot = low + (high - low) / 2;
        if (!order_stack(s, low, pivot)) order_stack(s, pivot, high);
        if (high - low == 2) return;
        exchange(s->L, pivot, high - 1);
        pivot = partition_stack(s, low, high);
        if (pivot - low < high - pivot) {
            sort_stack(s, low, pivot - 1);
            low = pivot + 1;
        } else {
            sort_stack(s, pivot + 1, high);
            high = pivot - 1;
        }
    }
}

static void sort_small(sort *s, place low, place high) {
    lua_State *L = s->L;
    int first = lua_gettop(L) + 1;
    for (place i = low; i <= high; i++) lua_geti(L, 1, i);
    sort_stack(s, first, lua_gettop(L));
    for (place i = high; i >= low; i--) lua_seti(L, 1, i);
}

// ---- The whole.

static void sort_part(sort *s, place low, place high, unsigned mixer) {
    lua_State *L = s->L;
    while (low < high) {
        if (s->is_plain && high - low < SMALL) {
            sort_small(s, low, high);
            return;
        }
        order(s, low, high);
        if (high - low == 1) return;
        place pivot = pivot_of(low, high, mixer);
        if (!order(s, low, pivot)) order(s, pivot, high);
        if (high - low == 2) return;
        swap(L, pivot, high - 1);
        lua_geti(L, 1, high - 1);
        pivot = partition(s, low, high);
        place smaller;
        if (pivot - low < high - pivot) {
            smaller = pivot - low;
            sort_part(s, low, pivot - 1, mixer);
            low = pivot + 1;
        } else {
            smaller = high - pivot;
            sort_part(s, pivot + 1, high, mixer);
            high = pivot - 1;
        }
        if (high > low && (high - low) / 128 > smaller) mixer = mixer * 1664525 + 1013904223;
    }
}

int foglua_sort(lua_State *L) {
    foglua_check_table(L, 1, FOGLUA_READS | FOGLUA_WRITES | FOGLUA_MEASURES);
    lua_Integer count = luaL_len(L, 1);
    if (count < 2) return 0;
    luaL_argcheck(L, count < INT32_MAX, 1, "array too big");
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    luaL_checkstack(L, SMALL + 40, "");
    bool is_plain = !lua_getmetatable(L, 1);
    lua_settop(L, 2);
    sort s = {.L = L, .machine = foglua_of(L), .has_function = !lua_isnil(L, 2), .is_plain = is_plain};
    sort_part(&s, 1, (place)count, 0);
    return 0;
}
