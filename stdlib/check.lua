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
---@field choices? string[] Texts of which the option is one.

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
  string = function(value)
    return type(value) == "string" and value or nil
  end,
  duration = native.seconds,
}

-- What can be expected where false is a value too.
local flags = { boolean = true }

-- Words for an expectation, where its name does not say it.
local words = { duration = 'seconds or a time such as "15m"' }

-- Says what a value is that was not expected; of one that has the right type and the wrong form,
-- the type would tell nothing.
local function shown(expected, value)
  if type(value) == "number" and (expected == "duration" or expected == "integer") then
    return tostring(value)
  elseif type(value) == "string" and expected == "duration" then
    return '"' .. value .. '"'
  end
  return native.kind(value)
end

local function mismatch(expected, value)
  return string.format("%s expected, got %s", words[expected] or expected, shown(expected, value))
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
---@param level? integer How far the caller of the checked function is (default 3).
---@return any value Value to use.
function check.argument(place, index, name, value, expected, level)
  local fitting = expectations[expected](value)
  if fitting == nil then
    error(bad_argument(place, index, name, mismatch(expected, value)), level or 3)
  end
  return fitting
end

-- Place of a type among keys of several types.
local ranks = { number = 1, string = 2, boolean = 3 }

--- Gives the keys of a table in an order that does not change from run to run: numbers, texts,
--- booleans; then objects as far as their texts differ.
---
---@param values table Table, or object.
---@return any[] keys
function check.sorted_keys(values)
  local keys, texts = {}, {}
  for key in pairs(values) do
    keys[#keys + 1] = key
    if not ranks[type(key)] or type(key) == "boolean" then
      texts[key] = tostring(key)
    end
  end
  table.sort(keys, function(one, other)
    local rank, other_rank = ranks[type(one)] or 4, ranks[type(other)] or 4
    if rank ~= other_rank then
      return rank < other_rank
    end
    if rank <= 2 then
      return one < other
    end
    return texts[one] < texts[other]
  end)
  return keys
end

local function is_choice(value, choices)
  for index = 1, #choices do
    if choices[index] == value then
      return true
    end
  end
  return false
end

-- Says what is wrong with an option's value, or gives the value to use.
local function option_fault(option, value)
  if flags[option[1]] then
    if type(value) ~= option[1] then
      return mismatch(option[1], value)
    end
    return nil, value
  end
  if option[1] == "any" then
    return nil, value
  end
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
  if option.choices and not is_choice(fitting, option.choices) then
    local hint = native.suggest(fitting, option.choices)
      or "one of " .. table.concat(option.choices, ", ") .. " expected"
    return string.format('unknown value "%s"; %s', fitting, hint)
  end
  return nil, fitting
end

--- Checks one argument that may be left out.
---
---@param place string Function's name for messages, as in "text.pad".
---@param index integer Argument's place, from 1.
---@param name string Argument's name.
---@param value any Argument.
---@param expected string Key of `expectations`.
---@return any value Value to use; nil where there is none.
function check.optional(place, index, name, value, expected)
  if value == nil then
    return nil
  end
  local fitting = expectations[expected](value)
  if fitting == nil then
    error(bad_argument(place, index, name, mismatch(expected, value)), 3)
  end
  return fitting
end

--- Refuses an argument.
---
---@param place string Function's name for messages, as in "flow.waves".
---@param index integer Argument's place, from 1.
---@param name string Argument's name.
---@param what string What is wrong with it.
---@param level? integer How far the caller of the checked function is (default 3).
function check.refuse(place, index, name, what, level)
  error(bad_argument(place, index, name, what), level or 3)
end

--- Gives the number of items of a list: its `n` where it has one, else its length.
---
---@param items table List.
---@return integer count
function check.count(items)
  local count = rawget(items, "n")
  return math.type(count) == "integer" and count >= 0 and count or #items
end

--- Checks a table of options.
---
---@param place string Function's name for messages.
---@param index integer Argument's place, from 1.
---@param value any Argument; nil stands for an empty table.
---@param options table<string, check.Option> Options by name.
---@param level? integer How far the caller of the checked function is (default 3).
---@return table values Value of each option that is given or has a default.
function check.options(place, index, value, options, level)
  local result = {}
  for name, option in pairs(options) do
    result[name] = option.default
  end
  if value == nil then
    return result
  end
  if type(value) ~= "table" then
    error(bad_argument(place, index, "options", mismatch("table", value)), level or 3)
  end
  for _, name in ipairs(check.sorted_keys(value)) do
    local option, given = options[name], value[name]
    if not option then
      local what = native.unknown(name, options)
      error(bad_argument(place, index, "options", what), level or 3)
    end
    local fault, fitting = option_fault(option, given)
    if fault then
      local what = string.format('option "%s": %s', name, fault)
      error(bad_argument(place, index, "options", what), level or 3)
    end
    result[name] = fitting
  end
  return result
end

--- Gives a value as a cell of a table shows it: a list by its values, with a blank between them.
---
---@param value any
---@return string text
function check.cell(value)
  if type(value) ~= "table" or getmetatable(value) ~= nil then
    return tostring(value)
  end
  local parts = {}
  for index, part in ipairs(value) do
    parts[index] = tostring(part)
  end
  return table.concat(parts, " ")
end

return check
