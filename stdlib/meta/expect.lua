---@meta expect
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Checks what a script believes, and says readably where it is not so.
---
--- Pure Lua. Each function raises an error that names what was expected and what was there; a last argument says what it was about.
---@class expect
local expect = {}

--- Expects two values to be equal; tables by what they hold.
---
--- ```lua
--- expect.equal({ name = "pc-1", macs = {} }, { name = "pc-1", macs = {} })
--- print(select(2, pcall(expect.equal, { a = { 1, 2 } }, { a = { 1, 3 } })))
--- --> at .a[2]: expected 3, got 2
--- ```
---@param actual any What is there
---@param expected any What ought to be there
---@param message? string What it is about
function expect.equal(actual, expected, message) end

--- Expects two values to differ.
---
--- ```lua
--- expect.not_equal("pc-1", "pc-2")
--- ```
---@param actual any What is there
---@param unwanted any What ought not to be there
---@param message? string What it is about
function expect.not_equal(actual, unwanted, message) end

--- Expects a value that counts as true: anything but nil and false.
---
--- ```lua
--- expect.truthy(1 < 2, "order of numbers")
--- ```
---@param actual any What is there
---@param message? string What it is about
function expect.truthy(actual, message) end

--- Expects nil or false.
---
--- ```lua
--- expect.falsy(nil)
--- ```
---@param actual any What is there
---@param message? string What it is about
function expect.falsy(actual, message) end

--- Expects a number close to another one.
---
--- ```lua
--- expect.near(0.1 + 0.2, 0.3, 1e-9)
--- ```
---@param actual number What is there
---@param expected number What ought to be there
---@param tolerance number How far apart they may be
---@param message? string What it is about
function expect.near(actual, expected, tolerance, message) end

--- Expects a text to contain another, or a list a value.
---
--- ```lua
--- expect.contains("pc-1 never checked in", "never")
--- expect.contains({ "deploy", "capture" }, "capture")
--- ```
---@param container string|any[] Text or list
---@param value any Part of the text as it stands, or item of the list
---@param message? string What it is about
function expect.contains(container, value, message) end

--- Expects a text to match a Lua pattern.
---
--- ```lua
--- expect.matches("pc-12", "^pc%-%d+$")
--- ```
---@param actual string What is there
---@param pattern string Lua pattern
---@param message? string What it is about
function expect.matches(actual, pattern, message) end

--- Expects a value of a type, as in "string", "integer", "Host".
---
--- ```lua
--- expect.kind(7, "integer")
--- ```
---@param actual any What is there
---@param kind string Lua's type, "integer", "float", or the name of an object's class
---@param message? string What it is about
function expect.kind(actual, kind, message) end

--- Expects a function to raise an error, and gives that error.
---
--- ```lua
--- local err = expect.raises("invalid_argument", function() require("json").decode("[") end)
--- print(err.code)  --> invalid_argument
--- ```
---@param wanted string|nil Code of the error object, or part of the message; nil takes any error
---@param fn function What to call
---@param ... any Arguments for it
---@return any raised What was raised
function expect.raises(wanted, fn, ...) end

return expect
