--- Checks what a script believes, and says readably where it is not so.
---
--- Pure Lua. Each function raises an error that names what was expected and what was there; a last
--- argument says what it was about.
---@class expect
local expect = {}

local native = ...
local check = native.module("check")

-- Most characters of a value that a message shows.
local longest = 80

local show

local function show_table(value, depth)
  local parts = {}
  local count = #value
  for place = 1, math.min(count, 8) do
    parts[place] = show(value[place], depth + 1)
  end
  if count > 8 then
    parts[9] = "…"
  end
  for _, key in ipairs(check.sorted_keys(value)) do
    local is_place = math.type(key) == "integer" and key >= 1 and key <= count
    if not is_place and #parts < 12 then
      local name = type(key) == "string" and key or "[" .. show(key, depth + 1) .. "]"
      parts[#parts + 1] = name .. " = " .. show(value[key], depth + 1)
    end
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

-- Shows a value as Lua would write it, cut where it is long.
function show(value, depth)
  local words
  if type(value) == "string" then
    words = string.format("%q", value):gsub("\\\n", "\\n")
  elseif type(value) == "table" and getmetatable(value) == nil then
    words = next(value) == nil and "{}" or depth > 3 and "{ … }" or show_table(value, depth)
  else
    words = tostring(value)
  end
  if depth == 1 and #words > longest then
    words = words:sub(1, longest):gsub("[\xC2-\xF4][\x80-\xBF]*$", "") .. "…"
  end
  return words
end

-- Raises at the caller of the checking function.
local function fail(what, message)
  if message ~= nil then
    what = tostring(message) .. ": " .. what
  end
  error(what, 3)
end

local function is_plain(value)
  return type(value) == "table" and getmetatable(value) ~= "null"
end

-- Gives the path at which two values differ, and what stands there; nil where they are equal.
local function difference(actual, expected, path, seen)
  if rawequal(actual, expected) or actual == expected then
    return nil
  end
  if actual ~= actual and expected ~= expected then
    return nil
  end
  if not is_plain(actual) or not is_plain(expected) then
    return path, actual, expected
  end
  if seen[actual] == expected then
    return nil
  end
  seen[actual] = expected
  local keys = {}
  for key in pairs(expected) do
    keys[key] = true
  end
  for key in pairs(actual) do
    keys[key] = true
  end
  for _, key in ipairs(check.sorted_keys(keys)) do
    local name = type(key) == "string" and "." .. key or "[" .. show(key, 2) .. "]"
    local place, one, other = difference(actual[key], expected[key], path .. name, seen)
    if place then
      return place, one, other
    end
  end
  return nil
end

--- Expects two values to be equal; tables by what they hold.
---
--- ```lua
--- expect.equal({ name = "pc-1", macs = {} }, { name = "pc-1", macs = {} })
--- print(select(2, pcall(expect.equal, { a = { 1, 2 } }, { a = { 1, 3 } })))
--- --> at .a[2]: expected 3, got 2
--- ```
---
---@param actual any What is there.
---@param expected any What ought to be there.
---@param message? string What it is about.
function expect.equal(actual, expected, message)
  local path, one, other = difference(actual, expected, "", {})
  if path then
    local where = path ~= "" and "at " .. path .. ": " or ""
    fail(where .. "expected " .. show(other, 1) .. ", got " .. show(one, 1), message)
  end
end

--- Expects two values to differ.
---
--- ```lua
--- expect.not_equal("pc-1", "pc-2")
--- ```
---
---@param actual any What is there.
---@param unwanted any What ought not to be there.
---@param message? string What it is about.
function expect.not_equal(actual, unwanted, message)
  if not difference(actual, unwanted, "", {}) then
    fail("expected something other than " .. show(unwanted, 1), message)
  end
end

--- Expects a value that counts as true: anything but nil and false.
---
--- ```lua
--- expect.truthy(1 < 2, "order of numbers")
--- ```
---
---@param actual any What is there.
---@param message? string What it is about.
function expect.truthy(actual, message)
  if not actual then
    fail("expected something true, got " .. show(actual, 1), message)
  end
end

--- Expects nil or false.
---
--- ```lua
--- expect.falsy(nil)
--- ```
---
---@param actual any What is there.
---@param message? string What it is about.
function expect.falsy(actual, message)
  if actual then
    fail("expected nil or false, got " .. show(actual, 1), message)
  end
end

--- Expects a number close to another one.
---
--- ```lua
--- expect.near(0.1 + 0.2, 0.3, 1e-9)
--- ```
---
---@param actual number What is there.
---@param expected number What ought to be there.
---@param tolerance number How far apart they may be.
---@param message? string What it is about.
function expect.near(actual, expected, tolerance, message)
  check.argument("expect.near", 2, "expected", expected, "number")
  check.argument("expect.near", 3, "tolerance", tolerance, "number")
  local is_near = type(actual) == "number" and math.abs(actual - expected) <= tolerance
  if not is_near then
    local words = "expected %s within %s, got %s"
    fail(words:format(show(expected, 1), show(tolerance, 1), show(actual, 1)), message)
  end
end

-- Tells whether a list holds a value, by what tables hold.
local function holds(container, value)
  for index = 1, check.count(container) do
    if not difference(container[index], value, "", {}) then
      return true
    end
  end
  return false
end

--- Expects a text to contain another, or a list a value.
---
--- ```lua
--- expect.contains("pc-1 never checked in", "never")
--- expect.contains({ "deploy", "capture" }, "capture")
--- ```
---
---@param container string|any[] Text or list.
---@param value any Part of the text as it stands, or item of the list.
---@param message? string What it is about.
function expect.contains(container, value, message)
  local found
  if type(container) == "table" then
    found = holds(container, value)
  elseif type(container) == "string" and type(value) == "string" then
    found = container:find(value, 1, true) ~= nil
  else
    local what = "text or list expected, got " .. native.kind(container)
    check.refuse("expect.contains", 1, "container", what)
  end
  if not found then
    fail("expected " .. show(value, 1) .. " in " .. show(container, 1), message)
  end
end

--- Expects a text to match a Lua pattern.
---
--- ```lua
--- expect.matches("pc-12", "^pc%-%d+$")
--- ```
---
---@param actual string What is there.
---@param pattern string Lua pattern.
---@param message? string What it is about.
function expect.matches(actual, pattern, message)
  check.argument("expect.matches", 2, "pattern", pattern, "string")
  if type(actual) ~= "string" or not actual:find(pattern) then
    local words = "expected a text that matches %s, got %s"
    fail(words:format(show(pattern, 1), show(actual, 1)), message)
  end
end

--- Expects a value of a type, as in "string", "integer", "Host".
---
--- ```lua
--- expect.kind(7, "integer")
--- ```
---
---@param actual any What is there.
---@param kind string Lua's type, "integer", "float", or the name of an object's class.
---@param message? string What it is about.
function expect.kind(actual, kind, message)
  check.argument("expect.kind", 2, "kind", kind, "string")
  local got = native.kind(actual)
  if got ~= kind and math.type(actual) ~= kind then
    fail("expected a value of type " .. kind .. ", got " .. got .. " " .. show(actual, 1), message)
  end
end

--- Expects a function to raise an error, and gives that error.
---
--- ```lua
--- local err = expect.raises("invalid_argument", function() require("json").decode("[") end)
--- print(err.code)  --> invalid_argument
--- ```
---
---@param wanted string|nil Code of the error object, or part of the message; nil takes any error.
---@param fn function What to call.
---@param ... any Arguments for it.
---@return any raised What was raised.
function expect.raises(wanted, fn, ...)
  check.optional("expect.raises", 1, "wanted", wanted, "string")
  check.argument("expect.raises", 2, "fn", fn, "function")
  local ok, raised = pcall(fn, ...)
  if ok then
    fail("expected an error" .. (wanted and " " .. show(wanted, 1) or "") .. ", got none")
  end
  if native.code(raised) == "cancelled" and wanted ~= "cancelled" then
    error(raised, 0)
  end
  local fits = not wanted or native.code(raised) == wanted
    or tostring(raised):find(wanted, 1, true) ~= nil
  if not fits then
    fail("expected the error " .. show(wanted, 1) .. ", got " .. show(tostring(raised), 1))
  end
  return raised
end

return expect
