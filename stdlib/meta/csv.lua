---@meta csv
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Options.
---@class csv.ParseOptions
---@field header? boolean Whether the first row names the columns (default true)
---@field columns? string[] Names of the columns, where there is no header row
---@field required? string[] Columns that have to be there
---@field separator? string One character; found out if absent
local ParseOptions = {}

--- Options.
---@class csv.FormatOptions
---@field columns? string[] Columns to write, in their order; all names, sorted, if absent
---@field header? boolean Whether to write the names first (default true; lists have none)
---@field separator? string One character (default ",")
---@field bom? boolean Whether to begin with a byte order mark, as Excel wants it (default false)
local FormatOptions = {}

--- Reads and writes CSV, FOG's own export of hosts among it.
---
--- Cells are in quotes where they have to be, and quotes inside are doubled, as RFC 4180 has it. A byte order mark is passed over, lines end in any way, and the separator is found out where it is not given. Each cell is a text.
---@class csv
local csv = {}

--- Reads CSV.
---
--- With a header row, each row is a table of texts by column name; `columns` does the same without one, and `header = false` alone gives lists of texts. Empty lines are passed over. A row that is longer than the header is an error, a shorter one has no value for the rest; errors have the code `invalid_argument` and name the line.
---
--- ```lua
--- local rows, columns = csv.parse("name;mac\npc-1;00:11:22:33:44:01\n")
--- print(#rows, rows[1].mac, columns[2])  --> 1	00:11:22:33:44:01	mac
--- ```
---@param encoded string CSV
---@param options? { header?: boolean, columns?: string[], required?: string[], separator?: string } How it is written
---@return table[] rows Rows in their order
---@return string[]|nil columns Names of the columns in their order; nil without names
function csv.parse(encoded, options) end

--- Writes CSV.
---
--- Rows are tables by column name, objects of `fog`, or lists. Lines end as RFC 4180 has it. Nil is an empty cell.
---
--- ```lua
--- local rows = { { name = "pc-1", note = 'says "no"' }, { name = "pc-2" } }
--- print((csv.format(rows, { columns = { "name", "note" } }):gsub("\r", "")))
--- --> name,note
--- --> pc-1,"says ""no"""
--- --> pc-2,
--- -->
--- ```
---@param rows table[] Rows
---@param options? { columns?: string[], header?: boolean, separator?: string, bom?: boolean } How to write them
---@return string encoded CSV
function csv.format(rows, options) end

--- Reads FOG's own export of hosts, which has no header row.
---
--- Gives tables with FOG's field names: `macs` is a list with the primary address first, times are seconds since 1970, unset fields are nil. Passwords and keys are left out. FOG writes quotes inside of cells as they are; those are taken as they were meant.
---
--- ```lua
--- local hosts = csv.parse_hosts('"00:11:22:33:44:01|00:11:22:33:44:02","pc-1","Room 4"\n')
--- print(hosts[1].name, hosts[1].macs[2], hosts[1].ip)  --> pc-1	00:11:22:33:44:02	nil
--- ```
---@param encoded string Text of the export
---@return table[] hosts Hosts in their order
function csv.parse_hosts(encoded) end

--- Writes hosts as FOG's own import takes them.
---
--- Takes hosts of `fog`, or tables as `csv.parse_hosts` gives them, which may also have `primac`. Passwords and keys stay empty. FOG's import reads no more than 999 bytes of a row, so a longer one is an error.
---
--- ```lua
--- local encoded = csv.format_hosts({ { name = "pc-1", macs = { "00:11:22:33:44:01" } } })
--- print(encoded:sub(1, 26))  --> "00:11:22:33:44:01","pc-1"
--- ```
---@param hosts table[] Hosts
---@return string encoded Text for FOG's import
function csv.format_hosts(hosts) end

return csv
