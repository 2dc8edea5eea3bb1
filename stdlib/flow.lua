--- Does several things at once, waits, and tries again.
---
--- Scripts run in coroutines that give way wherever they wait. Whatever `flow` starts belongs to
--- the run: the run ends when all of it has ended.
---@class flow
local flow = {}

local native = ...
local check = native.module("check")

---@class flow.Job
--- Function that runs beside the rest of the script; made by `flow.spawn`.
local Job = {}
Job.__index = Job
Job.__name = "Job"

-- Errors that another try would not cure, or that a second try could make worse.
local final_codes = {
  auth = true,
  cancelled = true,
  denied = true,
  invalid_argument = true,
  limit = true,
  uncertain = true,
}

-- Waits until `is_over` says so. Raises `cancelled` where the coroutine is called off meanwhile.
local function wait_until(is_over)
  while not is_over() do
    native.park()
  end
end

local function wake_all(waiting)
  for index = 1, #waiting do
    native.wake(waiting[index])
  end
end

-- Runs a function beside the rest; `on_end` gets what `pcall` would give.
local function start(fn, arguments, on_end)
  return native.spawn(function()
    on_end(pcall(fn, table.unpack(arguments, 1, arguments.n)))
  end)
end

--- Waits for the job's end.
---
--- Raises what the job raised.
---
---@return any ... What the job's function returned.
function Job:join()
  if self.id == native.current() then
    error("a job cannot join itself", 2)
  end
  if not self.outcome then
    self.waiting[#self.waiting + 1] = native.current()
    wait_until(function()
      return self.outcome
    end)
  end
  native.forget(self.id)
  local outcome = self.outcome
  if not outcome[1] then
    error(outcome[2], 0)
  end
  return table.unpack(outcome, 2, outcome.n)
end

--- Calls the job off: what it waits for raises `cancelled`, and so does each operation from now on.
---
--- A job that has ended stays as it is. Nothing is called off on the server.
function Job:cancel()
  if not self.outcome then
    self.is_cancelled = true
    native.cancel(self.id)
  end
end

--- Tells whether the job has ended, well or not.
---
---@return boolean
function Job:is_done()
  return self.outcome ~= nil
end

function Job:__tostring()
  if not self.outcome then
    return "Job (running)"
  end
  return self.outcome[1] and "Job (done)" or "Job (failed)"
end

--- Starts a function beside the rest of the script.
---
--- It begins when the caller next waits. A run ends when all jobs have ended. A job that fails and
--- that nobody joins is logged as a warning, and fails the run at its end.
---
---@param fn function What to run.
---@param ... any Arguments for it.
---@return flow.Job
function flow.spawn(fn, ...)
  check.argument("flow.spawn", 1, "fn", fn, "function")
  local job = setmetatable({ waiting = {} }, Job)
  job.id = start(fn, table.pack(...), function(...)
    job.outcome = table.pack(...)
    local is_own_doing = job.is_cancelled and native.code((select(2, ...))) == "cancelled"
    if not job.outcome[1] and not is_own_doing then
      native.remember(job.id, job.outcome[2])
    end
    wake_all(job.waiting)
  end)
  return job
end

-- Takes items one after the other until there are none, or one has failed.
local function work(state, items, fn)
  while state.next <= state.count and not state.has_failed do
    local index = state.next
    state.next = index + 1
    local ok, result = pcall(fn, items[index])
    if ok then
      state.results[index] = result
    elseif not state.has_failed then
      state.has_failed = true
      state.failure = result
    end
  end
  state.running = state.running - 1
  if state.running == 0 then
    native.wake(state.owner)
  end
end

-- Waits for the workers. If the caller is called off, so are they, and they are waited for still.
local function wait_for_workers(state, workers)
  local function is_over()
    return state.running == 0
  end
  local ok, failure = pcall(wait_until, is_over)
  if ok then
    return
  end
  state.has_failed = true
  state.failure = failure
  for index = 1, #workers do
    native.cancel(workers[index])
  end
  pcall(wait_until, is_over)
end

local each_options = { parallel = { "integer", min = 1, default = 8 } }

--- Calls a function for each item of a list, several at a time.
---
--- After an error no new items are begun; those under way are finished, and then the first error
--- is raised again. To go on despite errors, use `pcall` in `fn`.
---
---@generic T, R
---@param items T[] List; one that grows meanwhile is not followed.
---@param options? { parallel?: integer } How many at a time, 1 or more (default 8).
---@param fn fun(item: T): R What to call.
---@return R[] results First result of each call, in the order of the items; `n` is their number.
function flow.each(items, options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  check.argument("flow.each", 1, "items", items, "table")
  local limit = check.options("flow.each", 2, options, each_options).parallel
  check.argument("flow.each", 3, "fn", fn, "function")
  local state = { next = 1, count = #items, results = {}, owner = native.current() }
  state.running = math.min(limit, state.count)
  local workers = {}
  for index = 1, state.running do
    workers[index] = native.spawn(function()
      work(state, items, fn)
    end)
  end
  wait_for_workers(state, workers)
  if state.has_failed then
    error(state.failure, 0)
  end
  state.results.n = state.count
  return state.results
end

--- Waits.
---
---@param duration number|string Seconds, 0 or more, or a time such as "90s", "15m", "2h".
function flow.sleep(duration)
  native.sleep((check.argument("flow.sleep", 1, "duration", duration, "duration")))
end

--- Calls a function that has to end in time.
---
--- Raises an error with the code `timeout` when the time has passed; the function is called off as
--- by `Job:cancel`, and is not waited for. Nothing is called off on the server.
---
---@param duration number|string Seconds, or a time such as "15m".
---@param fn function What to call.
---@param ... any Arguments for it.
---@return any ... What the function returned.
function flow.timeout(duration, fn, ...)
  local seconds = check.argument("flow.timeout", 1, "duration", duration, "duration")
  check.argument("flow.timeout", 2, "fn", fn, "function")
  local owner = native.current()
  local outcome, has_expired
  local job = start(fn, table.pack(...), function(...)
    outcome = table.pack(...)
    native.wake(owner)
  end)
  local timer = start(native.sleep, { seconds, n = 1 }, function(is_over)
    has_expired = is_over
    native.wake(owner)
  end)
  local ok, failure = pcall(wait_until, function()
    return outcome or has_expired
  end)
  native.cancel(timer)
  if not ok or not outcome then
    native.cancel(job)
    error(ok and native.timeout(seconds) or failure, 0)
  end
  if not outcome[1] then
    error(outcome[2], 0)
  end
  return table.unpack(outcome, 2, outcome.n)
end

local retry_options = {
  attempts = { "integer", min = 1, default = 3 },
  delay = { "duration", default = 1 },
  factor = { "number", min = 1, default = 2 },
  max_delay = { "duration", default = 300 },
}

--- Calls a function again until it succeeds.
---
--- Raises what the last try raised. Errors that another try cannot cure are raised at once: those
--- with the codes auth, cancelled, denied, invalid_argument, limit and uncertain.
---
---@class flow.RetryOptions
---@field attempts? integer How often to try, 1 or more (default 3).
---@field delay? number|string Time before the second try (default 1 second).
---@field factor? number By what the delay grows after each try, 1 or more (default 2).
---@field max_delay? number|string Longest time between two tries (default 5 minutes).

---@param options? flow.RetryOptions
---@param fn fun(): any What to try.
---@return any ... What `fn` returned.
function flow.retry(options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  local limits = check.options("flow.retry", 1, options, retry_options)
  check.argument("flow.retry", 2, "fn", fn, "function")
  local delay = limits.delay
  for attempt = 1, limits.attempts do
    local outcome = table.pack(pcall(fn))
    if outcome[1] then
      return table.unpack(outcome, 2, outcome.n)
    end
    if attempt == limits.attempts or final_codes[native.code(outcome[2])] then
      error(outcome[2], 0)
    end
    native.sleep(math.min(delay, limits.max_delay))
    delay = delay * limits.factor
  end
end

return flow
