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

