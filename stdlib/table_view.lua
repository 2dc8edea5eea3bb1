--- Shows rows as aligned tables for a terminal.
---
--- Pure Lua. Rows are tables by column name, objects of `fog`, or lists. Columns of numbers stand
--- on the right, and widths are those that a terminal shows, also of letters such as "日".
---@class table_view
local table_view = {}

local native = ...
local check = native.module("check")
local text = native.module("text")

---@class table_view.Column
--- One column of a table.
---@field key string|integer Field of a row, or place in it.
---@field heading? string What stands above; the key in capitals if absent.
---@field align? string "left" or "right"; numbers stand on the right if absent.
---@field width? integer Widest that the column may be.
---@field format? fun(value: any): any Gives what is shown of a value, as `time.format` does.

---@class table_view.Options
---@field columns? (string|table_view.Column)[] Columns; all names, sorted, if absent.
---@field width? integer Widest that a line may be; the widest columns are cut to fit it.
---@field headings? boolean Whether to show headings (default true).
---@field gap? integer Spaces between two columns (default 2).

local format_options = {
  columns = { "table" },
  width = { "integer", min = 1 },
  headings = { "boolean", default = true },
  gap = { "integer", min = 1, max = 20, default = 2 },
}
local column_options = {
  key = { "any" },
  heading = { "string" },
  align = { "string", choices = { "left", "right" } },
  width = { "integer", min = 1 },
  format = { "function" },
}

-- Words of a cell on one line: line ends and other control characters would break the table.
local function words_of(value)
  if value == nil then
    return ""
  elseif type(value) == "boolean" then
    return value and "yes" or "no"
  elseif math.type(value) == "float" and value == math.floor(value) and math.abs(value) < 1e15 then
    return string.format("%d", value)
  end
  return (check.cell(value):gsub("%c+", " "))
end

-- Keys of all rows: places of lists, or names in the order of the alphabet.
local function keys_of(rows, count)
  local seen = {}
  for index = 1, count do
    for key in pairs(rows[index]) do
      seen[key] = true
    end
  end
  seen.n = nil
  return check.sorted_keys(seen)
end

-- Makes columns of what was given: each with key, heading, alignment and cells.
local function columns_of(place, rows, count, given)
  local columns = {}
  for index, column in ipairs(given or keys_of(rows, count)) do
    if type(column) ~= "table" then
      column = { key = column }
    end
    local settings = check.options(place, 2, column, column_options, 5)
    if settings.key == nil then
      check.refuse(place, 2, "options", "column " .. index .. " has no key", 5)
    end
    settings.heading = settings.heading or tostring(settings.key):gsub("_", " "):upper()
    columns[index] = settings
  end
  return columns
end

local function fill(column, rows, count)
  local cells, widest, has_others = {}, 0, false
  for index = 1, count do
    local value = rows[index][column.key]
    if column.format and value ~= nil then
      value = column.format(value)
    end
    local cell = words_of(value)
    cells[index] = cell
    widest = math.max(widest, text.width(cell))
    has_others = has_others or value ~= nil and not math.type(value)
  end
  column.cells, column.widest = cells, widest
  column.align = column.align or (has_others or widest == 0) and "left" or "right"
end

-- Takes columns from the widest ones until a line fits; none becomes narrower than 3.
local function fit(columns, limit, gap)
  local total = gap * (#columns - 1)
  for _, column in ipairs(columns) do
    total = total + column.shown
  end
  while total > limit do
    local widest
    for _, column in ipairs(columns) do
      if column.shown > 3 and (not widest or column.shown > widest.shown) then
        widest = column
      end
    end
    if not widest then
      return
    end
    widest.shown, total = widest.shown - 1, total - 1
  end
end

local function line_of(columns, gap, cell_of)
  local cells = {}
  for place, column in ipairs(columns) do
    local cell = text.cut(cell_of(column), math.max(column.shown, 1))
    cells[place] = text.pad(cell, column.shown, { align = column.align })
  end
  return (table.concat(cells, (" "):rep(gap)):gsub(" +$", ""))
end

local function check_rows(place, rows)
  local count = check.count(rows)
  for index = 1, count do
    local kind = type(rows[index])
    if kind ~= "table" and kind ~= "userdata" then
      local what = "table or object expected at %d, got %s"
      check.refuse(place, 1, "rows", what:format(index, native.kind(rows[index])), 4)
    end
  end
  return count
end

local function lines_of(place, rows, settings)
  local count = check_rows(place, rows)
  local columns = columns_of(place, rows, count, settings.columns)
  for _, column in ipairs(columns) do
    fill(column, rows, count)
    local widest = column.widest
    if settings.headings then
      widest = math.max(widest, text.width(column.heading))
    end
    column.shown = math.min(widest, column.width or widest)
  end
  if settings.width then
    fit(columns, settings.width, settings.gap)
  end
  local lines = {}
  if settings.headings then
    lines[1] = line_of(columns, settings.gap, function(column)
      return column.heading
    end)
  end
  for index = 1, count do
    lines[#lines + 1] = line_of(columns, settings.gap, function(column)
      return column.cells[index]
    end)
  end
  return lines
end

--- Gives rows as the lines of an aligned table.
---
--- Cells are shown on one line, nil as nothing, booleans as "yes" and "no". What does not fit is
--- cut and ends with "…".
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
---
---@param rows table[] Rows.
---@param options? table_view.Options Which columns, and how wide.
---@return string lines Lines with line feeds between them; empty without rows and headings.
function table_view.format(rows, options)
  check.argument("table_view.format", 1, "rows", rows, "table")
  local settings = check.options("table_view.format", 2, options, format_options)
  local lines = lines_of("table_view.format", rows, settings)
  return table.concat(lines, "\n")
end

--- Prints rows as an aligned table, each line by itself.
---
--- ```lua
--- table_view.print({ { "pc-1", "done" } }, { headings = false })  --> pc-1  done
--- ```
---
---@param rows table[] Rows.
---@param options? table_view.Options Which columns, and how wide.
function table_view.print(rows, options)
  check.argument("table_view.print", 1, "rows", rows, "table")
  local settings = check.options("table_view.print", 2, options, format_options)
  local lines = lines_of("table_view.print", rows, settings)
  for _, line in ipairs(lines) do
    print(line)
  end
end

return table_view
