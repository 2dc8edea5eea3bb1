--- Counts failures over the whole run against what the script allows.
---
--- Only for `flow`.
---@class budget
local budget = {}

local native = ...

-- Allowed number, or share of `total`; both nil where no budget is set.
local limit, share
-- Number of items that a share is of; nil counts the items handed over so far.
local total
local handed = 0
local failures = {}

-- Errors that end the work and are nobody's failure.
local endings = { budget = true, cancelled = true, window = true }

--- Sets the budget of the run.
---
---@param number? integer How many may fail.
---@param part? number Share that may fail, 0 to 1.
---@param of? integer What the share is of.
function budget.set(number, part, of)
  limit, share, total = number, part, of
end

--- Counts from nothing again, with the same budget.
function budget.restart()
  handed = 0
  failures = {}
end

--- Counts items that are about to be worked through.
---
---@param count integer
function budget.hand_over(count)
  handed = handed + count
end

--- Tells whether an error counts as a failure that work may go on after.
---
---@param failure any Error that was raised.
---@return boolean
function budget.covers(failure)
  return (limit or share) ~= nil and not endings[native.code(failure)]
end

--- Counts a failure.
---
---@param item any Item that failed.
---@param failure any Error that was raised, or the result that counts as a failure.
function budget.note(item, failure)
  failures[#failures + 1] = { item = item, error = failure }
end

local function allowed()
  return limit or share and (total or handed) * share // 1 | 0
end

--- Gives the error to raise where nothing new may start.
---
---@return any failure Nil where work may go on.
function budget.fault()
  local most = allowed()
  if not most or #failures <= most or native.is_cleaning_up() then
    return nil
  end
  local last = failures[#failures]
  local words = string.format("%d failed, %d may fail", #failures, most)
  if share then
    words = string.format("%s (%g%% of %d)", words, share * 100, total or handed)
  end
  local hint = string.format("last: %s: %s", tostring(last.item), tostring(last.error))
  return native.failure("budget", "failure budget hit: " .. words, hint)
end

--- Gives what has failed so far.
---
---@return table[] failures Each with `item` and `error`.
function budget.failures()
  return table.move(failures, 1, #failures, 1, {})
end

return budget
