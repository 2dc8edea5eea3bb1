--- Gives scripts what they have of Lua's `os`: the time, by the clock of the run.
---
--- Answers and errors are Lua's own, in the zone of the server and in the locale "C".
local os = {}

local native = ...
local calendar = native.module("calendar")
local zone = native.module("zone")

-- Seconds and fields beyond this are no times.
local limit = 1e11

local function bad_argument(index, name, what)
  error(string.format("bad argument #%d to '%s' (%s)", index, name, what), 3)
end

-- Gives a field of a table for `os.time`.
local function field(fields, name, default)
  local value = fields[name]
  if value == nil and not default then
    error(string.format("field '%s' missing in date table", name), 3)
  end
  local number = math.tointeger(tonumber(value == nil and default or value))
  if not number then
    error(string.format("field '%s' is not an integer", name), 3)
  elseif math.abs(number) > limit then
    error(string.format("field '%s' is out-of-bound", name), 3)
  end
  return number
end

local function fill(fields, date)
  fields.year, fields.month, fields.day = date.year, date.month, date.day
  fields.hour, fields.min, fields.sec = date.hour, date.minute, date.second
  fields.wday, fields.yday, fields.isdst = date.weekday % 7 + 1, date.yearday, false
  return fields
end

--- Gives the time, or the one that the fields of a table say, which are set right.
---
---@param fields? table Fields year, month and day, and hour, min and sec if wanted.
---@return integer instant Seconds since 1970.
function os.time(fields)
  if fields == nil then
    return math.floor(native.now())
  elseif type(fields) ~= "table" then
    bad_argument(1, "time", "table expected, got " .. native.kind(fields))
  end
  local year, month = field(fields, "year"), field(fields, "month") - 1
  local days = calendar.days_from(year + month // 12, month % 12 + 1, 1) + field(fields, "day") - 1
  local clock = field(fields, "hour", 12) * 3600 + field(fields, "min", 0) * 60
  local shown = days * 86400 + clock + field(fields, "sec", 0)
  if math.abs(shown) > limit then
    error("time result cannot be represented in this installation", 2)
  end
  local instant = zone.instant(shown)
  fill(fields, calendar.date(instant, zone.offset(instant)))
  return instant
end

--- Writes a time as C's strftime does, or takes it apart where the pattern begins with "*t".
---
---@param pattern? string Pattern (default "%c"); in UTC where it begins with "!".
---@param instant? integer Seconds since 1970 (default now).
---@return string|table written
function os.date(pattern, instant)
  pattern = pattern == nil and "%c" or pattern
  if type(pattern) ~= "string" then
    bad_argument(1, "date", "string expected, got " .. native.kind(pattern))
  end
  local second = instant == nil and math.floor(native.now()) or math.tointeger(tonumber(instant))
  if not second or math.abs(second) > limit then
    bad_argument(2, "date", "a whole number of seconds since 1970 expected")
  end
  local is_utc = pattern:sub(1, 1) == "!"
  pattern = is_utc and pattern:sub(2) or pattern
  local date = calendar.date(second, is_utc and 0 or zone.offset(second))
  if pattern:sub(1, 2) == "*t" then
    return fill({}, date)
  end
  local letter = calendar.unknown_letter(pattern)
  if letter then
    bad_argument(1, "date", string.format("invalid conversion specifier '%%%s'", letter))
  end
  return calendar.write(date, pattern, "")
end

local start

--- Gives the seconds since it was first called, by the clock of the run: what the processor spends
--- differs from run to run, and a run on the simulator is to be the same each time.
---
---@return number seconds
function os.clock()
  local now = native.now()
  start = start or now
  return now - start + 0.0
end

--- Gives the seconds from one time to another.
---
---@param later number Seconds since 1970.
---@param earlier number Seconds since 1970.
---@return number seconds
function os.difftime(later, earlier)
  if type(later) ~= "number" then
    bad_argument(1, "difftime", "number expected, got " .. native.kind(later))
  elseif type(earlier) ~= "number" then
    bad_argument(2, "difftime", "number expected, got " .. native.kind(earlier))
  end
  return later - earlier + 0.0
end

return os
