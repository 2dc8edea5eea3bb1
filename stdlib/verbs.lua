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
local function result_of(host, act)
  local ok, value = pcall(act, host)
  local code = not ok and native.code(value)
  if not ok and (not code or endings[code]) then
    error(value, 0)
  end
  local result = native.result(host, value)
  if not result.ok then
    budget.note(host, result.error or result.verdict)
  end
  return result
end

-- Does something on each host of a call, several at a time.
local function on_hosts(call, act)
  local hosts = call.hosts
  budget.hand_over(#hosts)
  local results = work.run(hosts, #hosts, { parallel = call.parallel or 1 }, function(host)
    return result_of(host, act)
  end)
  if call.is_one then
    return results[1]
  end
  return results
end

-- Gives a host the image of the call. A running task would take the new image half way.
local function assign_image(call, host)
  local image = call.image
  if not image or host.imageID == image.id then
    return
  end
  local task = host:tasks()[1]
  if task then
    local words = '%s has to do "%s" and keeps its image'
    local hint = "wait for it, or call it off with host:cancel_tasks()"
    error(native.failure("conflict", words:format(host.name, task.name), hint), 0)
  end
  host:update({ image = image })
end

-- Makes a task of a host and sees it through.
local function carry_out(call, host, type, options)
  local made = call.fog.task(host, type, options or call.task)
  if call.waits and made then
    return call.fog.wait(made, call.wait)
  end
  return made
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

local bodies = {}

bodies["fog.deploy"] = function(call)
  return on_hosts(call, function(host)
    assign_image(call, host)
    if call.snapins then
      host:snapins_add(call.snapins)
    end
    return carry_out(call, host, "deploy")
  end)
end

bodies["fog.capture"] = function(call)
  return on_hosts(call, function(host)
    assign_image(call, host)
    return carry_out(call, host, "capture")
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
    call.fog.task(host, "wake")
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
