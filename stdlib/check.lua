--- Checks the arguments of functions that are written in Lua, in the words of the native ones.
---
--- Only for modules of the standard library. Errors point at whoever called the checked function,
--- so a checked function calls these directly, and not in a tail call.
---@class check
local check = {}

local native = ...

---@class check.Option
---@field [1] string What the option holds; see `expectations`.
---@field min? number Smallest number.
---@field max? number Largest number.
---@field default? any Value where the option is absent.

-- What can be expected of a value: a test that gives the value to use, or nil.
local expectations = {
  ["function"] = function(value)
    return type(value) == "function" and value or nil
  end,
  integer = function(value)
    return type(value) == "number" and math.tointeger(value) or nil
  end,
  number = function(value)
    return type(value) == "number" and value or nil
  end,
  table = function(value)
    return type(value) == "table" and value or nil
  end,
  duration = native.seconds,
}

-- Words for an expectation, where its name does not say it.
local words = { duration = 'seconds or a time such as "15m"' }

local function mismatch(expected, value)
  return string.format("%s expected, got %s", words[expected] or expected, native.kind(value))
end

local function bad_argument(place, index, name, what)
  return string.format("bad argument #%d '%s' to '%s' (%s)", index, name, place, what)
end

--- Checks one argument.
---
---@param place string Function's name for messages, as in "flow.each".
---@param index integer Argument's place, from 1.
---@param name string Argument's name.
---@param value any Argument.
---@param expected string Key of `expectations`.
---@return any value Value to use.
function check.argument(place, index, name, value, expected)
  local fitting = expectations[expected](value)
  if fitting == nil then
    error(bad_argument(place, index, name, mismatch(expected, value)), 3)
  end
  return fitting
end

-- Says what is wrong with an option's value, or gives the value to use.
local function option_fault(option, value)
  local fitting = expectations[option[1]](value)
  if fitting == nil then
    return mismatch(option[1], value)
  end
  if option.min and fitting < option.min then
    return string.format("%s is too small; %s or more expected", tostring(value), option.min)
  end
  if option.max and fitting > option.max then
    return string.format("%s is too large; %s or less expected", tostring(value), option.max)
  end
  return nil, fitting
end

--- Checks a table of options.
---
---@param place string Function's name for messages.
---@param index integer Argument's place, from 1.
---@param value any Argument; nil stands for an empty table.
---@param options table<string, check.Option> Options by name.
---@return table values Value of each option that is given or has a default.
function check.options(place, index, value, options)
  local result = {}
  for name, option in pairs(options) do
    result[name] = option.default
  end
  if value == nil then
    return result
  end
  if type(value) ~= "table" then
    error(bad_argument(place, index, "options", mismatch("table", value)), 3)
  end
  for name, given in pairs(value) do
    local option = options[name]
    if not option then
      local what = native.unknown(name, options)
      error(bad_argument(place, index, "options", what), 3)
    end
    local fault, fitting = option_fault(option, given)
    if fault then
      local what = string.format('option "%s": %s', name, fault)
      error(bad_argument(place, index, "options", what), 3)
    end
    result[name] = fitting
  end
  return result
end

return check
