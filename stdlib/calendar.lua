--- Counts days in the Gregorian calendar, and writes dates.
---
--- Only for `time` and `os`.
---@class calendar
local calendar = {}

local months = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
}
local weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }

--- Counts the days from 1970-01-01.
---
--- Years begin in March here, so that the leap day is the last of its year.
---
---@param year integer Year.
---@param month integer Month, 1 to 12.
---@param day integer Day; one beyond the month's counts on.
---@return integer days Days.
function calendar.days_from(year, month, day)
  local shifted = month <= 2 and year - 1 or year
  local era = shifted // 400
  local year_of_era = shifted - era * 400
  local day_of_year = (153 * (month > 2 and month - 3 or month + 9) + 2) // 5 + day - 1
  local day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
  return era * 146097 + day_of_era - 719468
end

-- Gives year, month and day of a number of days from 1970-01-01.
local function date_of(days)
  local shifted = days + 719468
  local era = shifted // 146097
  local day_of_era = shifted - era * 146097
  local year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096)
    // 365
  local day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
  local part = (5 * day_of_year + 2) // 153
  local month = part < 10 and part + 3 or part - 9
  local year = year_of_era + era * 400 + (month <= 2 and 1 or 0)
  return year, month, day_of_year - (153 * part + 2) // 5 + 1
end

--- Takes an instant apart.
---
---@param second integer Seconds since 1970.
---@param offset integer Seconds that the clock is east of UTC.
---@return time.Date date Year, month, day and so on.
function calendar.date(second, offset)
  local shown = second + offset
  local days = shown // 86400
  local rest = shown - days * 86400
  local year, month, day = date_of(days)
  return {
    year = year,
    month = month,
    day = day,
    hour = rest // 3600,
    minute = rest % 3600 // 60,
    second = rest % 60,
    weekday = (days + 3) % 7 + 1,
    yearday = days - calendar.days_from(year, 1, 1) + 1,
    offset = offset,
  }
end

local function number(form, field)
  return function(date)
    return string.format(form, date[field])
  end
end

-- Hour of a clock with twelve of them.
local function half_day_hour(date)
  return string.format("%02d", (date.hour + 11) % 12 + 1)
end

local writers = {
  Y = number("%04d", "year"),
  m = number("%02d", "month"),
  d = number("%02d", "day"),
  e = number("%2d", "day"),
  H = number("%02d", "hour"),
  M = number("%02d", "minute"),
  S = number("%02d", "second"),
  j = number("%03d", "yearday"),
  u = number("%d", "weekday"),
  I = half_day_hour,
  y = function(date) return string.format("%02d", date.year % 100) end,
  p = function(date) return date.hour < 12 and "AM" or "PM" end,
  w = function(date) return tostring(date.weekday % 7) end,
  A = function(date) return weekdays[date.weekday] end,
  a = function(date) return weekdays[date.weekday]:sub(1, 3) end,
  B = function(date) return months[date.month] end,
  b = function(date) return months[date.month]:sub(1, 3) end,
  z = function(date, colon)
    local minutes = math.abs(date.offset) // 60
    local sign = date.offset < 0 and "-" or "+"
    return string.format("%s%02d%s%02d", sign, minutes // 60, colon, minutes % 60)
  end,
  n = function() return "\n" end,
  t = function() return "\t" end,
  ["%"] = function() return "%" end,
}

-- Letters that stand for several others, as in the locale "C".
local shorthand = {
  c = "%a %b %e %H:%M:%S %Y", D = "%m/%d/%y", F = "%Y-%m-%d", h = "%b", R = "%H:%M",
  r = "%I:%M:%S %p", T = "%H:%M:%S", x = "%m/%d/%y", X = "%H:%M:%S",
}

--- Finds a letter that stands for nothing.
---
---@param pattern string As for `calendar.write`.
---@return string|nil letter Nil where all stand for something.
function calendar.unknown_letter(pattern)
  for letter in pattern:gmatch("%%(.?)") do
    if not writers[letter] and not shorthand[letter] then
      return letter
    end
  end
  return nil
end

--- Writes a date.
---
---@param date time.Date Date.
---@param pattern string Text with letters behind "%", as C's strftime takes them; all known.
---@param colon string What stands between hours and minutes of the zone.
---@return string written
function calendar.write(date, pattern, colon)
  return (pattern:gsub("%%(.)", function(letter)
    if shorthand[letter] then
      return calendar.write(date, shorthand[letter], colon)
    end
    return writers[letter](date, colon)
  end))
end

return calendar
