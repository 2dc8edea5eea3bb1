--- Watches what runs on the server until it has ended, and says how.
---
--- Shows who images, how far each is, how fast and until when, and why the others wait: not
--- booted yet, in the queue, waiting for a multicast session. It makes nothing and cancels
--- nothing: call it off with Ctrl-C at any time, or look only once with --once.
---
---     foghorn run watch-tasks.lua --group "Lab A"
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Gives the active tasks of the wanted hosts, those that are furthest first.
local function watched_tasks(args)
  local wanted = args.group and list.index_by(args.group:hosts(), "id")
  local tasks = list.filter(fog.tasks(), function(task)
    return not wanted or wanted[task.hostID] ~= nil
  end)
  return list.sort_by(list.sort_by(tasks, "hostname"), "percent", { descending = true })
end

--- Says why a task does not move; empty for one that images.
local function reason_of(task)
  if not task.hostID then
    return "has no host: nothing will ever run it; cancel it"
  elseif task.percent > 0 then
    return ""
  end
  local ok, reason = pcall(fog.why, task.hostID)
  return ok and reason.text or tostring(reason)
end

--- Prints what runs now.
local function show(tasks, args)
  local rows = {}
  for _, task in ipairs(list.take(tasks, args.limit)) do
    rows[#rows + 1] = {
      task = task.id,
      host = task.hostname or "none",
      type = task.typename,
      state = task.statename,
      percent = task.percent,
      rate = task.bpm,
      left = task.timeRemaining,
      since = task.createdTime and time.age(task.createdTime),
      why = reason_of(task),
    }
  end
  local columns = { "host", "task", "type", "state", "percent", "rate", "left", "since", "why" }
  table_view.print(rows, { columns = columns })
  if #tasks > args.limit then
    print(string.format("… and %s more", text.count(#tasks - args.limit, "task")))
  end
end

--- Waits for one task; its row says how it ended.
local function follow(task, row, args)
  local ok, verdict = pcall(fog.wait, task, {
    never_checked_in = args.never_checked_in,
    stalled = args.stalled,
    interval = args.interval,
  })
  if ok then
    row.outcome = verdict.outcome
    row.note = verdict.outcome ~= "done" and verdict.evidence or nil
  elseif type(verdict) == "userdata" and verdict.code ~= "cancelled" then
    row.outcome, row.note = verdict.code, verdict.message
  else
    error(verdict, 0)
  end
end

--- Prints how each ended: also where the watch is called off.
local function report_ends(rows)
  table_view.print(rows, { columns = { "host", "task", "type", "outcome", "note" } })
  local counts = list.count_by(rows, "outcome")
  local words = list.map(list.keys(counts), function(outcome)
    return counts[outcome] .. " " .. outcome
  end)
  print(text.join(words))
end

local function run(args)
  local tasks = watched_tasks(args)
  if #tasks == 0 then
    print("nothing runs")
    return
  end
  show(tasks, args)
  if args.once then
    return
  end
  local rows = list.map(tasks, function(task)
    local row = { task = task.id, host = task.hostname, type = task.typename }
    row.outcome = "still active"
    return row
  end)
  flow.defer(report_ends, rows)
  local row_of = list.index_by(rows, "task")
  flow.each(tasks, { parallel = #tasks }, function(task)
    follow(task, row_of[task.id], args)
  end)
end

return workflow({
  summary = "Watches what runs on the server until it has ended, and says how.",
  parameters = {
    group = { type = "group", help = "group to watch; every host if absent" },
    once = { type = "boolean", default = false, help = "look once and do not wait" },
    limit = { type = "integer", default = 40, min = 1, help = "tasks to show at the beginning" },
    never_checked_in = { type = "duration", default = "30m", help = "how long a host may boot" },
    stalled = { type = "duration", default = "15m", help = "how long without progress" },
    interval = { type = "duration", default = "15s", min = 1, help = "time between two looks" },
  },
  permissions = { "read" },
  run = run,
})
