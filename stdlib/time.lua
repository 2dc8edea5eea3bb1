--- Reads and writes times in the zone of the server, and durations in words.
---
--- A time is a number of seconds since 1970-01-01 UTC, as the fields of hosts and tasks hold them.
--- The zone is the server's own: what stands here is what stands on FOG's pages.
---@class time
local time = {}

local native = ...
local check = native.module("check")
local zone = native.module("zone")

local calendar = native.module("calendar")

local function is_leap(year)
  return year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
end

local function days_in(year, month)
  if month == 2 then
    return is_leap(year) and 29 or 28
  end
  return (month == 4 or month == 6 or month == 9 or month == 11) and 30 or 31
end

--- Tells the time.
---
--- ```lua
--- print(math.type(time.now()))  --> integer
--- ```
---
---@return integer now Seconds since 1970, by the clock of the run.
function time.now()
  return math.floor(native.now())
end

---@class time.Date
--- An instant by the clock of the server.
---@field year integer Year.
---@field month integer Month, 1 to 12.
---@field day integer Day of the month, 1 to 31.
---@field hour integer Hour, 0 to 23.
---@field minute integer Minute, 0 to 59.
---@field second integer Second, 0 to 59.
---@field weekday integer Day of the week, 1 (Monday) to 7.
---@field yearday integer Day of the year, 1 to 366.
---@field offset integer Seconds that the zone is east of UTC.

local function fields_of(instant)
  local second = math.floor(instant)
  return calendar.date(second, zone.offset(second))
end

-- Checks a time; `level` is where the caller of the checked function is.
local function check_instant(place, instant)
  check.argument(place, 1, "instant", instant, "number", 4)
  if instant ~= instant or instant < -1e11 or instant > 1e11 then
    check.refuse(place, 1, "instant", "seconds since 1970 expected, got " .. instant, 4)
  end
end

--- Takes a time apart, by the clock of the server's zone.
---
--- ```lua
--- local date = time.date(time.parse("2026-11-23 08:05:00"))
--- print(date.year, date.hour, date.weekday)  --> 2026	8	1
--- ```
---
---@param instant number Seconds since 1970.
---@return time.Date date Year, month, day and so on.
function time.date(instant)
  check_instant("time.date", instant)
  return fields_of(instant)
end

--- Writes a time by the clock of the server's zone.
---
--- In the pattern, `%Y %m %d %H %M %S` are numbers with zeros before them, `%y` the year without
--- century, `%j` the day of the year, `%A %a %B %b` names, `%z` the zone as in "+01:00", and `%%`
--- is "%"; `%F` is `%Y-%m-%d`, `%T` is `%H:%M:%S`, `%R` is `%H:%M`.
---
--- ```lua
--- local instant = time.parse("2026-11-23 08:05")
--- print(time.format(instant))  --> 2026-11-23 08:05:00
--- print(time.format(instant, "%a %d %b, %H:%M"))  --> Mon 23 Nov, 08:05
--- ```
---
---@param instant number Seconds since 1970.
---@param pattern? string How to write it (default "%Y-%m-%d %H:%M:%S").
---@return string written Text.
function time.format(instant, pattern)
  check_instant("time.format", instant)
  pattern = check.optional("time.format", 2, "pattern", pattern, "string") or "%Y-%m-%d %H:%M:%S"
  local letter = calendar.unknown_letter(pattern)
  if letter then
    local known = "there are %Y %m %d %H %M %S %y %j %A %a %B %b %z %F %T %R"
    local what = string.format('"%%%s" stands for nothing; %s', letter, known)
    check.refuse("time.format", 2, "pattern", what)
  end
  return calendar.write(fields_of(instant), pattern, ":")
end

-- Reads "Z", "+01:00" or "+0100"; gives seconds east of UTC, nil for anything else.
local function offset_of(words)
  if words == "Z" or words == "z" then
    return 0
  end
  local sign, hours, minutes = words:match("^([+-])(%d%d):?(%d%d)$")
  if sign then
    return (hours * 3600 + minutes * 60) * (sign == "-" and -1 or 1) // 1 | 0
  end
end

-- Reads hour, minute and second; nil where they are none.
local function clock_of(words)
  local hour, minute, rest = words:match("^[ T](%d%d?):(%d%d)(.*)$")
  if not hour then
    return nil
  end
  local second, after = rest:match("^:(%d%d)%.?%d*(.*)$")
  hour, minute, second = tonumber(hour), tonumber(minute), tonumber(second or 0)
  if hour > 23 or minute > 59 or second > 59 then
    return nil
  end
  return hour * 3600 + minute * 60 + second, after or rest
end

-- Reads a time; gives seconds, and whether the server's zone is still to be taken off.
local function read(words)
  local year, month, day, rest = words:match("^%s*(%d%d%d%d)-(%d%d)-(%d%d)(.-)%s*$")
  year, month, day = math.tointeger(year), math.tointeger(month), math.tointeger(day)
  if not year or month < 1 or month > 12 or day < 1 or day > days_in(year, month) then
    return nil
  end
  local seconds, zone_words = 0, ""
  if rest ~= "" then
    seconds, zone_words = clock_of(rest)
    if not seconds then
      return nil
    end
  end
  local shown = calendar.days_from(year, month, day) * 86400 + seconds
  if zone_words == "" then
    return shown, true
  end
  local offset = offset_of(zone_words:match("^%s*(.*)$"))
  return offset and shown - offset, false
end

--- Reads a time that stands in the server's zone, or in the zone that it names.
---
--- Takes "2026-11-23", "2026-11-23 08:05", "2026-11-23 08:05:30" and the forms of ISO 8601 with "T"
--- and "Z" or "+01:00". A time that the clocks show twice is the later one. Anything else is an
--- error with the code `invalid_argument`.
---
--- ```lua
--- print(time.parse("1970-01-02T00:00:00Z"))  --> 86400
--- ```
---
---@param written string Text.
---@return integer instant Seconds since 1970.
function time.parse(written)
  check.argument("time.parse", 1, "written", written, "string")
  local seconds, is_local = read(written)
  if not seconds then
    local words = string.format('not a time: "%s"', written)
    error(native.failure("invalid_argument", words, 'write it as in "2026-11-23 08:05"'), 0)
  end
  return is_local and zone.instant(seconds) or seconds
end

--- Words a duration, as in "5m 03s".
---
--- ```lua
--- print(time.words(42), time.words(303), time.words(7500), time.words(100000))
--- --> 42s	5m 03s	2h 05m	1d 03h
--- ```
---
---@param seconds duration Seconds, or a time such as "15m".
---@return string words Two units, the smaller one rounded down; seconds below a minute.
function time.words(seconds)
  seconds = check.argument("time.words", 1, "seconds", seconds, "duration")
  local whole = math.floor(seconds + 0.5)
  if whole < 60 then
    return string.format("%ds", whole)
  elseif whole < 3600 then
    return string.format("%dm %02ds", whole // 60, whole % 60)
  elseif whole < 86400 then
    return string.format("%dh %02dm", whole // 3600, whole % 3600 // 60)
  end
  return string.format("%dd %02dh", whole // 86400, whole % 86400 // 3600)
end

--- Gives the seconds of a duration.
---
--- ```lua
--- print(time.seconds("15m"), time.seconds("2h"))  --> 900	7200
--- ```
---
---@param duration duration Seconds, or a whole number with s, m, h or d after it.
---@return number seconds Seconds, 0 or more.
function time.seconds(duration)
  local seconds = check.argument("time.seconds", 1, "duration", duration, "duration")
  return math.tointeger(seconds) or seconds
end

-- Units of an age: what it has to reach, its length, its name.
local units = {
  { 2 * 365.25 * 86400, 365.25 * 86400, "year" },
  { 60 * 86400, 30.4375 * 86400, "month" },
  { 2 * 86400, 86400, "day" },
  { 2 * 3600, 3600, "hour" },
  { 60, 60, "minute" },
}

--- Words how long ago a time was.
---
--- ```lua
--- local now = time.now()
--- print(time.age(now - 3 * 86400), time.age(now + 7200), time.age(nil))
--- --> 3 days ago	in 2 hours	never
--- ```
---
---@param instant? number Seconds since 1970; nil is "never".
---@return string words Age in one unit.
function time.age(instant)
  if instant == nil then
    return "never"
  end
  check_instant("time.age", instant)
  local age = time.now() - math.floor(instant)
  for _, unit in ipairs(units) do
    if math.abs(age) >= unit[1] then
      local count = math.floor(math.abs(age) / unit[2])
      local words = string.format("%d %s%s", count, unit[3], count == 1 and "" or "s")
      return age < 0 and "in " .. words or words .. " ago"
    end
  end
  return "just now"
end

--- Names the server's zone.
---
--- ```lua
--- print(type(time.zone()))  --> string
--- ```
---
---@return string name As in "Europe/Berlin".
function time.zone()
  return fog.info().zone
end

return time
