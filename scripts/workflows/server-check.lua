--- Checks the server before a big day: storage nodes, images, settings, tasks that hang.
---
--- Changes nothing. Each thing that was looked at is a row: ok, warning (somebody should look) or
--- fault (hosts will fail to image). The run fails where there is a fault, so that cron or your
--- monitoring notices. Settings are held to what you expect with --expect.
---
---     foghorn run server-check.lua --expect FOG_TZ_INFO=Europe/Berlin --min-free 4
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

local order = { fault = 1, warning = 2, ok = 3 }

--- Says what is wrong with a storage node: state and words.
local function judge_node(node, args)
  if not node.isEnabled then
    return "warning", "is disabled: no host uses it"
  elseif not node.online then
    return "fault", "does not answer at " .. (node.ip or "no address")
  elseif node.maxClients == 0 then
    return "fault", "serves no client: its number of clients is 0"
  elseif not node.free_slots then
    return "warning", "its load is not told"
  elseif node.free_slots < args.min_free then
    local words = "has %d of %d slots free, %d are wanted"
    return "warning", words:format(node.free_slots, node.maxClients, args.min_free)
  end
  return "ok", string.format("%d of %d slots free", node.free_slots, node.maxClients)
end

local function check_nodes(add, args)
  local nodes = fog.storage_nodes()
  for _, node in ipairs(nodes) do
    -- FOG 1.6 tells load and reachability only of a single node.
    add("storage node", node.name, judge_node(fog.storage_node(node.id), args))
  end
  local groups = list.group_by(nodes, "storagegroupID")
  for _, group in ipairs(fog.storage_groups()) do
    local masters = list.filter(groups[group.id] or {}, function(node)
      return node.isMaster and node.isEnabled
    end)
    if #masters == 1 then
      add("storage group", group.name, "ok", "its master is " .. masters[1].name)
    else
      add("storage group", group.name, "fault", "needs one enabled master, has " .. #masters)
    end
  end
end

--- Sees that what hosts have assigned can be deployed.
local function check_images(add)
  local users = list.group_by(fog.hosts(), "imageID")
  for _, image in ipairs(fog.images()) do
    local count = #(users[image.id] or {})
    local words = "assigned to " .. text.count(count, "host")
    if count > 0 and not image.isEnabled then
      add("image", image.name, "fault", words .. ", but disabled")
    elseif count > 0 and #image:storage_groups() == 0 then
      add("image", image.name, "fault", words .. ", but in no storage group")
    else
      add("image", image.name, "ok", words)
    end
  end
end

--- Finds tasks that nothing will ever end.
local function check_tasks(add, args)
  local found = 0
  for _, task in ipairs(fog.tasks()) do
    local age = task.createdTime and time.now() - task.createdTime or 0
    local why = not task.hostID and "has no host"
      or age > args.task_age and "is active since " .. time.age(task.createdTime)
    if why then
      found = found + 1
      add("task", string.format("%d on %s", task.id, task.hostname or "no host"), "warning", why)
    end
  end
  if found == 0 then
    add("tasks", "all", "ok", "none is older than " .. time.words(args.task_age))
  end
end

local setting_form = "^%s*([%w_]+)%s*=%s*(.-)%s*$"

--- Says which expectation is none; nil where all are.
local function fault_of(args)
  for _, expected in ipairs(args.expect) do
    if not expected:find(setting_form) then
      return string.format('--expect takes NAME=VALUE, as in FOG_TZ_INFO=UTC, not "%s"', expected)
    end
  end
  return nil
end

--- Compares settings with what the operator expects.
local function check_settings(add, args)
  for _, expected in ipairs(args.expect) do
    local name, value = expected:match(setting_form)
    local setting = fog.find_setting(name)
    if not setting then
      add("setting", name, "fault", "the server has none of that name")
    elseif setting.isSecret then
      add("setting", name, "warning", "is secret: nobody can compare it")
    elseif (setting.value or "") == value then
      add("setting", name, "ok", "is " .. value)
    else
      local words = string.format('is "%s", not "%s"', setting.value or "", value)
      add("setting", name, "fault", words)
    end
  end
end

local function run(args)
  local rows, info = {}, fog.info()
  local function add(what, name, state, words)
    rows[#rows + 1] = { what = what, name = name, state = state, note = words, rank = order[state] }
  end
  add("server", info.url, "ok", string.format("FOG %s, zone %s", info.version, info.zone))
  check_nodes(add, args)
  check_images(add)
  check_tasks(add, args)
  check_settings(add, args)

  rows = list.sort_by(rows, "rank")
  table_view.print(rows, { columns = { "state", "what", "name", "note" } })
  local counts = list.count_by(rows, "state")
  local faults, warnings = counts.fault or 0, counts.warning or 0
  print(string.format("%s, %s", text.count(faults, "fault"), text.count(warnings, "warning")))
  if faults > 0 then
    error("the server has " .. text.count(faults, "fault"), 0)
  end
end

return workflow({
  summary = "Checks the server before a big day: storage nodes, images, settings, tasks that hang.",
  parameters = {
    min_free = { type = "integer", default = 2, min = 0, help = "free slots a node should have" },
    task_age = { type = "duration", default = "1d", help = "age from which a task hangs" },
    expect = {
      type = "string",
      list = true,
      default = {},
      help = "what a setting should be, as in FOG_TZ_INFO=UTC",
    },
  },
  permissions = { "read" },
  check = fault_of,
  run = run,
})
