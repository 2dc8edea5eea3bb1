--- Bodies of the verbs of `fog`: deploy, capture, wake, inventory, run_snapins, wipe.
---
--- What they take is declared in Swift and checked there; a body gets a call: `fog`, the `hosts` as
--- the server has them, `is_one`, options of the `task` and of the `wait`, and what is its own.
local native = ...
local budget = native.module("budget")
local work = native.module("work")

-- Errors that end the whole verb: the next host would fare no better, or nobody wants it any more.
local endings = { auth = true, budget = true, cancelled = true, limit = true, window = true }

-- Does something on a host: what goes wrong there is the host's result.
local function result_of(host, act, is_nested)
  local ok, value = pcall(act, host)
  local code = not ok and native.code(value)
  if not ok and (not code or endings[code]) then
    error(value, 0)
  end
  local result = native.result(host, value)
  if not result.ok and not is_nested then
    budget.note(host, result.error or result.verdict)
  end
  return result
end

-- A failed host is no warning to the operator here: its Result says so.
local function never()
  return false
end

-- Does something on each host of a call, several at a time.
local function on_hosts(call, act)
  local hosts, is_nested = call.hosts, work.is_nested()
  if not is_nested then
    budget.hand_over(#hosts)
  end
  local options = { parallel = call.parallel or 1, is_failure = never }
  local results = work.run(hosts, #hosts, options, function(host)
    return result_of(host, act, is_nested)
  end)
  if call.is_one then
    return results[1]
  end
  return results
end

-- Options of the call's tasks with one more.
local function with(options, name, value)
  local copy = {}
  for key, given in pairs(options) do
    copy[key] = given
  end
  copy[name] = value
  return copy
end

-- Waits for what was made, where the call does.
local function see_through(call, made)
  if call.waits and made then
    return call.fog.wait(made, call.wait)
  end
  return made
end

-- Makes a task of a host and sees it through.
local function carry_out(call, host, type, options)
  return see_through(call, call.fog.task(host, type, options or call.task))
end

-- Tells whether a task reads or writes a disk image.
local function is_imaging(call, task)
  for _, type in ipairs(call.fog.task_types()) do
    if type.id == task.typeID then
      return (type.kernelArgs or ""):find("^type=") ~= nil
    end
  end
  return true
end

-- Tells whether a host may be given another image: a running capture would write over that one.
local function may_change(call, host)
  for _, task in ipairs(host:tasks()) do
    if not call.task.replace or is_imaging(call, task) then
      return false
    end
  end
  return true
end

-- Makes a task of a host that has the image of the call, or gets it first.
--
-- The task is asked for even where the image could not be given: its own look at the host says what
-- holds, refuses any other image, and lets the run count the host as failed.
local function make_with_image(call, host, type)
  local image = call.image
  if not image then
    return call.fog.task(host, type, call.task)
  end
  local given, fault = true, nil
  if host.imageID ~= image.id and may_change(call, host) then
    given, fault = pcall(host.update, host, { image = image })
  end
  local made, task = pcall(call.fog.task, host, type, with(call.task, "image", image))
  if not made then
    error(given and task or fault, 0)
  end
  return task
end

-- Gives the job in which a host runs snapins after its image; nil where it has none to run.
local function snapin_job(call, host)
  local newest
  for _, job in ipairs(call.fog.snapin_jobs({ hostID = host })) do
    if job.stateID < 4 and (not newest or job.id > newest.id) then
      newest = job
    end
  end
  return newest
end

local bodies = {}

bodies["fog.deploy"] = function(call)
  return on_hosts(call, function(host)
    if call.snapins then
      host:snapins_add(call.snapins)
    end
    local task = make_with_image(call, host, "deploy")
    -- A host that is switched off afterwards runs them when somebody switches it on.
    local awaits = call.waits and call.task.snapins and not call.task.shutdown
    local job = awaits and snapin_job(call, host)
    local verdict = see_through(call, task)
    if not job or verdict.outcome ~= "done" then
      return verdict
    end
    return native.joined({ verdict, call.fog.wait(job, call.wait) })
  end)
end

bodies["fog.group_deploy"] = bodies["fog.deploy"]

bodies["fog.capture"] = function(call)
  return on_hosts(call, function(host)
    return see_through(call, make_with_image(call, host, "capture"))
  end)
end

bodies["fog.wake"] = function(call)
  local is_first = true
  if call.stagger > 0 then
    call.parallel = 1
  end
  return on_hosts(call, function(host)
    if not is_first and call.stagger > 0 then
      native.sleep(call.stagger)
    end
    is_first = false
    for packet = 0, call.retries do
      if packet > 0 then
        native.sleep(call.spacing)
      end
      call.fog.task(host, "wake")
    end
  end)
end

bodies["fog.inventory"] = function(call)
  return on_hosts(call, function(host)
    return carry_out(call, host, "inventory")
  end)
end

bodies["fog.run_snapins"] = function(call)
  return on_hosts(call, function(host)
    if not call.snapins then
      return carry_out(call, host, "all_snapins")
    end
    host:snapins_add(call.snapins)
    local ends = {}
    for index, snapin in ipairs(call.snapins) do
      local made = carry_out(call, host, "single_snapin", with(call.task, "snapin", snapin))
      ends[index] = made
      if call.waits and made.outcome ~= "done" then
        break
      end
    end
    return call.waits and native.joined(ends) or ends[1]
  end)
end

bodies["fog.wipe"] = function(call)
  return on_hosts(call, function(host)
    return carry_out(call, host, call.type)
  end)
end

--- Joins a verb's declaration and its body.
---
---@param name string As in "fog.deploy".
---@param prepare function Checks arguments and gives the call.
---@return function verb
return function(name, prepare)
  local body = bodies[name]
  return function(...)
    return body(prepare(...))
  end
end
