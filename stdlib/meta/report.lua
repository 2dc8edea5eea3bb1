---@meta report
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Report that is filled step by step; made by `report.new`.
---@class report.Report
local Report = {}

--- Options.
---@class report.Options
---@field columns? string[] Columns of the rows, in their order; all names, sorted, if absent
local Options = {}

--- Options.
---@class report.TextOptions
---@field width? integer Widest that a line of a table may be
local TextOptions = {}

--- Collects rows, notes and sections, and renders them as text, Markdown, CSV or JSON.
---
--- Pure Lua. The same report is one table at the terminal, another in a wiki, and rows in a spreadsheet.
---@class report
local report = {}

--- Makes a report without rows.
---
--- ```lua
--- local rollout = report.new("Lab A", { columns = { "host", "result" } })
--- rollout:row({ host = "pc-1", result = "done" })
--- print(rollout)  --> Report (Lab A, 1 rows)
--- ```
---@param title string What the report is about
---@param options? { columns?: string[] } Columns
---@return report.Report report Report to fill
function report.new(title, options) end

--- Begins a section; rows and notes from now on belong to it.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:section("Not done", { columns = { "host", "why" } })
--- rollout:row({ host = "pc-7", why = "never checked in" })
--- ```
---@param title string Heading of the section
---@param options? { columns?: string[] } Columns of its rows
function Report:section(title, options) end

--- Adds a row.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", minutes = 5 })
--- ```
---@param row table|userdata Values by column name, or an object of `fog`
function Report:row(row) end

--- Adds a line of text below the rows.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:note("2 of 3 hosts done")
--- ```
---@param note string Line of text
function Report:note(note) end

--- Gives the report for a terminal.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", result = "done" })
--- rollout:note("1 host done")
--- print(rollout:text())
--- --> Lab A
--- -->
--- --> HOST  RESULT
--- --> pc-1  done
--- -->
--- --> 1 host done
--- ```
---@param options? { width?: integer } How wide
---@return string rendered Text with line feeds between its lines
function Report:text(options) end

--- Gives the report as Markdown.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", result = "done" })
--- print(rollout:markdown())
--- --> # Lab A
--- -->
--- --> | host | result |
--- --> | --- | --- |
--- --> | pc-1 | done |
--- -->
--- ```
---@return string rendered Text that ends with a line feed
function Report:markdown() end

--- Gives all rows as CSV; where there are sections, their titles are the first column.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", result = "done" })
--- print((rollout:csv():gsub("\r\n", ";")))  --> host,result;pc-1,done;
--- ```
---@return string rendered CSV with a header row; columns of all sections
function Report:csv() end

--- Gives the report as JSON.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:note("nothing to do")
--- print(rollout:json())
--- --> {"sections":[{"notes":["nothing to do"],"rows":[]}],"title":"Lab A"}
--- ```
---@return string rendered JSON: `title` and `sections`, each with `title`, `rows` and `notes`
function Report:json() end

return report
