--- Wakes hosts one after the other and proves that they came.
---
--- FOG cannot tell whether a host has heard the packet that wakes it. So each host gets an
--- inventory task, is woken, and has come when it has read its hardware; that also brings the
--- inventory up to date. Between two hosts there is a pause, so that a room's fuse and the network
--- bear it. The task of a host that never came is called off, lest it runs some other day.
---
---     foghorn run wake-with-proof.lua --hosts "group:Lab A" --stagger 3s
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Calls off the task of a host that never came; says what became of it.
local function call_off(result)
  local number = result.verdict and result.verdict.task
  local task = number and fog.tasks({ id = number })[1]
  if not task or task.stateID > 2 then
    return nil
  end
  local ok, failure = pcall(fog.task_cancel, task)
  return ok and "its task is called off" or tostring(failure)
end

--- Wakes one host and waits for it; its row says how that went.
local function wake_host(host, row, args)
  flow.sleep(row.delay)
  row.result = "under way"
  local begun = time.now()
  local result = fog.inventory(host, {
    wake = true,
    shutdown = args.shutdown,
    never_checked_in = args.never_checked_in,
    interval = args.interval,
    name = "wake-with-proof",
  })
  row.result = result.ok and "came" or result.outcome
  row.time = time.words(time.now() - begun)
  row.note = result.evidence
  if result.outcome == "never_checked_in" then
    row.note = call_off(result) or row.note
  end
  return result
end

--- Prints who came: also where the run fails or is called off.
local function report_results(rows)
  local active = list.index_by(fog.tasks(), "hostID")
  for _, row in ipairs(rows) do
    local task = active[row.id]
    if task and row.result ~= "not begun" then
      row.note = string.format("task %d goes on: %s. %s", task.id, task.statename, row.note or "")
    end
  end
  table_view.print(rows, { columns = { "host", "result", "time", "note" } })
  local came = list.count_by(rows, "result").came or 0
  print(string.format("%d of %s came", came, text.count(#rows, "host")))
end

local function run(args)
  local rows = list.map(args.hosts, function(host)
    return { id = host.id, host = host.name, result = "not begun" }
  end)
  for index, row in ipairs(rows) do
    row.delay = (index - 1) * args.stagger
  end
  local words = "Wake %s, one every %s, and read their hardware? Those that run restart."
  fog.confirm(words:format(text.count(#rows, "host"), time.words(args.stagger)), #rows)

  flow.defer(report_results, rows)
  flow.budget("100%", { of = #rows })
  local row_of = list.index_by(rows, "id")
  flow.each(args.hosts, { parallel = math.max(1, #rows) }, function(host)
    return wake_host(host, row_of[host.id], args)
  end)
end

return workflow({
  summary = "Wakes hosts one after the other and proves that they came.",
  parameters = {
    hosts = { type = "hosts", required = true, help = "hosts to wake" },
    stagger = { type = "duration", default = "2s", help = "pause between two hosts" },
    shutdown = { type = "boolean", default = false, help = "switch them off afterwards" },
    never_checked_in = { type = "duration", default = "10m", help = "how long a host may boot" },
    interval = { type = "duration", default = "15s", min = 1, help = "time between two looks" },
  },
  permissions = { "read", "task:inventory" },
  run = run,
})
