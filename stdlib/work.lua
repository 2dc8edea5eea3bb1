--- Works through items several at a time, within the windows and the failure budget in force.
---
--- Only for `flow`.
---@class work
local work = {}

local native = ...
local budget = native.module("budget")
local windows = native.module("windows")

-- Strands that work through items; what a verb of `fog` comes to there is counted with its item.
local labouring = {}

--- Tells whether the caller works on an item that is counted already.
---
---@return boolean
function work.is_nested()
  return labouring[native.current()] == true
end

-- Tells whether a result says that a host has failed, as those of the verbs of `fog` do.
local function is_bad(result)
  return type(result) == "userdata" and native.kind(result) == "Result" and not result.ok
end

--- Waits until `is_over` says so. Raises `cancelled` where the coroutine is called off meanwhile.
---
---@param is_over fun(): any
function work.wait_until(is_over)
  while not is_over() do
    native.park()
  end
end

--- Gives the error to raise where nothing new may start.
---
---@param scope? table Windows in force.
---@return any failure
function work.fault(scope)
  return budget.fault() or scope and windows.fault(scope)
end

--- Runs a function beside the rest, within the windows in force; `on_end` gets what `pcall` gives.
---
---@return integer strand
function work.start(fn, arguments, on_end)
  local scope = windows.current()
  return native.spawn(function()
    if scope then
      windows.enter(scope)
    end
    on_end(pcall(fn, table.unpack(arguments, 1, arguments.n)))
    if scope then
      windows.enter(nil)
    end
  end)
end

local function stop(state, failure)
  if not state.has_failed then
    state.has_failed = true
    state.failure = failure
  end
end

-- What an item is called in a warning: a row of a table by its host or name.
local function label_of(item)
  local row = type(item) == "table" and getmetatable(item) == nil
  return tostring(row and (item.host or item.name or "a row") or item)
end

local function count_failure(item, failure)
  budget.note(item, failure)
  log.warning(string.format("%s: %s", label_of(item), tostring(failure)))
end

-- Takes an item's outcome: a result, a failure that the budget covers, or one that ends the work.
local function settle(state, index, item, ok, result)
  if not ok then
    if budget.covers(result) then
      count_failure(item, result)
    else
      stop(state, result)
    end
    return
  end
  state.results[index] = result
  local failed
  if state.is_failure then
    failed = state.is_failure(result, item)
  else
    failed = is_bad(result)
  end
  if failed then
    count_failure(item, result)
  end
end

-- Takes items one after the other until there are none, or one has failed.
local function labour(state, items, fn)
  local results = state.results
  while state.next <= state.count and not state.has_failed do
    local index = state.next
    state.next = index + 1
    local fault = work.fault(state.scope)
    if fault then
      stop(state, fault)
    elseif state.has_failed then
      return
    else
      local item = items[index]
      local ok, result = pcall(fn, item)
      if ok and not state.is_failure and type(result) ~= "userdata" then
        results[index] = result
      else
        local fine, failure = pcall(settle, state, index, item, ok, result)
        if not fine then
          stop(state, failure)
        end
      end
    end
  end
end

-- Waits for the workers. If the caller is called off, so are they, and they are waited for still.
local function wait_for_workers(state, workers)
  local function is_over()
    return state.running == 0
  end
  local ok, failure = pcall(work.wait_until, is_over)
  if ok then
    return
  end
  state.has_failed = true
  state.failure = failure
  for index = 1, #workers do
    native.cancel(workers[index])
  end
  pcall(work.wait_until, is_over)
end

--- Calls a function for each item, several at a time.
---
---@param items table Items.
---@param count integer Number of items.
---@param options { parallel: integer, is_failure?: fun(result: any, item: any): boolean } A Result
---that is not ok is a failure where nothing says what is one.
---@param fn fun(item: any): any
---@return table results In the order of the items.
function work.run(items, count, options, fn)
  local state = {
    next = 1,
    count = count,
    results = {},
    owner = native.current(),
    scope = windows.current(),
    is_failure = options.is_failure,
  }
  state.running = math.min(options.parallel, count)
  local workers = {}
  for index = 1, state.running do
    workers[index] = native.spawn(function()
      if state.scope then
        windows.enter(state.scope)
      end
      local strand = native.current()
      labouring[strand] = true
      local ok, failure = pcall(labour, state, items, fn)
      labouring[strand] = nil
      if not ok then
        stop(state, failure)
      end
      windows.enter(nil)
      state.running = state.running - 1
      if state.running == 0 then
        native.wake(state.owner)
      end
    end)
  end
  wait_for_workers(state, workers)
  if state.has_failed then
    error(native.placed(state.failure) or state.failure, 0)
  end
  return state.results
end

return work
