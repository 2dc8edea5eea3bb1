---@meta time
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- An instant by the clock of the server.
---@class time.Date
---@field year integer Year
---@field month integer Month, 1 to 12
---@field day integer Day of the month, 1 to 31
---@field hour integer Hour, 0 to 23
---@field minute integer Minute, 0 to 59
---@field second integer Second, 0 to 59
---@field weekday integer Day of the week, 1 (Monday) to 7
---@field yearday integer Day of the year, 1 to 366
---@field offset integer Seconds that the zone is east of UTC
local Date = {}

--- Reads and writes times in the zone of the server, and durations in words.
---
--- A time is a number of seconds since 1970-01-01 UTC, as the fields of hosts and tasks hold them. The zone is the server's own: what stands here is what stands on FOG's pages.
---@class time
local time = {}

--- Tells the time.
---
--- ```lua
--- print(math.type(time.now()))  --> integer
--- ```
---@return integer now Seconds since 1970, by the clock of the run
function time.now() end

--- Takes a time apart, by the clock of the server's zone.
---
--- ```lua
--- local date = time.date(time.parse("2026-11-23 08:05:00"))
--- print(date.year, date.hour, date.weekday)  --> 2026	8	1
--- ```
---@param instant number Seconds since 1970
---@return time.Date date Year, month, day and so on
function time.date(instant) end

--- Writes a time by the clock of the server's zone.
---
--- In the pattern, `%Y %m %d %H %M %S` are numbers with zeros before them, `%y` the year without century, `%j` the day of the year, `%A %a %B %b` names, `%z` the zone as in "+01:00", and `%%` is "%"; `%F` is `%Y-%m-%d`, `%T` is `%H:%M:%S`, `%R` is `%H:%M`.
---
--- ```lua
--- local instant = time.parse("2026-11-23 08:05")
--- print(time.format(instant))  --> 2026-11-23 08:05:00
--- print(time.format(instant, "%a %d %b, %H:%M"))  --> Mon 23 Nov, 08:05
--- ```
---@param instant number Seconds since 1970
---@param pattern? string How to write it (default "%Y-%m-%d %H:%M:%S")
---@return string written Text
function time.format(instant, pattern) end

--- Reads a time that stands in the server's zone, or in the zone that it names.
---
--- Takes "2026-11-23", "2026-11-23 08:05", "2026-11-23 08:05:30" and the forms of ISO 8601 with "T" and "Z" or "+01:00". A time that the clocks show twice is the later one. Anything else is an error with the code `invalid_argument`.
---
--- ```lua
--- print(time.parse("1970-01-02T00:00:00Z"))  --> 86400
--- ```
---@param written string Text
---@return integer instant Seconds since 1970
function time.parse(written) end

--- Words a duration, as in "5m 03s".
---
--- ```lua
--- print(time.words(42), time.words(303), time.words(7500), time.words(100000))
--- --> 42s	5m 03s	2h 05m	1d 03h
--- ```
---@param seconds duration Seconds, or a time such as "15m"
---@return string words Two units, the smaller one rounded down; seconds below a minute
function time.words(seconds) end

--- Gives the seconds of a duration.
---
--- ```lua
--- print(time.seconds("15m"), time.seconds("2h"))  --> 900	7200
--- ```
---@param duration duration Seconds, or a whole number with s, m, h or d after it
---@return number seconds Seconds, 0 or more
function time.seconds(duration) end

--- Words how long ago a time was.
---
--- ```lua
--- local now = time.now()
--- print(time.age(now - 3 * 86400), time.age(now + 7200), time.age(nil))
--- --> 3 days ago	in 2 hours	never
--- ```
---@param instant? number Seconds since 1970; nil is "never"
---@return string words Age in one unit
function time.age(instant) end

--- Names the server's zone.
---
--- ```lua
--- print(type(time.zone()))  --> string
--- ```
---@return string name As in "Europe/Berlin"
function time.zone() end

return time
