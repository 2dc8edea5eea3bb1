--- Keeps to times of day in which things may be started.
---
--- Only for `flow`.
---@class windows
local windows = {}

local native = ...
local zone = native.module("zone")

-- Windows in force, by strand: each with the one that it is inside of.
local scopes = {}

local function minutes(hour, minute)
  hour, minute = math.tointeger(hour), math.tointeger(minute)
  local count = hour * 60 + minute
  return minute < 60 and count <= 1440 and count or nil
end

--- Reads a window.
---
---@param text string As in "22:00-06:00".
---@return table? window Nil for any other text.
function windows.parse(text)
  local hour, minute, end_hour, end_minute =
    text:match("^%s*(%d%d?):(%d%d)%s*%-%s*(%d%d?):(%d%d)%s*$")
  local opens = hour and minutes(hour, minute)
  local closes = end_hour and minutes(end_hour, end_minute)
  if not opens or not closes or opens % 1440 == closes % 1440 and closes - opens ~= 1440 then
    return nil
  end
  return { text = text, opens = opens * 60, closes = closes * 60 }
end

-- Tells whether a window is open, and when it opens next.
local function look(window)
  local now = native.now()
  local shown = now + zone.offset(now)
  local second = shown % 86400
  local is_open
  if window.opens < window.closes then
    is_open = second >= window.opens and second < window.closes
  else
    is_open = second >= window.opens or second < window.closes
  end
  local opening = shown - second + window.opens
  if opening <= shown then
    opening = opening + 86400
  end
  return is_open, zone.instant(opening) - now
end

local function closed(window)
  return native.failure(
    "window",
    string.format('the window "%s" is closed', window.text),
    "nothing new was started; run it again when the window is open"
  )
end

--- Waits until a window is open.
---
---@param window table
---@param may_wait boolean Whether to wait at all.
---@return any failure Error to raise where it is closed and is not waited for.
function windows.await(window, may_wait)
  local is_open, seconds = look(window)
  while not is_open do
    if not may_wait then
      return closed(window)
    end
    native.sleep(math.max(seconds, 1))
    is_open, seconds = look(window)
  end
end

--- Gives the windows in force for the strand that runs.
function windows.current()
  return scopes[native.current()]
end

--- Puts windows in force for the strand that runs, and gives back those before.
---
---@param scope? table
---@return table? before
function windows.enter(scope)
  local strand = native.current()
  local before = scopes[strand]
  scopes[strand] = scope
  return before
end

--- Gives the error to raise where nothing new may be started.
---
---@param scope? table Windows in force.
---@return any failure Nil where all are open.
function windows.fault(scope)
  while scope do
    if not look(scope.window) then
      return closed(scope.window)
    end
    scope = scope.outer
  end
end

return windows
