--- Works on lists: maps, filters, groups, sorts, compares.
---
--- Pure Lua. Nothing changes the list that it is given. The length of a list is its field `n` where
--- it has one, so that the results of `flow.each` may have holes. A `key` is the name of a field or
--- a function that gives a value for an item. Functions given here may call `fog` and wait.
---@class list
local list = {}

local native = ...
local check = native.module("check")
local text = native.module("text")

-- Gives a function that takes a key of an item; nil where the key is neither name nor function.
local function reader(key)
  if type(key) == "function" then
    return key
  end
  if type(key) == "string" or math.type(key) == "integer" then
    return function(item)
      return item[key]
    end
  end
end

local function key_fault(key)
  return "name of a field or function expected, got " .. native.kind(key)
end

--- Gives the number of items of a list.
---
--- ```lua
--- print(list.count({ "a", "b" }), list.count(table.pack(nil, nil)))  --> 2	2
--- ```
---
---@param items any[] List.
---@return integer count Its `n` where it has one, else its length.
function list.count(items)
  check.argument("list.count", 1, "items", items, "table")
  return check.count(items)
end

--- Calls a function for each item and gives a list of its results.
---
--- ```lua
--- local lengths = list.map({ "pc-1", "pc-10" }, string.len)
--- print(lengths[1], lengths[2])  --> 4	5
--- ```
---
---@generic T, R
---@param items T[] List.
---@param fn (fun(item: T): R)|string What to call, or the name of a field.
---@return R[] results First result of each call; `n` is their number.
function list.map(items, fn)
  check.argument("list.map", 1, "items", items, "table")
  local read = reader(fn) or check.refuse("list.map", 2, "fn", key_fault(fn))
  local count = check.count(items)
  local results = { n = count }
  for index = 1, count do
    results[index] = (read(items[index]))
  end
  return results
end

--- Gives the items for which a function says true.
---
--- ```lua
--- local even = list.filter({ 1, 2, 3, 4 }, function(item) return item % 2 == 0 end)
--- print(table.concat(even, " "))  --> 2 4
--- ```
---
---@generic T
---@param items T[] List.
---@param fn (fun(item: T): any)|string What to ask, or the name of a field.
---@return T[] found Items that pass, in their order.
function list.filter(items, fn)
  check.argument("list.filter", 1, "items", items, "table")
  local read = reader(fn) or check.refuse("list.filter", 2, "fn", key_fault(fn))
  local found, number = {}, 0
  for index = 1, check.count(items) do
    local item = items[index]
    if item ~= nil and read(item) then
      number = number + 1
      found[number] = item
    end
  end
  return found
end

--- Splits a list into the items for which a function says true, and the others.
---
--- ```lua
--- local old, new = list.partition({ 5, 1, 9 }, function(item) return item > 4 end)
--- print(#old, #new)  --> 2	1
--- ```
---
---@generic T
---@param items T[] List.
---@param fn (fun(item: T): any)|string What to ask, or the name of a field.
---@return T[] passed Items that pass, in their order.
---@return T[] others All other items, in their order.
function list.partition(items, fn)
  check.argument("list.partition", 1, "items", items, "table")
  local read = reader(fn) or check.refuse("list.partition", 2, "fn", key_fault(fn))
  local passed, others = {}, {}
  for index = 1, check.count(items) do
    local item = items[index]
    if item ~= nil then
      local target = read(item) and passed or others
      target[#target + 1] = item
    end
  end
  return passed, others
end

--- Finds the first item for which a function says true.
---
--- ```lua
--- local item, place = list.find({ 3, 8, 9 }, function(number) return number > 5 end)
--- print(item, place)  --> 8	2
--- ```
---
---@generic T
---@param items T[] List.
---@param fn (fun(item: T): any)|string What to ask, or the name of a field.
---@return T|nil item First item that passes; nil for none.
---@return integer|nil place Its place, from 1; nil for none.
function list.find(items, fn)
  check.argument("list.find", 1, "items", items, "table")
  local read = reader(fn) or check.refuse("list.find", 2, "fn", key_fault(fn))
  for index = 1, check.count(items) do
    local item = items[index]
    if item ~= nil and read(item) then
      return item, index
    end
  end
  return nil, nil
end

--- Tells whether a list holds a value.
---
--- ```lua
--- print(list.contains({ "deploy", "capture" }, "wipe"))  --> false
--- ```
---
---@param items any[] List.
---@param value any Value, compared by `==`.
---@return boolean contains Whether it is there.
function list.contains(items, value)
  check.argument("list.contains", 1, "items", items, "table")
  for index = 1, check.count(items) do
    if items[index] == value then
      return true
    end
  end
  return false
end

--- Brings a list down to one value.
---
--- ```lua
--- print(list.reduce({ 1, 2, 3 }, 10, function(sum, item) return sum + item end))  --> 16
--- ```
---
---@generic T, R
---@param items T[] List.
---@param initial R Value to begin with.
---@param fn fun(value: R, item: T): R What makes the next value.
---@return R value Value after the last item.
function list.reduce(items, initial, fn)
  check.argument("list.reduce", 1, "items", items, "table")
  check.argument("list.reduce", 3, "fn", fn, "function")
  local value = initial
  for index = 1, check.count(items) do
    value = fn(value, items[index])
  end
  return value
end

--- Adds the numbers of a list up.
---
--- ```lua
--- print(list.sum({ 1, 2, 3 }), list.sum({ { size = 4 }, { size = 5 } }, "size"))  --> 6	9
--- ```
---
---@param items any[] List.
---@param key? string|function What to add of each item; the item if absent. Nil adds nothing.
---@return number sum 0 for an empty list.
function list.sum(items, key)
  check.argument("list.sum", 1, "items", items, "table")
  local read = key ~= nil
    and (reader(key) or check.refuse("list.sum", 2, "key", key_fault(key)))
  local sum = 0
  for index = 1, check.count(items) do
    local value = items[index]
    if read and value ~= nil then
      value = read(value)
    end
    if type(value) == "number" then
      sum = sum + value
    elseif value ~= nil then
      local what = string.format("number expected at %d, got %s", index, native.kind(value))
      check.refuse("list.sum", 1, "items", what)
    end
  end
  return sum
end

--- Groups items by a key.
---
--- ```lua
--- local groups, keys = list.group_by({ "pc-1", "pc-2", "mac-1" }, function(name)
---   return name:match("%a+")
--- end)
--- for _, key in ipairs(keys) do print(key, #groups[key]) end
--- --> mac	1
--- --> pc	2
--- ```
---
---@generic T
---@param items T[] List.
---@param key (fun(item: T): any)|string What to group by; an item whose key is nil is left out.
---@return table<any, T[]> groups Items by key, in their order.
---@return any[] keys Keys, sorted.
function list.group_by(items, key)
  check.argument("list.group_by", 1, "items", items, "table")
  local read = reader(key) or check.refuse("list.group_by", 2, "key", key_fault(key))
  local groups = {}
  for index = 1, check.count(items) do
    local item = items[index]
    local value = item ~= nil and read(item)
    if item ~= nil and value ~= nil then
      local group = groups[value]
      if group then
        group[#group + 1] = item
      else
        groups[value] = { item }
      end
    end
  end
  return groups, list.sort_by(list.keys(groups))
end

--- Counts items by a key.
---
--- ```lua
--- local counts = list.count_by({ "done", "failed", "done" })
--- print(counts.done, counts.failed)  --> 2	1
--- ```
---
---@param items any[] List.
---@param key? string|function What to count by; the item itself if absent.
---@return table<any, integer> counts Number of items by key.
function list.count_by(items, key)
  check.argument("list.count_by", 1, "items", items, "table")
  local read = key ~= nil
    and (reader(key) or check.refuse("list.count_by", 2, "key", key_fault(key)))
  local counts = {}
  for index = 1, check.count(items) do
    local value = items[index]
    if read and value ~= nil then
      value = read(value)
    end
    if value ~= nil then
      counts[value] = (counts[value] or 0) + 1
    end
  end
  return counts
end

--- Makes a table of items by a key; of several items with the same key, the last holds.
---
--- ```lua
--- local by_name = list.index_by({ { name = "pc-1", id = 7 } }, "name")
--- print(by_name["pc-1"].id)  --> 7
--- ```
---
---@generic T
---@param items T[] List.
---@param key (fun(item: T): any)|string Key of each item; one whose key is nil is left out.
---@return table<any, T> by_key Items by key.
function list.index_by(items, key)
  check.argument("list.index_by", 1, "items", items, "table")
  local read = reader(key) or check.refuse("list.index_by", 2, "key", key_fault(key))
  local by_key = {}
  for index = 1, check.count(items) do
    local item = items[index]
    local value = item ~= nil and read(item)
    if item ~= nil and value ~= nil then
      by_key[value] = item
    end
  end
  return by_key
end

-- Gives what an item is sorted by: rank of its type, and a value that compares with `<`.
local function sort_value(value)
  local kind = type(value)
  if kind == "string" then
    return 2, text.sort_key(value)
  elseif kind == "number" then
    return value == value and 1 or 5, value
  elseif kind == "boolean" then
    return 3, value and 1 or 0
  elseif value == nil then
    return 6, 0
  end
  return 4, text.sort_key(tostring(value))
end

---@class list.SortOptions
---@field descending? boolean Whether the largest comes first (default false).

local sort_options = { descending = { "boolean", default = false } }

--- Gives the items sorted by a key, as people expect: "pc-2" before "pc-10".
---
--- Items that compare equal keep their order. Numbers come before texts, and nil comes last in
--- either direction.
---
--- ```lua
--- print(table.concat(list.sort_by({ "pc-10", "pc-2", "PC-1" }), " "))  --> PC-1 pc-2 pc-10
--- ```
---
---@generic T
---@param items T[] List.
---@param key? (fun(item: T): any)|string What to sort by; the item itself if absent.
---@param options? list.SortOptions In which direction.
---@return T[] sorted Items in the new order; `n` is their number if the list has one.
function list.sort_by(items, key, options)
  check.argument("list.sort_by", 1, "items", items, "table")
  local read = key ~= nil
    and (reader(key) or check.refuse("list.sort_by", 2, "key", key_fault(key)))
  local descending = check.options("list.sort_by", 3, options, sort_options).descending
  local order, kinds, values, count = {}, {}, {}, check.count(items)
  for index = 1, count do
    local value = items[index]
    if read and value ~= nil then
      value = read(value)
    end
    order[index] = index
    kinds[index], values[index] = sort_value(value)
  end
  table.sort(order, function(one, other)
    local kind, other_kind = kinds[one], kinds[other]
    if kind ~= other_kind then
      if descending and kind < 5 and other_kind < 5 then
        return kind > other_kind
      end
      return kind < other_kind
    end
    local value, other_value = values[one], values[other]
    if kind < 5 and value ~= other_value then
      if descending then
        return other_value < value
      end
      return value < other_value
    end
    return one < other
  end)
  local sorted = { n = rawget(items, "n") }
  for index = 1, count do
    sorted[index] = items[order[index]]
  end
  return sorted
end

--- Splits a list into lists of a size; the last one may be shorter.
---
--- ```lua
--- for _, part in ipairs(list.chunk({ 1, 2, 3, 4, 5 }, 2)) do print(#part, part[1]) end
--- --> 2	1
--- --> 2	3
--- --> 1	5
--- ```
---
---@generic T
---@param items T[] List.
---@param size integer Items in a part, 1 or more.
---@return T[][] parts Parts in their order; each has its number of items as `n`.
function list.chunk(items, size)
  check.argument("list.chunk", 1, "items", items, "table")
  size = check.argument("list.chunk", 2, "size", size, "integer")
  if size < 1 then
    check.refuse("list.chunk", 2, "size", size .. " is too small; 1 or more expected")
  end
  local parts, count = {}, check.count(items)
  for first = 1, count, size do
    local last = math.min(first + size - 1, count)
    parts[#parts + 1] = table.move(items, first, last, 1, { n = last - first + 1 })
  end
  return parts
end

--- Gives the items without those whose key was there before.
---
--- ```lua
--- print(table.concat(list.uniq({ "b", "a", "b" }), " "))  --> b a
--- ```
---
---@generic T
---@param items T[] List.
---@param key? (fun(item: T): any)|string What to compare; the item itself if absent.
---@return T[] unique First item of each key, in their order.
function list.uniq(items, key)
  check.argument("list.uniq", 1, "items", items, "table")
  local read = key ~= nil and (reader(key) or check.refuse("list.uniq", 2, "key", key_fault(key)))
  local seen, unique = {}, {}
  for index = 1, check.count(items) do
    local item = items[index]
    local value = item
    if read and item ~= nil then
      value = read(item)
    end
    if value ~= nil and not seen[value] then
      seen[value] = true
      unique[#unique + 1] = item
    end
  end
  return unique
end

-- Keys of a list's items as a set.
local function set_of(items, read)
  local set = {}
  for index = 1, check.count(items) do
    local value = items[index]
    if read and value ~= nil then
      value = read(value)
    end
    if value ~= nil then
      set[value] = true
    end
  end
  return set
end

-- Items whose key is, or is not, in a set.
local function pick(items, read, set, is_wanted)
  local found = {}
  for index = 1, check.count(items) do
    local item = items[index]
    local value = item
    if read and item ~= nil then
      value = read(item)
    end
    if value ~= nil and (set[value] or false) == is_wanted then
      found[#found + 1] = item
    end
  end
  return found
end

--- Compares two lists: what is only in the first, what is only in the second, what is in both.
---
--- ```lua
--- local gone, new, kept = list.diff({ "pc-1", "pc-2" }, { "pc-2", "pc-3" })
--- print(gone[1], new[1], kept[1])  --> pc-1	pc-3	pc-2
--- ```
---
---@generic T
---@param one T[] List.
---@param other T[] List to compare it with.
---@param key? (fun(item: T): any)|string What to compare; the item itself if absent.
---@return T[] removed Items of the first list that the second has not.
---@return T[] added Items of the second list that the first has not.
---@return T[] common Items of the first list that the second has too.
function list.diff(one, other, key)
  check.argument("list.diff", 1, "one", one, "table")
  check.argument("list.diff", 2, "other", other, "table")
  local read = key ~= nil and (reader(key) or check.refuse("list.diff", 3, "key", key_fault(key)))
  local in_one, in_other = set_of(one, read), set_of(other, read)
  return pick(one, read, in_other, false), pick(other, read, in_one, false),
    pick(one, read, in_other, true)
end

--- Joins lists to one.
---
--- ```lua
--- print(table.concat(list.concat({ 1 }, { 2, 3 }), " "))  --> 1 2 3
--- ```
---
---@param ... any[] Lists.
---@return any[] joined Items of all lists, in their order.
function list.concat(...)
  local joined, count = {}, 0
  for index = 1, select("#", ...) do
    local items = check.argument("list.concat", index, "list", (select(index, ...)), "table")
    local more = check.count(items)
    table.move(items, 1, more, count + 1, joined)
    count = count + more
  end
  return joined
end

--- Gives the first items of a list.
---
--- ```lua
--- print(#list.take({ "a", "b", "c" }, 2))  --> 2
--- ```
---
---@generic T
---@param items T[] List.
---@param count integer How many at most, 0 or more.
---@return T[] first First items.
function list.take(items, count)
  check.argument("list.take", 1, "items", items, "table")
  count = check.argument("list.take", 2, "count", count, "integer")
  return table.move(items, 1, math.min(math.max(count, 0), check.count(items)), 1, {})
end

--- Gives the keys of a table, sorted.
---
--- ```lua
--- print(table.concat(list.keys({ stalled = 1, done = 7 }), " "))  --> done stalled
--- ```
---
---@param entries table Table with any keys, or an object of `fog`.
---@return any[] keys Keys: numbers first, then texts.
function list.keys(entries)
  if type(entries) ~= "table" and type(entries) ~= "userdata" then
    local what = "table or object expected, got " .. native.kind(entries)
    check.refuse("list.keys", 1, "entries", what)
  end
  return check.sorted_keys(entries)
end

return list
