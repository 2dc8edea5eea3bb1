--- Re-images the hosts of a group, a few at a time.
---
--- Gives each host the wanted image where it has another, wakes it, deploys, and waits for the
--- verdict. A host that is busy, has no image or was tasked by another run becomes a row of the
--- table; the others go on.
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local time = require("time")

--- Images one host and says how that went.
local function image_host(host, args, busy)
  local row = { host = host.name, result = "refused", time = "", note = "" }
  local ok, failure = pcall(function()
    local image = args.image
    if image and host.imageID ~= image.id and not busy[host.id] then
      host:update({ image = image })
    end
    local task = host:task("deploy", { wake = args.wake, name = "lab-rollout" })
    local verdict = fog.wait(task, {
      never_checked_in = args.never_checked_in,
      stalled = args.stalled,
      interval = args.interval,
    })
    row.result = verdict.outcome
    row.time = time.words(verdict.seconds)
    if verdict.outcome ~= "done" then
      row.note = verdict.evidence
    end
  end)
  if not ok then
    if type(failure) ~= "userdata" or failure.code == "cancelled" then
      error(failure, 0)
    end
    row.result = failure.code
    row.note = failure.message
  end
  return row
end

--- Says in words what is about to happen.
local function announcement(hosts, args)
  local what = "each host's own image"
  if args.image then
    what = string.format('image "%s"', args.image.name)
  end
  return string.format(
    'Deploy %s to %d hosts of group "%s", at most %d at a time. Their disks are overwritten.',
    what,
    #hosts,
    args.group.name,
    args.parallel
  )
end

local function run(args)
  local hosts = args.group:hosts()
  if #hosts == 0 then
    print(string.format('group "%s" has no hosts', args.group.name))
    return
  end
  fog.confirm(announcement(hosts, args), #hosts)

  local busy = {}
  for _, task in ipairs(fog.tasks()) do
    if task.hostID then
      busy[task.hostID] = true
    end
  end
  local rows = flow.each(hosts, { parallel = args.parallel }, function(host)
    return image_host(host, args, busy)
  end)

  table_view.print(rows, { columns = { "host", "result", "time", "note" } })
  local done = list.count_by(rows, "result").done or 0
  print(string.format("%d of %d hosts done", done, #rows))
end

return workflow({
  summary = "Re-images the hosts of a group, a few at a time.",
  parameters = {
    group = { type = "group", required = true, help = "group to image" },
    image = { type = "image", help = "image to assign first; each host's own if absent" },
    parallel = { type = "integer", default = 8, min = 1, max = 200, help = "hosts at a time" },
    wake = { type = "boolean", default = true, help = "wake the hosts" },
    never_checked_in = {
      type = "duration",
      default = "15m",
      help = "give a host up that has not checked in by then",
    },
    stalled = {
      type = "duration",
      default = "10m",
      help = "give a host up after so long without progress",
    },
    interval = { type = "duration", default = "10s", min = 1, help = "time between two looks" },
  },
  permissions = { "read", "write:host", "task:deploy" },
  run = run,
})
