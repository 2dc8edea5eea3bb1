---@meta table_view
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- One column of a table.
---@class table_view.Column
---@field key string|integer Field of a row, or place in it
---@field heading? string What stands above; the key in capitals if absent
---@field align? string "left" or "right"; numbers stand on the right if absent
---@field width? integer Widest that the column may be
---@field format? fun(value: any): any Gives what is shown of a value, as `time.format` does
local Column = {}

--- Options.
---@class table_view.Options
---@field columns? (string|table_view.Column)[] Columns; all names, sorted, if absent
---@field width? integer Widest that a line may be; the widest columns are cut to fit it
---@field headings? boolean Whether to show headings (default true)
---@field gap? integer Spaces between two columns (default 2)
local Options = {}

--- Shows rows as aligned tables for a terminal.
---
--- Pure Lua. Rows are tables by column name, objects of `fog`, or lists. Columns of numbers stand on the right, and widths are those that a terminal shows, also of letters such as "日".
---@class table_view
local table_view = {}

--- Gives rows as the lines of an aligned table.
---
--- Cells are shown on one line, nil as nothing, booleans as "yes" and "no". What does not fit is cut and ends with "…".
---
--- ```lua
--- local rows = { { host = "pc-1", seconds = 303 }, { host = "pc-10", seconds = 42 } }
--- print(table_view.format(rows, { columns = { "host", "seconds" } }))
--- --> HOST   SECONDS
--- --> pc-1       303
--- --> pc-10       42
--- local time = require("time")
--- local minutes = { key = "seconds", heading = "TIME", format = time.words }
--- print(table_view.format({ rows[1] }, { columns = { "host", minutes } }))
--- --> HOST  TIME
--- --> pc-1  5m 03s
--- ```
---@param rows table[] Rows
---@param options? { columns?: (string|table_view.Column)[], width?: integer, headings?: boolean, gap?: integer } Which columns, and how wide
---@return string lines Lines with line feeds between them; empty without rows and headings
function table_view.format(rows, options) end

--- Prints rows as an aligned table, each line by itself.
---
--- ```lua
--- table_view.print({ { "pc-1", "done" } }, { headings = false })  --> pc-1  done
--- ```
---@param rows table[] Rows
---@param options? { columns?: (string|table_view.Column)[], width?: integer, headings?: boolean, gap?: integer } Which columns, and how wide
function table_view.print(rows, options) end

return table_view
