--- Knows how far the server's zone is from UTC.
---
--- Only for `time` and `flow`. Each span between two changes of the clocks is asked for once.
---@class zone
local zone = {}

local native = ...

local spans = {}

local function holds(span, instant)
  return (not span.start or instant >= span.start) and (not span.finish or instant < span.finish)
end

--- Gives the zone's offset at an instant.
---
---@param instant number Seconds since 1970.
---@return integer offset Seconds east of UTC.
function zone.offset(instant)
  local second = math.floor(instant)
  for index = 1, #spans do
    if holds(spans[index], second) then
      return spans[index].offset
    end
  end
  local span = native.zone_span(second)
  table.insert(spans, 1, span)
  return span.offset
end

--- Gives the instant at which the zone's clocks show a time.
---
--- Of a time that is shown twice, the later instant; one that is left out counts as before the
--- change.
---
---@param shown number Seconds since 1970 as if the zone were UTC.
---@return number instant Seconds since 1970.
function zone.instant(shown)
  local guess = zone.offset(shown)
  return shown - zone.offset(shown - guess)
end

return zone
