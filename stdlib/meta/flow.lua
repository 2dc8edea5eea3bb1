---@meta flow
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Function that runs beside the rest of the script; made by `flow.spawn`.
---@class flow.Job
local Job = {}

--- Options.
---@class flow.EachOptions
---@field parallel? integer How many at a time, 1 or more (default 8)
---@field is_failure? function `is_failure(result, item)`: whether it failed (else a Result not ok)
local EachOptions = {}

--- Options.
---@class flow.RetryOptions
---@field attempts? integer How often to try, 1 or more (default 3)
---@field delay? duration Time before the second try (default 1 second)
---@field factor? number By what the delay grows after each try, 1 or more (default 2)
---@field max_delay? duration Longest time between two tries (default 5 minutes)
---@field jitter? number Share of a delay that is left to chance, 0 to 1 (default 0.1)
local RetryOptions = {}

--- Options.
---@class flow.BudgetOptions
---@field of? integer How many items a share is of; those handed to `flow` so far if absent
local BudgetOptions = {}

--- Options.
---@class flow.WaveOptions
---@field parallel? integer How many at a time, 1 or more (default 8)
---@field is_failure? function `is_failure(result, item)`: whether it failed (else a Result not ok)
---@field soak? duration Time between the end of a wave and its gate (default 0)
---@field gate? function Called as `gate(wave)` after each wave but the last; false ends the waves
local WaveOptions = {}

--- What a gate is told of the wave before it.
---@class flow.Wave
---@field number integer Place of the wave, from 1
---@field count integer How many waves there are
---@field items any[] Items of the wave
---@field results any[] First result of each call, in the order of the items; `n` is their number
local Wave = {}

--- Options.
---@class flow.WithinOptions
---@field wait? boolean Whether to wait for it to open (default true); else `window` is raised
local WithinOptions = {}

--- Does several things at once, waits, tries again, and knows when to stop.
---
--- Scripts run in coroutines that give way wherever they wait. Whatever `flow` starts belongs to the run: the run ends when all of it has ended.
---@class flow
local flow = {}

--- Waits for the job's end and gives what its function returned.
---
--- Raises what the job raised.
---
--- ```lua
--- local job = flow.spawn(function() flow.sleep("1s") return "awake" end)
--- print(job:join())  --> awake
--- ```
---@return any ... What the job's function returned
function Job:join() end

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
function Job:cancel() end

--- Tells whether the job has ended, well or not.
---
--- ```lua
--- local job = flow.spawn(flow.sleep, 1)
--- print(job:is_done())  --> false
--- flow.sleep(2)
--- print(job:is_done())  --> true
--- ```
---@return boolean done Whether it has ended
function Job:is_done() end

--- Starts a function beside the rest of the script.
---
--- It begins when the caller next waits. A run ends when all jobs have ended. A job that fails and that nobody joins is logged as a warning, and fails the run at its end.
---
--- ```lua
--- local job = flow.spawn(function(a, b) return a + b end, 2, 3)
--- print(job:join())  --> 5
--- ```
---@param fn function What to run
---@param ... any Arguments for it
---@return flow.Job job What runs
function flow.spawn(fn, ...) end

--- Calls a function for each item of a list, several at a time.
---
--- After an error no new items are begun; those under way are finished, and then the first error is raised again. Under `flow.budget`, an item that fails is logged as a warning and the others go on, until more have failed than the budget allows.
---
--- ```lua
--- local results = flow.each({ 3, 1, 2 }, { parallel = 3 }, function(item)
---   flow.sleep(item)
---   return item * 10
--- end)
--- print(results[1], results[2], results[3])  --> 30	10	20
--- ```
---@param items T[] List; one that grows meanwhile is not followed
---@param options? { parallel?: integer, is_failure?: function } How many at a time
---@param fn fun(item: T): R What to call
---@return R[] results First result of each call, in the order of the items; `n` is their number
function flow.each(items, options, fn) end

--- Calls a function for each entry of a table, several at a time, and keeps the table's keys.
---
--- Entries are begun in the order of their keys. Errors and the failure budget are as with `flow.each`.
---
--- ```lua
--- local minutes = flow.map({ short = 1, long = 2 }, function(value, key)
---   flow.sleep(value)
---   return key .. ":" .. value
--- end)
--- print(minutes.short, minutes.long)  --> short:1	long:2
--- ```
---@param entries table Table with any keys; a list is one
---@param options? { parallel?: integer, is_failure?: function } How many at a time
---@param fn fun(value: any, key: any): any What to call
---@return table results First result of each call under the key of its entry
function flow.map(entries, options, fn) end

--- Runs functions side by side and takes the one that ends first; the others are called off.
---
--- Raises what the first one raised, if it ended with an error. Nothing is called off on the server, and those called off are not waited for.
---
--- ```lua
--- local place, word = flow.race({
---   function() flow.sleep(10) return "slow" end,
---   function() flow.sleep(1) return "quick" end,
--- })
--- print(place, word)  --> 2	quick
--- ```
---@param functions function[] What to run, one or more
---@return integer place Place of the function that ended first
---@return any ... What it returned
function flow.race(functions) end

--- Waits.
---
--- ```lua
--- flow.sleep("90s")
--- flow.sleep(0.5)
--- ```
---@param duration duration Seconds, 0 or more, or a time such as "90s", "15m", "2h"
function flow.sleep(duration) end

--- Calls a function that has to end in time.
---
--- Raises an error with the code `timeout` when the time has passed; the function is called off as by `Job:cancel`, and is not waited for. Nothing is called off on the server.
---
--- ```lua
--- local ok, err = pcall(flow.timeout, "1m", flow.sleep, "1h")
--- print(ok, err.code)  --> false	timeout
--- ```
---@param duration duration Seconds, or a time such as "15m"
---@param fn function What to call
---@param ... any Arguments for it
---@return any ... What the function returned
function flow.timeout(duration, fn, ...) end

--- Calls a function again until it succeeds.
---
--- Raises what the last try raised. Errors that another try cannot cure are raised at once: those with the codes auth, budget, cancelled, denied, invalid_argument, limit, uncertain and window. Delays grow, and vary by chance, so that many that failed together do not try together again.
---
--- ```lua
--- local tries = 0
--- print(flow.retry({ attempts = 5, delay = "10s" }, function()
---   tries = tries + 1
---   if tries < 3 then error("not yet") end
---   return tries
--- end))  --> 3
--- ```
---@param options? { attempts?: integer, delay?: duration, factor?: number, max_delay?: duration, jitter?: number } How often and how fast
---@param fn fun(): any What to try
---@return any ... What `fn` returned
function flow.retry(options, fn) end

--- Does something for one host, and counts the host as not done where that fails.
---
--- The run goes on, names the host at its end and ends with exit code 3. An error that is not about this host is raised: one of the script itself, or one with the code auth, budget, cancelled, denied, limit, unavailable or window.
---
--- ```lua
--- local ok, reason = flow.attempt("pc-003", function()
---   fog.host("pc-003"):update({ name = "pc-004" })
--- end)
--- print(ok, type(reason))  --> false	string
--- ```
---@param host Host|string|integer Host that it is for; a name that no host has counts too
---@param fn fun(...): any What to do
---@param ... any Arguments for `fn`
---@return boolean ok Whether it was done
---@return any result What `fn` returned first; why the host was not done, where it was not
function flow.attempt(host, fn, ...) end

--- Sets how many failures the whole run may have.
---
--- From then on an item of `flow.each`, `flow.map` and `flow.waves` that raises an error, or whose result `is_failure` calls one, is counted and logged, and the others go on; without `is_failure` that is a Result that is not ok. A verb such as `fog.deploy` that is called elsewhere counts its hosts itself. Once more have failed than allowed, nothing new starts anywhere in the run: what is under way is finished, and then an error with the code `budget` is raised. A run that ends so has the exit code 4.
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
---@param allowed integer|string How many may fail, as in 3 or "3", or a share such as "5%"
---@param options? { of?: integer } What a share is of
function flow.budget(allowed, options) end

--- Gives what has failed so far under `flow.budget`.
---
--- ```lua
--- flow.budget(1)
--- flow.each({ "pc-1" }, function() error("no answer", 0) end)
--- for _, failure in ipairs(flow.failures()) do
---   print(failure.item, failure.error)  --> pc-1	no answer
--- end
--- ```
---@return table[] failures Each with `item` and `error`, in the order in which they failed
function flow.failures() end

--- Works through a list in waves that grow: a canary, some more, then the rest.
---
--- Each wave ends before the next begins. In between it soaks, and then the gate may look at the results: where it gives false or nil, no further wave begins and an error with the code `refused` is raised; a second value says why. Shares are of the whole list and rounded up, and where the sizes do not cover the list, the last one is repeated. The failure budget counts over all waves.
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
---@param items T[] List
---@param sizes any[] Size of each wave: 3 or "3", a share such as "10%", or "rest" as the last
---@param options? { parallel?: integer, is_failure?: function, soak?: duration, gate?: function } How many at a time, and what is between two waves
---@param fn fun(item: T): R What to call
---@return R[] results First result of each call, in the order of the items; `n` is their number
function flow.waves(items, sizes, options, fn) end

--- Runs a function at the end of the run, also when the run fails or is called off.
---
--- It may still ask everything of `fog`. What was deferred last runs first; all that the run has started has ended by then. One that fails is logged, and the others still run.
---
--- ```lua
--- flow.defer(print, "cleaned up")
--- print("at work")
--- --> at work
--- --> cleaned up
--- ```
---@param fn function What to run
---@param ... any Arguments for it
function flow.defer(fn, ...) end

--- Calls a function within a time of day, by the clock of the server's zone.
---
--- Waits for the window to open. Once it has closed, nothing new is started by `flow.each`, `flow.map`, `flow.waves` and `flow.spawn` inside of the function: what is under way is finished, and then an error with the code `window` is raised. A run that ends with it has the exit code 7.
---
--- ```lua
--- local results = flow.within("22:00-06:00", function()
---   return flow.each({ "pc-1", "pc-2" }, function(name) return name .. " done" end)
--- end)
--- print(results[2])  --> pc-2 done
--- ```
---@param window string From and to, as in "22:00-06:00"; to "24:00" ends with the day
---@param options? { wait?: boolean } Whether to wait
---@param fn fun(): any What to call
---@return any ... What `fn` returned
function flow.within(window, options, fn) end

return flow
