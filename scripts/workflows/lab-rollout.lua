--- Re-images the hosts of a group, a few at a time.
---
--- Gives each host the wanted image where it has another, wakes it, deploys, and waits for the
--- verdict. A host that is busy, has no image or was tasked by another run becomes a row of the
--- table; the others go on.
local flow = require("flow")

--- Says how long something took, as in "5m 03s".
local function duration(seconds)
  if seconds < 60 then
    return string.format("%ds", seconds)
  end
  if seconds < 3600 then
    return string.format("%dm %02ds", seconds // 60, seconds % 60)
  end
  return string.format("%dh %02dm", seconds // 3600, seconds % 3600 // 60)
end

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
    row.time = duration(verdict.seconds)
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

--- Prints the rows below aligned headings.
local function print_table(rows)
  local columns = { "host", "result", "time", "note" }
  local width = {}
  for _, column in ipairs(columns) do
    width[column] = utf8.len(column)
    for _, row in ipairs(rows) do
      width[column] = math.max(width[column], utf8.len(row[column]) or #row[column])
    end
  end
  local function line(row)
    local cells = {}
    for _, column in ipairs(columns) do
      local text = row[column]
      cells[#cells + 1] = text .. string.rep(" ", width[column] - (utf8.len(text) or #text))
    end
    print((table.concat(cells, "  "):gsub("%s+$", "")))
  end
  line({ host = "HOST", result = "RESULT", time = "TIME", note = "NOTE" })
  for _, row in ipairs(rows) do
    line(row)
  end
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

  print_table(rows)
  local done = 0
  for _, row in ipairs(rows) do
    if row.result == "done" then
      done = done + 1
    end
  end
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
