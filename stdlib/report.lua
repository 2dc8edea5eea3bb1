--- Collects rows, notes and sections, and renders them as text, Markdown, CSV or JSON.
---
--- Pure Lua. The same report is one table at the terminal, another in a wiki, and rows in a
--- spreadsheet.
---@class report
local report = {}

local native = ...
local check = native.module("check")
local csv = native.module("csv")
local json = native.module("json")
local table_view = native.module("table_view")

---@class report.Report
--- Report that is filled step by step; made by `report.new`.
local Report = {}
Report.__index = function(_, key)
  local member = Report[key]
  if member == nil then
    local names = { "csv", "json", "markdown", "note", "row", "section", "text" }
    local hint = native.suggest(tostring(key), names) or "it has " .. table.concat(names, ", ")
    error(string.format('Report has no function "%s"; %s', tostring(key), hint), 2)
  end
  return member
end
Report.__name = "Report"

local function new_section(title, columns)
  return { title = title, columns = columns, rows = {}, notes = {} }
end

-- Parts of each report, out of reach of scripts.
local states = setmetatable({}, { __mode = "k" })

function Report:__tostring()
  local count = 0
  for _, section in ipairs(states[self].sections) do
    count = count + #section.rows
  end
  return string.format("Report (%s, %d rows)", states[self].title, count)
end

---@class report.Options
---@field columns? string[] Columns of the rows, in their order; all names, sorted, if absent.

local new_options = { columns = { "table" } }

--- Makes a report without rows.
---
--- ```lua
--- local rollout = report.new("Lab A", { columns = { "host", "result" } })
--- rollout:row({ host = "pc-1", result = "done" })
--- print(rollout)  --> Report (Lab A, 1 rows)
--- ```
---
---@param title string What the report is about.
---@param options? report.Options Columns.
---@return report.Report report Report to fill.
function report.new(title, options)
  check.argument("report.new", 1, "title", title, "string")
  local columns = check.options("report.new", 2, options, new_options).columns
  local self = setmetatable({}, Report)
  states[self] = { title = title, sections = { new_section(nil, columns) } }
  return self
end

local function last_section(self, place)
  local state = states[self]
  if not state then
    error("call it with a colon, as in " .. place, 3)
  end
  return state.sections[#state.sections], state
end

--- Begins a section; rows and notes from now on belong to it.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:section("Not done", { columns = { "host", "why" } })
--- rollout:row({ host = "pc-7", why = "never checked in" })
--- ```
---
---@param title string Heading of the section.
---@param options? report.Options Columns of its rows.
function Report:section(title, options)
  local _, state = last_section(self, "report:section(title)")
  check.argument("report:section", 1, "title", title, "string")
  local columns = check.options("report:section", 2, options, new_options).columns
  state.sections[#state.sections + 1] = new_section(title, columns)
end

--- Adds a row.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", minutes = 5 })
--- ```
---
---@param row table|userdata Values by column name, or an object of `fog`.
function Report:row(row)
  local section = last_section(self, "report:row(row)")
  if type(row) ~= "table" and type(row) ~= "userdata" then
    check.refuse("report:row", 1, "row", "table or object expected, got " .. native.kind(row))
  end
  section.rows[#section.rows + 1] = row
end

--- Adds a line of text below the rows.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:note("2 of 3 hosts done")
--- ```
---
---@param note string Line of text.
function Report:note(note)
  local section = last_section(self, "report:note(note)")
  check.argument("report:note", 1, "note", note, "string")
  section.notes[#section.notes + 1] = note
end

-- Columns of a section: those that were given, or all names of its rows, sorted.
local function columns_of(section)
  if section.columns then
    return section.columns
  end
  local seen = {}
  for _, row in ipairs(section.rows) do
    for key in pairs(row) do
      seen[key] = true
    end
  end
  return check.sorted_keys(seen)
end

---@class report.TextOptions
---@field width? integer Widest that a line of a table may be.

local text_options = { width = { "integer", min = 1 } }

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
---
---@param options? report.TextOptions How wide.
---@return string rendered Text with line feeds between its lines.
function Report:text(options)
  local _, state = last_section(self, "report:text()")
  local width = check.options("report:text", 1, options, text_options).width
  local parts = { state.title }
  for _, section in ipairs(state.sections) do
    if section.title then
      parts[#parts + 1] = section.title
    end
    if #section.rows > 0 then
      local settings = { columns = columns_of(section), width = width }
      parts[#parts + 1] = table_view.format(section.rows, settings)
    end
    if #section.notes > 0 then
      parts[#parts + 1] = table.concat(section.notes, "\n")
    end
  end
  return table.concat(parts, "\n\n")
end

local function markdown_cell(value)
  if value == nil then
    return ""
  end
  return (check.cell(value):gsub("[\\|`*_<>]", "\\%0"):gsub("%c+", " "))
end

local function markdown_table(section)
  local columns, lines = columns_of(section), {}
  local heads, rules = {}, {}
  for place, column in ipairs(columns) do
    heads[place], rules[place] = markdown_cell(column), "---"
  end
  lines[1] = "| " .. table.concat(heads, " | ") .. " |"
  lines[2] = "| " .. table.concat(rules, " | ") .. " |"
  for _, row in ipairs(section.rows) do
    local cells = {}
    for place, column in ipairs(columns) do
      cells[place] = markdown_cell(row[column])
    end
    lines[#lines + 1] = "| " .. table.concat(cells, " | ") .. " |"
  end
  return table.concat(lines, "\n")
end

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
---
---@return string rendered Text that ends with a line feed.
function Report:markdown()
  local _, state = last_section(self, "report:markdown()")
  local parts = { "# " .. markdown_cell(state.title) }
  for _, section in ipairs(state.sections) do
    if section.title then
      parts[#parts + 1] = "## " .. markdown_cell(section.title)
    end
    if #section.rows > 0 then
      parts[#parts + 1] = markdown_table(section)
    end
    for _, note in ipairs(section.notes) do
      parts[#parts + 1] = markdown_cell(note)
    end
  end
  return table.concat(parts, "\n\n") .. "\n"
end

--- Gives all rows as CSV; where there are sections, their titles are the first column.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:row({ host = "pc-1", result = "done" })
--- print((rollout:csv():gsub("\r\n", ";")))  --> host,result;pc-1,done;
--- ```
---
---@return string rendered CSV with a header row; columns of all sections.
function Report:csv()
  local _, state = last_section(self, "report:csv()")
  local columns, seen, rows = {}, {}, {}
  local has_sections = #state.sections > 1
  if has_sections then
    columns[1], seen.section = "section", true
  end
  for _, section in ipairs(state.sections) do
    local names = #section.rows > 0 and columns_of(section) or {}
    for _, name in ipairs(names) do
      if not seen[name] then
        seen[name] = true
        columns[#columns + 1] = name
      end
    end
    for _, row in ipairs(section.rows) do
      local copy = {}
      for _, name in ipairs(names) do
        copy[name] = row[name]
      end
      if has_sections then
        copy.section = section.title
      end
      rows[#rows + 1] = copy
    end
  end
  return csv.format(rows, { columns = columns })
end

--- Gives the report as JSON.
---
--- ```lua
--- local rollout = report.new("Lab A")
--- rollout:note("nothing to do")
--- print(rollout:json())
--- --> {"sections":[{"notes":["nothing to do"],"rows":[]}],"title":"Lab A"}
--- ```
---
---@return string rendered JSON: `title` and `sections`, each with `title`, `rows` and `notes`.
function Report:json()
  local _, state = last_section(self, "report:json()")
  local sections = {}
  for place, section in ipairs(state.sections) do
    sections[place] = { title = section.title, rows = section.rows, notes = section.notes }
  end
  return json.encode({ title = state.title, sections = sections })
end

return report
