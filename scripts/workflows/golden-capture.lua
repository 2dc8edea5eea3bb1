--- Captures the golden machine into its image, if nobody is using that image.
---
--- Made for cron, once a month. Before it starts it sees that the image is enabled and not
--- protected, that no host deploys or captures it, and that the machine is free; afterwards, that
--- the server's record of the image has changed. With --dated the capture goes into a new image
--- of that name with the date, which the machine then has; older ones stay until you delete them.
---
---     foghorn run golden-capture.lua --host pc-001 --image "Windows 11"
---     foghorn run golden-capture.lua --host pc-001 --image "Windows 11" --dated --wait 4h --yes
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Gives the name of the image to capture into; an image's name has at most 40 characters.
local function target_name(args)
  if not args.dated then
    return args.image.name
  end
  return args.image.name:sub(1, 29) .. " " .. time.format(time.now(), "%Y-%m-%d")
end

--- Makes an image like another one.
local function make_image(name, like)
  return fog.image_create({
    name = name,
    path = (name:gsub("[^%w_-]", "")),
    osID = like.osID,
    imageTypeID = like.imageTypeID,
    imagePartitionTypeID = like.imagePartitionTypeID,
  })
end

--- Says why the image cannot be captured now; nil where it can. A new image has no record yet.
local function obstacle(host, image)
  if image and not image.isEnabled then
    return string.format('image "%s" is disabled', image.name)
  elseif image and image.protected then
    return string.format('image "%s" is protected against captures', image.name)
  end
  local tasks = image and image:in_use() or {}
  if #tasks > 0 then
    local names = list.map(tasks, function(task)
      return task.hostname or "a host that is gone"
    end)
    return string.format('image "%s" is in use by %s', image.name, text.join(names, { limit = 5 }))
  end
  local own = host:tasks()[1]
  return own and string.format("%s is busy: %s, %s", host.name, own.typename, own.statename)
end

--- Waits until nothing stands in the way, as long as the operator allows.
local function wait_for_peace(host, name, args)
  local deadline = time.now() + args.wait
  local reason = obstacle(host, fog.find_image(name))
  while reason and time.now() < deadline do
    print("waiting: " .. reason)
    flow.sleep(math.min(args.look, math.max(1, deadline - time.now())))
    reason = obstacle(host, fog.find_image(name))
  end
  if reason then
    error("nothing was captured: " .. reason, 0)
  end
end

--- Prints what the server noted of the image before and after.
local function report_change(before, row)
  local after = fog.image(before.id)
  local function line(state, image)
    return {
      image = image.name,
      record = state,
      captured = image.deployed and time.format(image.deployed) or "never",
      size = image.size,
      server = image.srvsize,
    }
  end
  local rows = { line("before", before), line("after", after) }
  table_view.print(rows, { columns = { "image", "record", "captured", "size", "server" } })
  print(string.format("%s: %s", row.host, row.result))
  for _, task in ipairs(after:in_use()) do
    print(string.format("task %d on %s goes on: %s", task.id, task.hostname, task.statename))
  end
end

local function run(args)
  local host, name = args.host, target_name(args)
  wait_for_peace(host, name, args)
  local question = 'Capture %s into image "%s"? What the image holds now is replaced.'
  fog.confirm(question:format(host.name, name), 1)

  local before = fog.find_image(name) or make_image(name, args.image)
  local row = { host = host.name, result = "called off before it ended" }
  flow.defer(report_change, before, row)
  local result = fog.capture(host, {
    image = before,
    wake = args.wake,
    shutdown = args.shutdown,
    never_checked_in = args.never_checked_in,
    stalled = args.stalled,
    interval = args.interval,
    name = "golden-capture",
  })
  row.result = tostring(result):gsub("^[^:]*: ", "")
  local is_new = fog.image(before.id).deployed ~= before.deployed
  if result.ok and not is_new then
    error("the task ended, but the image's record has not changed: look at the node's disk", 0)
  end
end

return workflow({
  summary = "Captures the golden machine into its image, if nobody is using that image.",
  parameters = {
    host = { type = "host", required = true, help = "the golden machine" },
    image = { type = "image", required = true, help = "image to capture into" },
    dated = { type = "boolean", default = false, help = "make a new image with the date instead" },
    wait = { type = "duration", default = "0s", help = "how long to wait until nobody uses it" },
    look = { type = "duration", default = "5m", min = 10, help = "how often to see whether it is" },
    wake = { type = "boolean", default = true, help = "wake the machine" },
    shutdown = { type = "boolean", default = false, help = "switch it off afterwards" },
    never_checked_in = { type = "duration", default = "15m", help = "how long it may boot" },
    stalled = { type = "duration", default = "20m", help = "how long without progress" },
    interval = { type = "duration", default = "15s", min = 1, help = "time between two looks" },
  },
  permissions = { "read", "write:host", "write:image", "task:capture" },
  run = run,
})
