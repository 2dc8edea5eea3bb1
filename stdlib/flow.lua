--- Does several things at once, waits, tries again, and knows when to stop.
---
--- Scripts run in coroutines that give way wherever they wait. Whatever `flow` starts belongs to
--- the run: the run ends when all of it has ended.
---@class flow
local flow = {}

local native = ...
local check = native.module("check")
local budget = native.module("budget")
local windows = native.module("windows")
local work = native.module("work")

-- Errors that another try would not cure, or that a second try could make worse.
local final_codes = {
  auth = true,
  budget = true,
  cancelled = true,
  denied = true,
  invalid_argument = true,
  limit = true,
  uncertain = true,
  window = true,
}

---@class flow.Job
--- Function that runs beside the rest of the script; made by `flow.spawn`.
local Job = {}
Job.__index = Job
Job.__name = "Job"

local function wake_all(waiting)
  for index = 1, #waiting do
    native.wake(waiting[index])
  end
end

--- Waits for the job's end and gives what its function returned.
---
--- Raises what the job raised.
---
--- ```lua
--- local job = flow.spawn(function() flow.sleep("1s") return "awake" end)
--- print(job:join())  --> awake
--- ```
---
---@return any ... What the job's function returned.
function Job:join()
  if self.id == native.current() then
    error("a job cannot join itself", 2)
  end
  if not self.outcome then
    self.waiting[#self.waiting + 1] = native.current()
    work.wait_until(function()
      return self.outcome
    end)
  end
  native.forget(self.id)
  local outcome = self.outcome
  if not outcome[1] then
    error(native.placed(outcome[2]) or outcome[2], 0)
  end
  return table.unpack(outcome, 2, outcome.n)
end

--- Calls the job off: what it waits for raises `cancelled`, and so does each operation from now on.
---
--- A job that has ended stays as it is. Nothing is called off on the server.
---
--- ```lua
--- local job = flow.spawn(flow.sleep, "1h")
--- flow.sleep(1)
--- job:cancel()
--- print(pcall(job.join, job))
--- ```
function Job:cancel()
  if not self.outcome then
    self.is_cancelled = true
    native.cancel(self.id)
  end
end

--- Tells whether the job has ended, well or not.
---
--- ```lua
--- local job = flow.spawn(flow.sleep, 1)
--- print(job:is_done())  --> false
--- flow.sleep(2)
--- print(job:is_done())  --> true
--- ```
---
---@return boolean done Whether it has ended.
function Job:is_done()
  return self.outcome ~= nil
end

function Job:__tostring()
  if not self.outcome then
    return "Job (running)"
  end
  return self.outcome[1] and "Job (done)" or "Job (failed)"
end

-- Raises what forbids to start anything new.
local function refuse_when_over()
  local failure = work.fault(windows.current())
  if failure then
    error(failure, 0)
  end
end

--- Starts a function beside the rest of the script.
---
--- It begins when the caller next waits. A run ends when all jobs have ended. A job that fails and
--- that nobody joins is logged as a warning, and fails the run at its end.
---
--- ```lua
--- local job = flow.spawn(function(a, b) return a + b end, 2, 3)
--- print(job:join())  --> 5
--- ```
---
---@param fn function What to run.
---@param ... any Arguments for it.
---@return flow.Job job What runs.
function flow.spawn(fn, ...)
  check.argument("flow.spawn", 1, "fn", fn, "function")
  refuse_when_over()
  local job = setmetatable({ waiting = {} }, Job)
  job.id = work.start(fn, table.pack(...), function(...)
    job.outcome = table.pack(...)
    local is_own_doing = job.is_cancelled and native.code((select(2, ...))) == "cancelled"
    if not job.outcome[1] and not is_own_doing then
      native.remember(job.id, job.outcome[2])
    end
    wake_all(job.waiting)
  end)
  return job
end

---@class flow.EachOptions
---@field parallel? integer How many at a time, 1 or more (default 8).
---@field is_failure? function `is_failure(result, item)`: whether it failed (else a Result not ok).

local each_options = {
  parallel = { "integer", min = 1, default = 8 },
  is_failure = { "function" },
}

--- Calls a function for each item of a list, several at a time.
---
--- After an error no new items are begun; those under way are finished, and then the first error
--- is raised again. Under `flow.budget`, an item that fails is logged as a warning and the others
--- go on, until more have failed than the budget allows.
---
--- ```lua
--- local results = flow.each({ 3, 1, 2 }, { parallel = 3 }, function(item)
---   flow.sleep(item)
---   return item * 10
--- end)
--- print(results[1], results[2], results[3])  --> 30	10	20
--- ```
---
---@generic T, R
---@param items T[] List; one that grows meanwhile is not followed.
---@param options? flow.EachOptions How many at a time.
---@param fn fun(item: T): R What to call.
---@return R[] results First result of each call, in the order of the items; `n` is their number.
function flow.each(items, options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  check.argument("flow.each", 1, "items", items, "table")
  local settings = check.options("flow.each", 2, options, each_options)
  check.argument("flow.each", 3, "fn", fn, "function")
  local count = check.count(items)
  budget.hand_over(count)
  local results = work.run(items, count, settings, fn)
  results.n = count
  return results
end

--- Calls a function for each entry of a table, several at a time, and keeps the table's keys.
---
--- Entries are begun in the order of their keys. Errors and the failure budget are as with
--- `flow.each`.
---
--- ```lua
--- local minutes = flow.map({ short = 1, long = 2 }, function(value, key)
---   flow.sleep(value)
---   return key .. ":" .. value
--- end)
--- print(minutes.short, minutes.long)  --> short:1	long:2
--- ```
---
---@param entries table Table with any keys; a list is one.
---@param options? flow.EachOptions How many at a time.
---@param fn fun(value: any, key: any): any What to call.
---@return table results First result of each call under the key of its entry.
function flow.map(entries, options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  check.argument("flow.map", 1, "entries", entries, "table")
  local settings = check.options("flow.map", 2, options, each_options)
  check.argument("flow.map", 3, "fn", fn, "function")
  local keys = check.sorted_keys(entries)
  budget.hand_over(#keys)
  local found = work.run(keys, #keys, settings, function(key)
    return fn(entries[key], key)
  end)
  local results = {}
  for index = 1, #keys do
    results[keys[index]] = found[index]
  end
  return results
end

--- Runs functions side by side and takes the one that ends first; the others are called off.
---
--- Raises what the first one raised, if it ended with an error. Nothing is called off on the
--- server, and those called off are not waited for.
---
--- ```lua
--- local place, word = flow.race({
---   function() flow.sleep(10) return "slow" end,
---   function() flow.sleep(1) return "quick" end,
--- })
--- print(place, word)  --> 2	quick
--- ```
---
---@param functions function[] What to run, one or more.
---@return integer place Place of the function that ended first.
---@return any ... What it returned.
function flow.race(functions)
  check.argument("flow.race", 1, "functions", functions, "table")
  local count = check.count(functions)
  if count == 0 then
    check.refuse("flow.race", 1, "functions", "one function or more expected, got none")
  end
  for index = 1, count do
    if type(functions[index]) ~= "function" then
      local what = "a list of functions expected, got %s at %d"
      what = what:format(native.kind(functions[index]), index)
      check.refuse("flow.race", 1, "functions", what)
    end
  end
  refuse_when_over()
  local owner, strands, outcome = native.current(), {}, nil
  for index = 1, count do
    strands[index] = work.start(functions[index], { n = 0 }, function(...)
      outcome = outcome or table.pack(index, ...)
      native.wake(owner)
    end)
  end
  local ok, failure = pcall(work.wait_until, function()
    return outcome
  end)
  for index = 1, count do
    native.cancel(strands[index])
  end
  if not ok then
    error(failure, 0)
  end
  if not outcome[2] then
    error(native.placed(outcome[3]) or outcome[3], 0)
  end
  return outcome[1], table.unpack(outcome, 3, outcome.n)
end

--- Waits.
---
--- ```lua
--- flow.sleep("90s")
--- flow.sleep(0.5)
--- ```
---
---@param duration duration Seconds, 0 or more, or a time such as "90s", "15m", "2h".
function flow.sleep(duration)
  native.sleep((check.argument("flow.sleep", 1, "duration", duration, "duration")))
end

--- Calls a function that has to end in time.
---
--- Raises an error with the code `timeout` when the time has passed; the function is called off as
--- by `Job:cancel`, and is not waited for. Nothing is called off on the server.
---
--- ```lua
--- local ok, err = pcall(flow.timeout, "1m", flow.sleep, "1h")
--- print(ok, err.code)  --> false	timeout
--- ```
---
---@param duration duration Seconds, or a time such as "15m".
---@param fn function What to call.
---@param ... any Arguments for it.
---@return any ... What the function returned.
function flow.timeout(duration, fn, ...)
  local seconds = check.argument("flow.timeout", 1, "duration", duration, "duration")
  check.argument("flow.timeout", 2, "fn", fn, "function")
  local owner = native.current()
  local outcome, has_expired
  local job = work.start(fn, table.pack(...), function(...)
    outcome = table.pack(...)
    native.wake(owner)
  end)
  local timer = work.start(native.sleep, { seconds, n = 1 }, function(is_over)
    has_expired = is_over
    native.wake(owner)
  end)
  local ok, failure = pcall(work.wait_until, function()
    return outcome or has_expired
  end)
  native.cancel(timer)
  if not ok or not outcome then
    native.cancel(job)
    error(ok and native.timeout(seconds) or failure, 0)
  end
  if not outcome[1] then
    error(native.placed(outcome[2]) or outcome[2], 0)
  end
  return table.unpack(outcome, 2, outcome.n)
end

---@class flow.RetryOptions
---@field attempts? integer How often to try, 1 or more (default 3).
---@field delay? duration Time before the second try (default 1 second).
---@field factor? number By what the delay grows after each try, 1 or more (default 2).
---@field max_delay? duration Longest time between two tries (default 5 minutes).
---@field jitter? number Share of a delay that is left to chance, 0 to 1 (default 0.1).

local retry_options = {
  attempts = { "integer", min = 1, default = 3 },
  delay = { "duration", default = 1 },
  factor = { "number", min = 1, default = 2 },
  max_delay = { "duration", default = 300 },
  jitter = { "number", min = 0, max = 1, default = 0.1 },
}

--- Calls a function again until it succeeds.
---
--- Raises what the last try raised. Errors that another try cannot cure are raised at once: those
--- with the codes auth, budget, cancelled, denied, invalid_argument, limit, uncertain and window.
--- Delays grow, and vary by chance, so that many that failed together do not try together again.
---
--- ```lua
--- local tries = 0
--- print(flow.retry({ attempts = 5, delay = "10s" }, function()
---   tries = tries + 1
---   if tries < 3 then error("not yet") end
---   return tries
--- end))  --> 3
--- ```
---
---@param options? flow.RetryOptions How often and how fast.
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
    local chance = limits.jitter > 0 and limits.jitter * (2 * math.random() - 1) or 0
    native.sleep(math.min(delay, limits.max_delay) * (1 + chance))
    delay = delay * limits.factor
  end
end

-- Errors that concern more than one host, or what the script itself did.
local shared_codes = {
  auth = true,
  budget = true,
  cancelled = true,
  denied = true,
  limit = true,
  unavailable = true,
  window = true,
}

--- Does something for one host, and counts the host as not done where that fails.
---
--- The run goes on, names the host at its end and ends with exit code 3. An error that is not about
--- this host is raised: one of the script itself, or one with the code auth, budget, cancelled,
--- denied, limit, unavailable or window.
---
--- ```lua
--- local ok, reason = flow.attempt("pc-003", function()
---   fog.host("pc-003"):update({ name = "pc-004" })
--- end)
--- print(ok, type(reason))  --> false	string
--- ```
---
---@param host Host|string|integer Host that it is for; a name that no host has counts too.
---@param fn fun(...): any What to do.
---@param ... any Arguments for `fn`.
---@return boolean ok Whether it was done.
---@return any result What `fn` returned first; why the host was not done, where it was not.
function flow.attempt(host, fn, ...)
  check.argument("flow.attempt", 2, "fn", fn, "function")
  local ok, result = pcall(fn, ...)
  if ok then
    return true, result
  end
  local code = native.code(result)
  if not code or shared_codes[code] then
    error(result, 0)
  end
  fog.host_fail(host, result.message)
  return false, result.message
end

-- Reads a number of items or a share of them, as in 3, "3" or "10%".
local function amount(value)
  if math.type(value) == "integer" and value >= 0 then
    return value
  elseif type(value) == "string" and value:find("^%s*%d+%s*$") then
    return math.tointeger(tonumber(value))
  end
  local percent = type(value) == "string" and tonumber(value:match("^%s*(%d+%.?%d*)%s*%%%s*$"))
  if percent and percent <= 100 then
    return nil, percent / 100
  end
end

---@class flow.BudgetOptions
---@field of? integer How many items a share is of; those handed to `flow` so far if absent.

local budget_options = { of = { "integer", min = 0 } }

--- Sets how many failures the whole run may have.
---
--- From then on an item of `flow.each`, `flow.map` and `flow.waves` that raises an error, or whose
--- result `is_failure` calls one, is counted and logged, and the others go on; without `is_failure`
--- that is a Result that is not ok. A verb such as `fog.deploy` that is called elsewhere counts its
--- hosts itself. Once more have failed than allowed, nothing new starts anywhere in the run: what
--- is under way is finished, and then an error with the code `budget` is raised. A run that ends so
--- has the exit code 4.
---
--- A share is rounded down: 5% of 30 allows one failure, 5% of 10 none.
---
--- ```lua
--- flow.budget("50%")
--- local results = flow.each({ 1, 2, 3, 4 }, function(item)
---   if item == 3 then error("no answer", 0) end
---   return item
--- end)
--- print(results[2], results[3], #flow.failures())  --> 2	nil	1
--- ```
---
---@param allowed integer|string How many may fail, as in 3 or "3", or a share such as "5%".
---@param options? flow.BudgetOptions What a share is of.
function flow.budget(allowed, options)
  local number, share = amount(allowed)
  if not number and not share then
    local got = type(allowed) == "string" and '"' .. allowed .. '"'
      or type(allowed) == "number" and tostring(allowed)
      or native.kind(allowed)
    local what = 'a number of failures or a share such as "5%" expected, got ' .. got
    check.refuse("flow.budget", 1, "allowed", what)
  end
  budget.set(number, share, check.options("flow.budget", 2, options, budget_options).of)
end

--- Gives what has failed so far under `flow.budget`.
---
--- ```lua
--- flow.budget(1)
--- flow.each({ "pc-1" }, function() error("no answer", 0) end)
--- for _, failure in ipairs(flow.failures()) do
---   print(failure.item, failure.error)  --> pc-1	no answer
--- end
--- ```
---
---@return table[] failures Each with `item` and `error`, in the order in which they failed.
function flow.failures()
  return budget.failures()
end

---@class flow.WaveOptions
---@field parallel? integer How many at a time, 1 or more (default 8).
---@field is_failure? function `is_failure(result, item)`: whether it failed (else a Result not ok).
---@field soak? duration Time between the end of a wave and its gate (default 0).
---@field gate? function Called as `gate(wave)` after each wave but the last; false ends the waves.

local wave_options = {
  parallel = each_options.parallel,
  is_failure = each_options.is_failure,
  soak = { "duration", default = 0 },
  gate = { "function" },
}

---@class flow.Wave
--- What a gate is told of the wave before it.
---@field number integer Place of the wave, from 1.
---@field count integer How many waves there are.
---@field items any[] Items of the wave.
---@field results any[] First result of each call, in the order of the items; `n` is their number.

-- Splits items into waves; gives the number of items of each.
local function plan(sizes, total)
  local counts, left = {}, total
  local last = check.count(sizes)
  local index = 1
  while left > 0 do
    local number, share = amount(sizes[math.min(index, last)])
    local count = left
    if number then
      count = number
    elseif share then
      count = math.ceil(share * total)
    end
    count = math.min(left, math.max(count, 1))
    counts[#counts + 1], left = count, left - count
    index = index + 1
  end
  return counts
end

-- Says what is wrong with the sizes of waves.
local function sizes_fault(sizes)
  local count = check.count(sizes)
  if count == 0 then
    return "one size or more expected, got none"
  end
  for index = 1, count do
    local size = sizes[index]
    local number, share = amount(size)
    local is_rest = size == "rest" and index == count
    if not is_rest and not share and (not number or number < 1) then
      local shown = type(size) == "string" and '"' .. size .. '"' or tostring(size)
      local what = 'size %d: a number, a share such as "10%%", or a last "rest" expected, got %s'
      return what:format(index, shown)
    end
  end
end

-- Lets a wave soak, and asks its gate.
local function pass_gate(wave, settings)
  if settings.soak > 0 then
    native.sleep(settings.soak)
  end
  local passed, reason = true, nil
  if settings.gate then
    passed, reason = settings.gate(wave)
  end
  if not passed then
    local words = "the gate after wave %d of %d did not open"
    error(native.failure("budget", words:format(wave.number, wave.count), reason), 0)
  end
end

--- Works through a list in waves that grow: a canary, some more, then the rest.
---
--- Each wave ends before the next begins. In between it soaks, and then the gate may look at the
--- results: where it gives false or nil, no further wave begins and an error with the code
--- `refused` is raised; a second value says why. Shares are of the whole list and rounded up, and
--- where the sizes do not cover the list, the last one is repeated. The failure budget counts over
--- all waves.
---
--- ```lua
--- local items = {}
--- for number = 1, 20 do items[number] = number end
--- flow.waves(items, { 1, "10%", "rest" }, {
---   soak = "5m",
---   gate = function(wave)
---     print(wave.number, #wave.items)
---     return true
---   end,
--- }, function(item) return item end)
--- --> 1	1
--- --> 2	2
--- ```
---
---@generic T, R
---@param items T[] List.
---@param sizes any[] Size of each wave: 3 or "3", a share such as "10%", or "rest" as the last.
---@param options? flow.WaveOptions How many at a time, and what is between two waves.
---@param fn fun(item: T): R What to call.
---@return R[] results First result of each call, in the order of the items; `n` is their number.
function flow.waves(items, sizes, options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  check.argument("flow.waves", 1, "items", items, "table")
  check.argument("flow.waves", 2, "sizes", sizes, "table")
  local fault = sizes_fault(sizes)
  if fault then
    check.refuse("flow.waves", 2, "sizes", fault)
  end
  local settings = check.options("flow.waves", 3, options, wave_options)
  check.argument("flow.waves", 4, "fn", fn, "function")
  local total = check.count(items)
  budget.hand_over(total)
  local counts, all, first = plan(sizes, total), { n = total }, 1
  for number, count in ipairs(counts) do
    local part = table.move(items, first, first + count - 1, 1, { n = count })
    local results = work.run(part, count, settings, fn)
    table.move(results, 1, count, first, all)
    results.n = count
    if number < #counts then
      pass_gate({ number = number, count = #counts, items = part, results = results }, settings)
    end
    first = first + count
  end
  return all
end

--- Runs a function at the end of the run, also when the run fails or is called off.
---
--- It may still ask everything of `fog`. What was deferred last runs first; all that the run has
--- started has ended by then. One that fails is logged, and the others still run.
---
--- ```lua
--- flow.defer(print, "cleaned up")
--- print("at work")
--- --> at work
--- --> cleaned up
--- ```
---
---@param fn function What to run.
---@param ... any Arguments for it.
function flow.defer(fn, ...)
  check.argument("flow.defer", 1, "fn", fn, "function")
  local arguments = table.pack(...)
  native.defer(function()
    fn(table.unpack(arguments, 1, arguments.n))
  end)
end

---@class flow.WithinOptions
---@field wait? boolean Whether to wait for it to open (default true); else `window` is raised.

local within_options = { wait = { "boolean", default = true } }

--- Calls a function within a time of day, by the clock of the server's zone.
---
--- Waits for the window to open. Once it has closed, nothing new is started by `flow.each`,
--- `flow.map`, `flow.waves` and `flow.spawn` inside of the function: what is under way is finished,
--- and then an error with the code `window` is raised. A run that ends with it has the exit code 7.
---
--- ```lua
--- local results = flow.within("22:00-06:00", function()
---   return flow.each({ "pc-1", "pc-2" }, function(name) return name .. " done" end)
--- end)
--- print(results[2])  --> pc-2 done
--- ```
---
---@param window string From and to, as in "22:00-06:00"; to "24:00" ends with the day.
---@param options? flow.WithinOptions Whether to wait.
---@param fn fun(): any What to call.
---@return any ... What `fn` returned.
function flow.within(window, options, fn)
  if fn == nil and type(options) == "function" then
    options, fn = nil, options
  end
  check.argument("flow.within", 1, "window", window, "string")
  local span = windows.parse(window)
  if not span then
    local what = 'a time of day such as "22:00-06:00" expected, got "' .. window .. '"'
    check.refuse("flow.within", 1, "window", what)
  end
  local settings = check.options("flow.within", 2, options, within_options)
  check.argument("flow.within", 3, "fn", fn, "function")
  local failure = windows.await(span, settings.wait)
  if failure then
    error(failure, 0)
  end
  local outer = windows.current()
  windows.enter({ window = span, outer = outer })
  local outcome = table.pack(pcall(fn))
  windows.enter(outer)
  if not outcome[1] then
    error(outcome[2], 0)
  end
  return table.unpack(outcome, 2, outcome.n)
end

return flow
