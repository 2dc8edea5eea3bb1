--- Reads and writes CSV, FOG's own export of hosts among it.
---
--- Cells are in quotes where they have to be, and quotes inside are doubled, as RFC 4180 has it. A
--- byte order mark is passed over, lines end in any way, and the separator is found out where it is
--- not given. Each cell is a text.
---@class csv
local csv = {}

local native = ...
local check = native.module("check")
local time = native.module("time")

-- Raises an error that names a line.
local function refuse(line, what)
  local words = string.format("not CSV: line %d: %s", line, what)
  error(native.failure("invalid_argument", words), 0)
end

-- Number of the line that holds a place.
local function line_of(subject, place)
  local before = subject:sub(1, place - 1)
  local ends = select(2, before:gsub("[\r\n]", ""))
  return 1 + ends - select(2, before:gsub("\r\n", ""))
end

-- Finds the separator out: what stands most often in the first line, outside of quotes.
local function guess(subject, first)
  local line = subject:match("^[^\r\n]*", first):gsub('"[^"]*"', "")
  local best, most = ",", 0
  for _, separator in ipairs({ ",", ";", "\t" }) do
    local count = select(2, line:gsub(separator, ""))
    if count > most then
      best, most = separator, count
    end
  end
  return best
end

-- Gives the cell in quotes that begins at a place, and the place after it.
local function quoted_cell(subject, place, settings)
  local first, parts = place + 1, nil
  local from = first
  while true do
    local quote = subject:find('"', from, true)
    if not quote then
      refuse(line_of(subject, place), "the quote that opens here is never closed")
    end
    local after = subject:sub(quote + 1, quote + 1)
    local is_literal = settings.is_lax and settings.ends[subject:sub(quote + 2, quote + 2)]
    if after == '"' and not is_literal then
      parts = parts or {}
      parts[#parts + 1] = subject:sub(first, quote)
      first, from = quote + 2, quote + 2
    elseif settings.ends[after] then
      local cell = subject:sub(first, quote - 1)
      if parts then
        parts[#parts + 1] = cell
        cell = table.concat(parts)
      end
      return cell, quote + 1
    elseif settings.is_lax then
      from = quote + 1
    else
      local what = 'a quote inside of a quoted cell has to be doubled; write "" for it'
      refuse(line_of(subject, quote), what)
    end
  end
end

-- 5 MB take 0.4 s on one slow core (12 MB/s).
--
-- Reads the rows as lists of cells; gives also the place at which each begins.
local function read_rows(subject, first, settings)
  local rows, starts, row, number = {}, { first }, {}, 0
  local place, length = first, #subject
  local stop = "[" .. settings.separator .. '\r\n]'
  local separator = settings.separator:byte()
  while place <= length do
    local finish
    number = number + 1
    if subject:byte(place) == 34 then
      row[number], finish = quoted_cell(subject, place, settings)
    else
      finish = subject:find(stop, place) or length + 1
      row[number] = subject:sub(place, finish - 1)
    end
    local byte = subject:byte(finish)
    if byte == separator then
      place = finish + 1
      if place > length then
        row[number + 1] = ""
      end
    else
      rows[#rows + 1], row, number = row, {}, 0
      local is_pair = byte == 13 and subject:byte(finish + 1) == 10
      place = finish + (is_pair and 2 or 1)
      starts[#starts + 1] = place
    end
  end
  if #row > 0 then
    rows[#rows + 1] = row
  end
  return rows, starts
end

local function is_blank(row)
  return #row == 1 and row[1] == ""
end

---@class csv.ParseOptions
---@field header? boolean Whether the first row names the columns (default true).
---@field columns? string[] Names of the columns, where there is no header row.
---@field required? string[] Columns that have to be there.
---@field separator? string One character; found out if absent.

local parse_options = {
  header = { "boolean", default = true },
  columns = { "table" },
  required = { "table" },
  separator = { "string" },
}

-- Checks a separator that was given.
local function check_separator(place, index, separator)
  if #separator ~= 1 or separator:find('["\r\n%w%]%^%%%-]') then
    local what = 'option "separator": one character such as ";" expected, got "' .. separator .. '"'
    check.refuse(place, index, "options", what, 4)
  end
  return separator
end

local function settings_for(separator, is_lax)
  return {
    separator = separator,
    is_lax = is_lax,
    ends = { [""] = true, ["\r"] = true, ["\n"] = true, [separator] = true },
  }
end

local function absent_column(name, columns)
  local hint = native.suggest(name, columns) or "there are " .. table.concat(columns, ", ")
  return string.format('no column "%s"; %s', name, hint)
end

-- Checks the names of columns: no two alike, and the required ones there.
local function check_columns(columns, required)
  local seen = {}
  for index = 1, #columns do
    local name = columns[index]
    if seen[name] then
      refuse(1, string.format('two columns are named "%s"', name))
    end
    seen[name] = true
  end
  for _, name in ipairs(required or {}) do
    if not seen[name] then
      refuse(1, absent_column(name, columns))
    end
  end
end

local function trimmed(names)
  local columns = {}
  for index = 1, #names do
    columns[index] = names[index]:match("^%s*(.-)%s*$")
  end
  return columns
end

--- Reads CSV.
---
--- With a header row, each row is a table of texts by column name; `columns` does the same without
--- one, and `header = false` alone gives lists of texts. Empty lines are passed over. A row that is
--- longer than the header is an error, a shorter one has no value for the rest; errors have the
--- code `invalid_argument` and name the line.
---
--- ```lua
--- local rows, columns = csv.parse("name;mac\npc-1;00:11:22:33:44:01\n")
--- print(#rows, rows[1].mac, columns[2])  --> 1	00:11:22:33:44:01	mac
--- ```
---
---@param encoded string CSV.
---@param options? csv.ParseOptions How it is written.
---@return table[] rows Rows in their order.
---@return string[]|nil columns Names of the columns in their order; nil without names.
function csv.parse(encoded, options)
  check.argument("csv.parse", 1, "encoded", encoded, "string")
  local given = check.options("csv.parse", 2, options, parse_options)
  local first = encoded:sub(1, 3) == "\xEF\xBB\xBF" and 4 or 1
  local separator = given.separator and check_separator("csv.parse", 2, given.separator)
    or guess(encoded, first)
  local settings = settings_for(separator, false)
  local rows, starts = read_rows(encoded, first, settings)
  local columns = given.columns
  local start = 1
  if not columns and given.header then
    while rows[start] and is_blank(rows[start]) do
      start = start + 1
    end
    columns = trimmed(rows[start] or {})
    start = start + 1
  end
  if columns then
    check_columns(columns, given.required)
  end
  local records = {}
  for index = start, #rows do
    local row = rows[index]
    if not is_blank(row) then
      local record = row
      if columns then
        record = {}
        if #row > #columns then
          local what = string.format("%d cells for %d columns", #row, #columns)
          refuse(line_of(encoded, starts[index]), what)
        end
        for place = 1, #row do
          record[columns[place]] = row[place]
        end
      end
      records[#records + 1] = record
    end
  end
  return records, columns
end

local function cell_text(value, separator)
  if value == nil then
    return ""
  end
  local cell = check.cell(value)
  if cell:find('["\r\n]') or cell:find(separator, 1, true) or cell:find("^%s") then
    return '"' .. cell:gsub('"', '""') .. '"'
  end
  return cell
end

---@class csv.FormatOptions
---@field columns? string[] Columns to write, in their order; all names, sorted, if absent.
---@field header? boolean Whether to write the names first (default true; lists have none).
---@field separator? string One character (default ",").
---@field bom? boolean Whether to begin with a byte order mark, as Excel wants it (default false).

local format_options = {
  columns = { "table" },
  header = { "boolean", default = true },
  separator = { "string", default = "," },
  bom = { "boolean", default = false },
}

-- Names of all fields of rows that are tables by name, sorted; nil where rows are lists.
local function columns_of(rows, count)
  local seen = {}
  for index = 1, count do
    local row = rows[index]
    if type(row) == "table" and row[1] ~= nil then
      return nil
    end
    for key in pairs(row) do
      seen[key] = true
    end
  end
  return check.sorted_keys(seen)
end

local function row_text(row, columns, separator, count)
  local cells = {}
  for place = 1, columns and #columns or count do
    local value
    if columns then
      value = row[columns[place]]
    else
      value = row[place]
    end
    cells[place] = cell_text(value, separator)
  end
  -- An empty line would be passed over.
  if #cells == 1 and cells[1] == "" then
    return '""'
  end
  return table.concat(cells, separator)
end

--- Writes CSV.
---
--- Rows are tables by column name, objects of `fog`, or lists. Lines end as RFC 4180 has it. Nil is
--- an empty cell.
---
--- ```lua
--- local rows = { { name = "pc-1", note = 'says "no"' }, { name = "pc-2" } }
--- print((csv.format(rows, { columns = { "name", "note" } }):gsub("\r", "")))
--- --> name,note
--- --> pc-1,"says ""no"""
--- --> pc-2,
--- -->
--- ```
---
---@param rows table[] Rows.
---@param options? csv.FormatOptions How to write them.
---@return string encoded CSV.
function csv.format(rows, options)
  check.argument("csv.format", 1, "rows", rows, "table")
  local settings = check.options("csv.format", 2, options, format_options)
  local separator = check_separator("csv.format", 2, settings.separator)
  local count = check.count(rows)
  for index = 1, count do
    local kind = type(rows[index])
    if kind ~= "table" and kind ~= "userdata" then
      local what = "table or object expected at %d, got %s"
      check.refuse("csv.format", 1, "rows", what:format(index, native.kind(rows[index])))
    end
  end
  local columns = settings.columns or columns_of(rows, count)
  local lines = {}
  if columns and settings.header then
    local names = {}
    for place = 1, #columns do
      names[place] = cell_text(columns[place], separator)
    end
    lines[1] = table.concat(names, separator)
  end
  for index = 1, count do
    local row = rows[index]
    lines[#lines + 1] = row_text(row, columns, separator, type(row) == "table" and check.count(row))
  end
  lines[#lines + 1] = ""
  return (settings.bom and "\xEF\xBB\xBF" or "") .. table.concat(lines, "\r\n")
end

-- Columns of FOG's export of hosts after the MAC addresses: the table's columns without number and
-- ping. Origin: FOG 1.5.10, fogpage.class.php, export(); host.class.php. 1.5.10 adds the last two.
local host_columns = {
  "name", "description", "ip", "imageID", "building", "createdTime", "deployed", "createdBy",
  "useAD", "ADDomain", "ADOU", "ADUser", "ADPass", "ADPassLegacy", "productKey", "printerLevel",
  "kernelArgs", "kernel", "kernelDevice", "init", "pending", "pub_key", "sec_tok", "sec_time",
  "biosexit", "efiexit", "enforce", "token", "tokenlock",
}
-- Columns that the import of each version takes: it refuses rows with more.
local written_columns = 27

-- What the columns hold where it is no text; those that hold secrets are neither read nor written.
local host_kinds = {
  imageID = "number", createdTime = "time", deployed = "time", useAD = "flag", pending = "flag",
  enforce = "flag", ADPass = "secret", ADPassLegacy = "secret", productKey = "secret",
  pub_key = "secret", sec_tok = "secret", sec_time = "secret", token = "secret",
  tokenlock = "secret",
}

local function host_value(name, cell)
  local kind = host_kinds[name]
  if cell == "" or kind == "secret" then
    return nil
  elseif kind == "number" then
    local number = math.tointeger(tonumber(cell))
    return number ~= 0 and number or nil
  elseif kind == "flag" then
    return cell ~= "0"
  elseif kind == "time" then
    if cell:find("^0000") or cell:find("^%-") then
      return nil
    end
    return time.parse(cell)
  end
  return cell
end

local function is_mac(written)
  local bare = written:gsub("[:%-.]", "")
  return #bare == 12 and not bare:find("%X")
end

local function host_of(row, encoded, start)
  if #row < 2 or #row > #host_columns + 1 then
    local what = "%d cells; FOG's export of hosts has %d or %d"
    refuse(line_of(encoded, start), what:format(#row, written_columns + 1, #host_columns + 1))
  end
  local host = { macs = {} }
  for mac in row[1]:gmatch("[^|%s]+") do
    if not is_mac(mac) then
      local what = '"%s" is no MAC address; FOG\'s export begins with them and has no header row'
      refuse(line_of(encoded, start), what:format(mac))
    end
    host.macs[#host.macs + 1] = mac
  end
  for place = 2, #row do
    host[host_columns[place - 1]] = host_value(host_columns[place - 1], row[place])
  end
  if not host.name then
    refuse(line_of(encoded, start), "a host without a name")
  end
  return host
end

--- Reads FOG's own export of hosts, which has no header row.
---
--- Gives tables with FOG's field names: `macs` is a list with the primary address first, times are
--- seconds since 1970, unset fields are nil. Passwords and keys are left out. FOG writes quotes
--- inside of cells as they are; those are taken as they were meant.
---
--- ```lua
--- local hosts = csv.parse_hosts('"00:11:22:33:44:01|00:11:22:33:44:02","pc-1","Room 4"\n')
--- print(hosts[1].name, hosts[1].macs[2], hosts[1].ip)  --> pc-1	00:11:22:33:44:02	nil
--- ```
---
---@param encoded string Text of the export.
---@return table[] hosts Hosts in their order.
function csv.parse_hosts(encoded)
  check.argument("csv.parse_hosts", 1, "encoded", encoded, "string")
  local first = encoded:sub(1, 3) == "\xEF\xBB\xBF" and 4 or 1
  local ok, rows, starts = pcall(read_rows, encoded, first, settings_for(",", false))
  if not ok then
    rows, starts = read_rows(encoded, first, settings_for(",", true))
  end
  local hosts = {}
  for index, row in ipairs(rows) do
    if not is_blank(row) then
      hosts[#hosts + 1] = host_of(row, encoded, starts[index])
    end
  end
  return hosts
end

local function host_cell(host, name)
  local kind = host_kinds[name]
  if kind == "secret" or name == "building" or name == "printerLevel" then
    return ""
  end
  local value = host[name]
  if kind == "flag" then
    return value and "1" or "0"
  elseif kind == "time" then
    return value and time.format(value) or ""
  end
  return value == nil and "" or tostring(value)
end

local host_keys = { macs = true, primac = true }
for _, name in ipairs(host_columns) do
  host_keys[name] = true
end

-- Addresses with the primary one first, as the import takes it.
local function macs_of(host)
  local macs = { host.primac }
  for _, mac in ipairs(host.macs or {}) do
    if mac ~= macs[1] then
      macs[#macs + 1] = mac
    end
  end
  return macs
end

-- Says what is wrong with a host that is to be written; nil for nothing.
local function host_fault(host)
  if native.kind(host) == "Host" then
    return nil
  elseif type(host) ~= "table" then
    return "host expected, got " .. native.kind(host)
  end
  for _, key in ipairs(check.sorted_keys(host)) do
    if not host_keys[key] then
      return native.unknown(key, host_keys)
    end
  end
  if type(host.name) ~= "string" or host.name == "" then
    return "a host without a name"
  elseif host.macs ~= nil and type(host.macs) ~= "table" then
    return "macs is a list of addresses"
  end
  for _, mac in ipairs(macs_of(host)) do
    if type(mac) ~= "string" or not is_mac(mac) then
      return string.format('"%s" is no MAC address', tostring(mac))
    end
  end
  return nil
end

--- Writes hosts as FOG's own import takes them.
---
--- Takes hosts of `fog`, or tables as `csv.parse_hosts` gives them, which may also have `primac`.
--- Passwords and keys stay empty. FOG's import reads no more than 999 bytes of a row, so a longer
--- one is an error.
---
--- ```lua
--- local encoded = csv.format_hosts({ { name = "pc-1", macs = { "00:11:22:33:44:01" } } })
--- print(encoded:sub(1, 26))  --> "00:11:22:33:44:01","pc-1"
--- ```
---
---@param hosts table[] Hosts.
---@return string encoded Text for FOG's import.
function csv.format_hosts(hosts)
  check.argument("csv.format_hosts", 1, "hosts", hosts, "table")
  local lines = {}
  for index = 1, check.count(hosts) do
    local host = hosts[index]
    local fault = host_fault(host)
    if fault then
      check.refuse("csv.format_hosts", 1, "hosts", string.format("at %d: %s", index, fault))
    end
    local cells = { table.concat(macs_of(host), "|") }
    for place = 1, written_columns do
      cells[place + 1] = host_cell(host, host_columns[place])
    end
    for place = 1, #cells do
      cells[place] = '"' .. cells[place]:gsub('"', '""') .. '"'
    end
    local line = table.concat(cells, ",")
    if #line > 999 then
      local what = 'host "%s" takes %d bytes; FOG\'s import reads 999 of a row'
      check.refuse("csv.format_hosts", 1, "hosts", what:format(tostring(host.name), #line))
    end
    lines[index] = line .. "\n"
  end
  return table.concat(lines)
end

return csv
