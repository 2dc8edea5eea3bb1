---@meta text
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Options.
---@class text.SplitOptions
---@field limit? integer Most parts, 1 or more; the last holds the rest
---@field trim? boolean Whether white space is taken off each part (default false)
---@field skip_empty? boolean Whether empty parts are left out (default false)
local SplitOptions = {}

--- Options.
---@class text.PadOptions
---@field align? string "left" (default), "right" or "center"
local PadOptions = {}

--- Options.
---@class text.JoinOptions
---@field last? string What stands before the last part (default " and ")
---@field limit? integer Most parts to name; of the others only the number is told
local JoinOptions = {}

--- Trims, splits, pads, wraps and compares texts.
---
--- Pure Lua. Widths count what a terminal shows: letters and not bytes, East Asian letters as two, combining marks as none. Bytes that are no UTF-8 count as one each.
---@class text
local text = {}

--- Tells how many columns of a terminal a text takes.
---
--- ```lua
--- print(text.width("Zoë"), text.width("日本"))  --> 3	4
--- ```
---@param subject string Text of one line
---@return integer columns How many columns it takes
function text.width(subject) end

--- Takes white space off both ends.
---
--- ```lua
--- print("[" .. text.trim("  pc-1\r\n") .. "]")  --> [pc-1]
--- ```
---@param subject string Text
---@return string trimmed Text without white space at its ends
function text.trim(subject) end

--- Splits a text at each place where a separator stands.
---
--- ```lua
--- local parts = text.split("pc-1, pc-2,,pc-3", ",", { trim = true, skip_empty = true })
--- print(#parts, parts[2])  --> 3	pc-2
--- ```
---@param subject string Text
---@param separator? string Separator as it stands, no pattern (default ",")
---@param options? { limit?: integer, trim?: boolean, skip_empty?: boolean } What to do with the parts
---@return string[] parts Parts in their order; one empty part for an empty text
function text.split(subject, separator, options) end

--- Splits a text into its lines, without what ends them.
---
--- Lines end with a line feed, a carriage return, or both. A text that ends with one has no empty line after it.
---
--- ```lua
--- print(#text.lines("one\r\ntwo\n"))  --> 2
--- ```
---@param subject string Text
---@return string[] lines Lines in their order; none for an empty text
function text.lines(subject) end

--- Fills a text up with spaces.
---
--- ```lua
--- print("[" .. text.pad("7", 3, { align = "right" }) .. "]")  --> [  7]
--- ```
---@param subject string Text of one line
---@param columns integer Width to reach; a wider text stays as it is
---@param options? { align?: string } Where the text stands
---@return string padded Text with spaces
function text.pad(subject, columns, options) end

--- Cuts a text that is too wide, and shows by "…" that something is missing.
---
--- ```lua
--- print(text.cut("administration", 8))  --> adminis…
--- ```
---@param subject string Text of one line
---@param columns integer Width that it may have, 1 or more
---@return string cut Text that is no wider
function text.cut(subject, columns) end

--- Breaks a text into lines between its words.
---
--- Line ends of the text stay. A word that is wider than a line is broken.
---
--- ```lua
--- print(text.wrap("hosts that never checked in", 12))
--- --> hosts that
--- --> never
--- --> checked in
--- ```
---@param subject string Text
---@param columns integer Width of a line, 1 or more
---@return string wrapped Text with line feeds
function text.wrap(subject, columns) end

--- Fills a template: `{name}` stands for a value, `{image.name}` for one inside of another.
---
--- `{{` and `}}` stand for braces. A name without a value is an error.
---
--- ```lua
--- print(text.fill("{name} gets {image.name}", { name = "pc-1", image = { name = "Win11" } }))
--- --> pc-1 gets Win11
--- ```
---@param template string Template
---@param values table|userdata Table or object of `fog` with the values
---@return string filled Text
function text.fill(template, values) end

--- Gives a key by which texts sort as people expect: "pc-2" before "pc-10", "Lab" beside "lab".
---
--- ```lua
--- print(text.sort_key("pc-2") < text.sort_key("pc-10"))  --> true
--- ```
---@param subject string Text
---@return string key Key to compare with other keys
function text.sort_key(subject) end

--- Tells whether one text comes before another as people expect; for `table.sort`.
---
--- For many texts `list.sort_by` is faster.
---
--- ```lua
--- local names = { "pc-10", "PC-2", "pc-1" }
--- table.sort(names, text.is_before)
--- print(table.concat(names, " "))  --> pc-1 PC-2 pc-10
--- ```
---@param one string Text
---@param other string Text to compare it with
---@return boolean before Whether the first one comes first
function text.is_before(one, other) end

--- Words a number of things.
---
--- ```lua
--- print(text.count(1, "host"), text.count(3, "host"), text.count(2, "entry", "entries"))
--- --> 1 host	3 hosts	2 entries
--- ```
---@param number number How many
---@param singular string Word for one
---@param plural? string Word for several; the singular with "s" if absent
---@return string words Number and word
function text.count(number, singular, plural) end

--- Joins parts as a sentence does.
---
--- ```lua
--- print(text.join({ "pc-1", "pc-2", "pc-3" }))  --> pc-1, pc-2 and pc-3
--- print(text.join({ "pc-1", "pc-2", "pc-3", "pc-4" }, { limit = 2 }))  --> pc-1, pc-2 and 2 more
--- ```
---@param parts any[] Parts; `tostring` of each is taken
---@param options? { last?: string, limit?: integer } How to end
---@return string words Text; empty for no parts
function text.join(parts, options) end

return text
