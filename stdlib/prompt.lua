--- Looks into tables for the prompt, without running any code of theirs.
---
--- Only for Foghorn itself.
---@class prompt
local prompt = {}

local native = ...

-- Entries beyond these are counted and not sorted.
local most_sorted = 10000

local function place_of(value, ...)
  if type(value) ~= "table" then
    return 0
  end
  local count = select("#", ...)
  for index = 1, count do
    if rawequal(value, (select(index, ...))) then
      return index
    end
  end
  return 0
end

local function kind_of(subject)
  local metatable = getmetatable(subject)
  local name = type(metatable) == "table" and rawget(metatable, "__name")
  return type(name) == "string" and name or nil
end

-- Names come first and in the order of the alphabet.
local function before(one, other)
  local is_name, is_other_name = type(one) == "string", type(other) == "string"
  if is_name ~= is_other_name then
    return is_name
  end
  if is_name or math.type(one) and math.type(other) then
    return one < other
  end
  return type(one) < type(other)
end

local function keys_of(subject, length)
  local keys, count = {}, 0
  for key in next, subject do
    if math.type(key) ~= "integer" or key < 1 or key > length then
      count = count + 1
      if count <= most_sorted then
        keys[count] = key
      end
    end
  end
  if count <= most_sorted then
    table.sort(keys, before)
  end
  return keys, count
end

--- Gives a part of a table.
---
---@param subject table Table.
---@param first integer Place of the first item of its list.
---@param items integer Most items of its list.
---@param entries integer Most entries under other keys.
---@param ... table Tables that it lies in, the innermost first; the last may be itself.
---@return integer length Length of its list.
---@return integer count How many other entries it has.
---@return string? kind Name in its metatable.
---@return any ... For each item the value and its place among the tables given, 0 for none; for
---each other entry the key, the value and the same place.
function prompt.look(subject, first, items, entries, ...)
  local length = rawlen(subject)
  local keys, count = keys_of(subject, length)
  local found = { length, count, kind_of(subject) or false }
  local size = 3
  for index = first, math.min(length, first + items - 1) do
    local value = rawget(subject, index)
    found[size + 1], found[size + 2] = value, place_of(value, ...)
    size = size + 2
  end
  for index = 1, math.min(#keys, entries) do
    local value = rawget(subject, keys[index])
    found[size + 1], found[size + 2] = keys[index], value
    found[size + 3] = place_of(value, ...)
    size = size + 3
  end
  return table.unpack(found, 1, size)
end

--- Gives what lies under a key.
---
---@param subject table Table.
---@param key any Key.
---@return any value
function prompt.at(subject, key)
  return rawget(subject, key)
end

-- Lua's own libraries, whose members lie behind what scripts see of them.
local libraries = { string, table, math, utf8, coroutine }

--- Gives the members of one of Lua's own libraries.
---
---@param subject? any That of texts if absent.
---@return string ... Names; none for anything else.
function prompt.members(subject)
  subject = subject or string
  local names = {}
  for _, library in ipairs(libraries) do
    if rawequal(subject, library) then
      for name in pairs(library) do
        names[#names + 1] = name
      end
    end
  end
  return table.unpack(names)
end

-- Rows of CSV: a list has one for each item, anything else is one.
local function rows_of(value)
  local is_list = type(value) == "table" and (rawlen(value) > 0 or next(value) == nil)
  local rows = {}
  for index, item in ipairs(is_list and value or { value }) do
    local is_row = type(item) == "table" or type(item) == "userdata"
    rows[index] = is_row and item or { value = item }
  end
  return rows
end

--- Calls a chunk and makes a text of the first value that it gives.
---
---@param form string `json` or `csv`.
---@param chunk fun(): any
---@return string text
function prompt.write(form, chunk)
  local value = chunk()
  if form == "json" then
    return native.module("json").encode(value, { indent = 2 }) .. "\n"
  end
  return native.module("csv").format(rows_of(value))
end

--- Finds a value among others.
---
---@param value any
---@param ... any
---@return integer place 0 where it is none of them.
function prompt.find(value, ...)
  for index = 1, select("#", ...) do
    if rawequal(value, (select(index, ...))) then
      return index
    end
  end
  return 0
end

return prompt
