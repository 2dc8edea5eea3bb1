---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

---@class Workflow

log = {}

--- Writes a line to the standard output.
---@param ... any values; tostring of each, tabs between
function print(...) end

--- Gives a module of the standard library, or one of the script's own.
---
--- require "lab.names" gives what lab/names.lua in the script's folder returns; its text runs once, with globals of its own. Foghorn reads such modules before the script runs: so their names are written out in the text.
---@param name string name of the module, as in "flow"; never a path
---@return any module the module; one of the library cannot be changed
function require(name) end

--- Describes the script: what it does, what it takes, and what runs.
---
--- A script returns what this gives. The description can be read without running anything. Each parameter is a table of type, help, required, default, min, max, length, pattern, form (what fits the pattern, in words), choices and list; on the command line it is a flag of the same name. check gets the arguments before anything is done; a text that it returns says what does not hold, and the run ends with exit code 2.
---@param description table summary, parameters by name, permissions, check, and run, which gets the arguments
---@return Workflow workflow the workflow, for return
function workflow(description) end

--- Writes a line to the log, as debug.
---@param ... any values; tostring of each, tabs between
function log.debug(...) end

--- Writes a line to the log, as info.
---@param ... any values; tostring of each, tabs between
function log.info(...) end

--- Writes a line to the log, as warning.
---@param ... any values; tostring of each, tabs between
function log.warning(...) end

--- Writes a line to the log, as error.
---@param ... any values; tostring of each, tabs between
function log.error(...) end

--- Tells the time, or the one that the fields of a table say by the server's clock.
---@param fields? table year, month, day, hour (default 12), min and sec; set right where they are beyond their ranges
---@return integer instant seconds since 1970, by the clock of the run
function os.time(fields) end

--- Writes a time by the server's clock, or takes it apart.
---
--- The pattern is C's, as in "%Y-%m-%d"; "!" before it writes UTC, "*t" gives a table. The module time has more.
---@param pattern? string how to write it (default "%c")
---@param instant? integer seconds since 1970 (default now)
---@return string|table written text, or the fields of os.time
function os.date(pattern, instant) end

--- Gives the seconds since it was first called, by the clock of the run.
---@return number seconds seconds
function os.clock() end

--- Gives the seconds from one time to another.
---@param later number seconds since 1970
---@param earlier number seconds since 1970
---@return number seconds later less earlier
function os.difftime(later, earlier) end

