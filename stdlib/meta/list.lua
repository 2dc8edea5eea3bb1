---@meta list
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Options.
---@class list.SortOptions
---@field descending? boolean Whether the largest comes first (default false)
local SortOptions = {}

--- Works on lists: maps, filters, groups, sorts, compares.
---
--- Pure Lua. Nothing changes the list that it is given. The length of a list is its field `n` where it has one, so that the results of `flow.each` may have holes. A `key` is the name of a field or a function that gives a value for an item. Functions given here may call `fog` and wait.
---@class list
local list = {}

--- Gives the number of items of a list.
---
--- ```lua
--- print(list.count({ "a", "b" }), list.count(table.pack(nil, nil)))  --> 2	2
--- ```
---@param items any[] List
---@return integer count Its `n` where it has one, else its length
function list.count(items) end

--- Calls a function for each item and gives a list of its results.
---
--- ```lua
--- local lengths = list.map({ "pc-1", "pc-10" }, string.len)
--- print(lengths[1], lengths[2])  --> 4	5
--- ```
---@param items T[] List
---@param fn (fun(item: T): R)|string What to call, or the name of a field
---@return R[] results First result of each call; `n` is their number
function list.map(items, fn) end

--- Gives the items for which a function says true.
---
--- ```lua
--- local even = list.filter({ 1, 2, 3, 4 }, function(item) return item % 2 == 0 end)
--- print(table.concat(even, " "))  --> 2 4
--- ```
---@param items T[] List
---@param fn (fun(item: T): any)|string What to ask, or the name of a field
---@return T[] found Items that pass, in their order
function list.filter(items, fn) end

--- Splits a list into the items for which a function says true, and the others.
---
--- ```lua
--- local old, new = list.partition({ 5, 1, 9 }, function(item) return item > 4 end)
--- print(#old, #new)  --> 2	1
--- ```
---@param items T[] List
---@param fn (fun(item: T): any)|string What to ask, or the name of a field
---@return T[] passed Items that pass, in their order
---@return T[] others All other items, in their order
function list.partition(items, fn) end

--- Finds the first item for which a function says true.
---
--- ```lua
--- local item, place = list.find({ 3, 8, 9 }, function(number) return number > 5 end)
--- print(item, place)  --> 8	2
--- ```
---@param items T[] List
---@param fn (fun(item: T): any)|string What to ask, or the name of a field
---@return T|nil item First item that passes; nil for none
---@return integer|nil place Its place, from 1; nil for none
function list.find(items, fn) end

--- Tells whether a list holds a value.
---
--- ```lua
--- print(list.contains({ "deploy", "capture" }, "wipe"))  --> false
--- ```
---@param items any[] List
---@param value any Value, compared by `==`
---@return boolean contains Whether it is there
function list.contains(items, value) end

--- Brings a list down to one value.
---
--- ```lua
--- print(list.reduce({ 1, 2, 3 }, 10, function(sum, item) return sum + item end))  --> 16
--- ```
---@param items T[] List
---@param initial R Value to begin with
---@param fn fun(value: R, item: T): R What makes the next value
---@return R value Value after the last item
function list.reduce(items, initial, fn) end

--- Adds the numbers of a list up.
---
--- ```lua
--- print(list.sum({ 1, 2, 3 }), list.sum({ { size = 4 }, { size = 5 } }, "size"))  --> 6	9
--- ```
---@param items any[] List
---@param key? string|function What to add of each item; the item if absent. Nil adds nothing
---@return number sum 0 for an empty list
function list.sum(items, key) end

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
---@param items T[] List
---@param key (fun(item: T): any)|string What to group by; an item whose key is nil is left out
---@return table<any, T[]> groups Items by key, in their order
---@return any[] keys Keys, sorted
function list.group_by(items, key) end

--- Counts items by a key.
---
--- ```lua
--- local counts = list.count_by({ "done", "failed", "done" })
--- print(counts.done, counts.failed)  --> 2	1
--- ```
---@param items any[] List
---@param key? string|function What to count by; the item itself if absent
---@return table<any, integer> counts Number of items by key
function list.count_by(items, key) end

--- Makes a table of items by a key; of several items with the same key, the last holds.
---
--- ```lua
--- local by_name = list.index_by({ { name = "pc-1", id = 7 } }, "name")
--- print(by_name["pc-1"].id)  --> 7
--- ```
---@param items T[] List
---@param key (fun(item: T): any)|string Key of each item; one whose key is nil is left out
---@return table<any, T> by_key Items by key
function list.index_by(items, key) end

--- Gives the items sorted by a key, as people expect: "pc-2" before "pc-10".
---
--- Items that compare equal keep their order. Numbers come before texts, and nil comes last in either direction.
---
--- ```lua
--- print(table.concat(list.sort_by({ "pc-10", "pc-2", "PC-1" }), " "))  --> PC-1 pc-2 pc-10
--- ```
---@param items T[] List
---@param key? (fun(item: T): any)|string What to sort by; the item itself if absent
---@param options? { descending?: boolean } In which direction
---@return T[] sorted Items in the new order; `n` is their number if the list has one
function list.sort_by(items, key, options) end

--- Splits a list into lists of a size; the last one may be shorter.
---
--- ```lua
--- for _, part in ipairs(list.chunk({ 1, 2, 3, 4, 5 }, 2)) do print(#part, part[1]) end
--- --> 2	1
--- --> 2	3
--- --> 1	5
--- ```
---@param items T[] List
---@param size integer Items in a part, 1 or more
---@return T[][] parts Parts in their order; each has its number of items as `n`
function list.chunk(items, size) end

--- Gives the items without those whose key was there before.
---
--- ```lua
--- print(table.concat(list.uniq({ "b", "a", "b" }), " "))  --> b a
--- ```
---@param items T[] List
---@param key? (fun(item: T): any)|string What to compare; the item itself if absent
---@return T[] unique First item of each key, in their order
function list.uniq(items, key) end

--- Compares two lists: what is only in the first, what is only in the second, what is in both.
---
--- ```lua
--- local gone, new, kept = list.diff({ "pc-1", "pc-2" }, { "pc-2", "pc-3" })
--- print(gone[1], new[1], kept[1])  --> pc-1	pc-3	pc-2
--- ```
---@param one T[] List
---@param other T[] List to compare it with
---@param key? (fun(item: T): any)|string What to compare; the item itself if absent
---@return T[] removed Items of the first list that the second has not
---@return T[] added Items of the second list that the first has not
---@return T[] common Items of the first list that the second has too
function list.diff(one, other, key) end

--- Joins lists to one.
---
--- ```lua
--- print(table.concat(list.concat({ 1 }, { 2, 3 }), " "))  --> 1 2 3
--- ```
---@param ... any[] Lists
---@return any[] joined Items of all lists, in their order
function list.concat(...) end

--- Gives the first items of a list.
---
--- ```lua
--- print(#list.take({ "a", "b", "c" }, 2))  --> 2
--- ```
---@param items T[] List
---@param count integer How many at most, 0 or more
---@return T[] first First items
function list.take(items, count) end

--- Gives the keys of a table, sorted.
---
--- ```lua
--- print(table.concat(list.keys({ stalled = 1, done = 7 }), " "))  --> done stalled
--- ```
---@param entries table Table with any keys, or an object of `fog`
---@return any[] keys Keys: numbers first, then texts
function list.keys(entries) end

return list
