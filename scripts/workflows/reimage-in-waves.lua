--- Re-images a room in waves: one host first, then a few, then the rest.
---
--- Shows each host with the image that it has and the one that it gets, and who is left out and
--- why, and asks. The first host is a canary: where it fails, no other is begun. Once more hosts
--- have failed than may fail, nothing new starts, and what is under way is finished.
---
--- Run it again for those that were not done: hosts imaged in the last 12 hours are left out.
---
---     foghorn run reimage-in-waves.lua --hosts "group:Lab A" --image "Windows 11"
---     foghorn run reimage-in-waves.lua --hosts "group:Lab A" --window 22:00-06:00 --yes
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Says why a host is left out; nil for one that is imaged.
local function reason_to_skip(host, image, busy, args)
  if busy[host.id] then
    return string.format("busy: %s, %s", busy[host.id].typename, busy[host.id].statename)
  elseif host.pending then
    return "its registration awaits approval"
  elseif not image then
    return "has no image; give it one, or name one with --image"
  elseif not image.isEnabled then
    return string.format('image "%s" is disabled', image.name)
  end
  local age = host.deployed and time.now() - host.deployed
  if host.imageID == image.id and age and age < args.skip_imaged then
    return "imaged " .. time.age(host.deployed)
  end
  return nil
end

--- Gives a row for each host, and the hosts that are imaged.
local function plan(args)
  local images = list.index_by(fog.images(), "id")
  local busy = list.index_by(fog.tasks(), "hostID")
  local rows, chosen = {}, {}
  for _, host in ipairs(args.hosts) do
    local image = args.image or images[host.imageID]
    local reason = reason_to_skip(host, image, busy, args)
    local row = { id = host.id, host = host.name, has = host.imagename or "none" }
    row.gets = not reason and image.name or ""
    row.result = reason and "left out" or "not begun"
    row.note = reason
    rows[#rows + 1] = row
    if not reason then
      chosen[#chosen + 1] = host
    end
  end
  return rows, chosen
end

--- Images one host; its row says how that went.
local function image_host(host, row, args)
  row.result = "under way"
  local result = host:deploy({
    image = args.image,
    wake = args.wake,
    shutdown = args.shutdown,
    snapins = args.snapins,
    never_checked_in = args.never_checked_in,
    stalled = args.stalled,
    interval = args.interval,
    name = "reimage-in-waves",
  })
  row.result = result.outcome
  row.time = result.seconds and time.words(result.seconds)
  row.note = result.evidence
  return result
end

--- Prints how it went: also where the run fails or is called off.
local function report_results(rows)
  local active = list.index_by(fog.tasks(), "hostID")
  for _, row in ipairs(rows) do
    local task = active[row.id]
    if task and row.result ~= "left out" then
      row.note = string.format("task %d goes on: %s. %s", task.id, task.statename, row.note or "")
    end
  end
  table_view.print(rows, { columns = { "host", "gets", "result", "time", "note" } })
  local counts = list.count_by(rows, "result")
  print(string.format("%d of %s done", counts.done or 0, text.count(#rows, "host")))
end

--- Says which share or size does not hold; nil where all do.
local function fault_of(args)
  for _, size in ipairs(args.waves) do
    local number, sign = size:match("^(%d+)(%%?)$")
    local fits = size == "rest" or number and tonumber(number) > 0
    if not fits or sign == "%" and tonumber(number) > 100 then
      return string.format('--waves takes sizes such as 1, 10%% and rest, not "%s"', size)
    end
  end
  local share = args.may_fail:match("^(%d+)%%$")
  if share and tonumber(share) > 100 then
    return string.format('--may-fail takes up to 100%%, not "%s"', args.may_fail)
  end
  return nil
end

local function run(args)
  local rows, chosen = plan(args)
  table_view.print(rows, { columns = { "host", "has", "gets", "note" } })
  if #chosen == 0 then
    print("nothing to image")
    return
  end
  local question = "Image %s, %d at a time, in waves of %s? Their disks are overwritten."
  local waves = text.join(args.waves, { last = ", " })
  fog.confirm(question:format(text.count(#chosen, "host"), args.parallel, waves), #chosen)

  local row_of = list.index_by(rows, "id")
  flow.budget(args.may_fail, { of = #chosen })
  flow.defer(report_results, rows)
  local options = { parallel = args.parallel, soak = args.soak }
  function options.gate(wave)
    local is_good = list.find(wave.results, "ok") ~= nil
    return is_good, not is_good and "no host of the wave was done" or nil
  end
  flow.within(args.window, function()
    flow.waves(chosen, args.waves, options, function(host)
      return image_host(host, row_of[host.id], args)
    end)
  end)
end

return workflow({
  summary = "Re-images a room in waves: one host first, then a few, then the rest.",
  parameters = {
    hosts = { type = "hosts", required = true, help = 'hosts to image, as in "group:Lab A"' },
    image = { type = "image", help = "image to assign first; each host's own if absent" },
    waves = {
      type = "string",
      list = true,
      default = { "1", "10%", "rest" },
      help = "size of a wave: a number, a share, or rest",
    },
    parallel = { type = "integer", default = 8, min = 1, max = 200, help = "hosts at a time" },
    may_fail = {
      type = "string",
      default = "10%",
      pattern = "%d+%%?",
      form = "a number or a share, as in 3 or 10%",
      help = "how many hosts may fail",
    },
    soak = { type = "duration", default = "0s", help = "pause between two waves" },
    skip_imaged = { type = "duration", default = "12h", help = "leave out who was imaged since" },
    window = {
      type = "string",
      default = "00:00-24:00",
      pattern = "%d%d:%d%d%-%d%d:%d%d",
      form = "two times of day, as in 22:00-06:00",
      help = "when hosts may be begun",
    },
    snapins = { type = "boolean", default = false, help = "run each host's snapins afterwards" },
    shutdown = { type = "boolean", default = false, help = "switch hosts off afterwards" },
    wake = { type = "boolean", default = true, help = "wake the hosts" },
    never_checked_in = { type = "duration", default = "15m", help = "how long a host may boot" },
    stalled = { type = "duration", default = "10m", help = "how long without progress" },
    interval = { type = "duration", default = "15s", min = 1, help = "time between two looks" },
  },
  permissions = { "read", "write:host", "task:deploy" },
  check = fault_of,
  run = run,
})
