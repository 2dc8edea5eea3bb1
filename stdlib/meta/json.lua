---@meta json
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Options.
---@class json.EncodeOptions
---@field indent? integer Spaces for each level, 1 to 8; all on one line if absent
local EncodeOptions = {}

--- Reads and writes JSON.
---
--- JSON's null is `json.null`, because a table cannot hold nil. An empty table is written as `[]`; `json.object{}` marks one that is to be `{}`, and what was read as `{}` is marked so. Objects of `fog` are written with their fields. Names are written in the order of the alphabet, so that the same value gives the same text.
---@class json
local json = {}

--- Marks a table as a JSON object, which counts where it is empty.
---
--- ```lua
--- print(json.encode({}), json.encode(json.object({})))  --> []	{}
--- ```
---@param fields? table<string, any> Table to mark, which has no metatable; a new one if absent
---@return table fields The same table
function json.object(fields) end

--- Writes a value as JSON.
---
--- Holes of a list and nil are null. Bytes that are no UTF-8 become U+FFFD. Functions, coroutines, numbers without a finite value and tables that hold themselves are errors.
---
--- ```lua
--- print(json.encode({ name = "pc-1", macs = { "00:11:22:33:44:01" }, id = 7 }))
--- --> {"id":7,"macs":["00:11:22:33:44:01"],"name":"pc-1"}
--- ```
---@param value any Value
---@param options? { indent?: integer } How it looks
---@return string encoded JSON, without a line feed at its end
function json.encode(value, options) end

--- Reads a value from JSON.
---
--- Raises an error with the code `invalid_argument` that names line and column. Whole numbers without point or exponent are integers where they fit; a number that is too large for a float is an error. Bytes that are no UTF-8 become U+FFFD.
---
--- ```lua
--- local host = json.decode('{"name": "pc-1", "image": null, "macs": []}')
--- print(host.name, host.image == json.null, #host.macs)  --> pc-1	true	0
--- print(select(2, pcall(json.decode, "[1,")).message)
--- --> not JSON: line 1, column 4: a value expected, got the end
--- ```
---@param encoded string JSON, with or without a byte order mark
---@return any value Value; `json.null` for null
function json.decode(encoded) end

return json
