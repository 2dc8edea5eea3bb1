// Debian's liblua5.4, for CLuaShim alone: Swift never sees these headers.
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
