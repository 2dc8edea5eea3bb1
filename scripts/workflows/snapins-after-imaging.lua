--- Runs snapins on hosts and says what each returned; with --deploy after imaging them.
---
--- Assigns the named snapins and runs them in one step, or runs all that a host has; after imaging,
--- FOG runs all that a host has, the named ones among them. What returns a code that is not in
--- --exit-codes is run again, up to --retries times. Where a host is busy or never answers, that is
--- its row; the others go on.
---
---     foghorn run snapins-after-imaging.lua --hosts "group:Lab A" --snapin 7-Zip
---     foghorn run snapins-after-imaging.lua --hosts "group:Lab A" --deploy --exit-codes 3010
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Runs the snapins of one host, after its image where that is wanted.
local function attempt(host, args, snapins, has_image)
  local options = {
    wake = args.wake,
    parallel = 1,
    never_checked_in = args.never_checked_in,
    stalled = args.stalled,
    interval = args.interval,
    exit_codes = list.concat({ 0 }, args.exit_codes),
    name = "snapins-after-imaging",
  }
  if args.deploy and not has_image then
    options.image = args.image
    options.snapins = #args.snapin > 0 and args.snapin or true
    return host:deploy(options)
  end
  return host:run_snapins(snapins, options)
end

--- Gives the snapins of a result that did not return what they should.
local function failed_snapins(result, args)
  return list.filter(result.snapins or {}, function(snapin)
    local code = snapin.exit_code
    return code and code ~= 0 and not list.contains(args.exit_codes, code)
  end)
end

--- Works on one host until all went well or nothing more is to be tried.
local function work_on(host, row, args)
  row.result = "under way"
  local codes, snapins = {}, #args.snapin > 0 and args.snapin or nil
  local result, has_image
  for try = 1, args.retries + 1 do
    result = attempt(host, args, snapins, has_image)
    row.tries = try
    for _, snapin in ipairs(result.snapins or {}) do
      codes[snapin.name] = snapin.exit_code or snapin.state
    end
    row.exit_codes = text.join(list.map(list.keys(codes), function(name)
      return string.format("%s %s", name, codes[name])
    end), { last = ", " })
    local failed = failed_snapins(result, args)
    if result.ok or #failed == 0 then
      break
    end
    snapins, has_image = list.map(failed, "name"), true
  end
  row.result, row.note = result.outcome, result.evidence
  row.time = result.seconds and time.words(result.seconds)
  return result
end

--- Prints how it went: also where the run fails or is called off.
local function report_results(rows)
  local active = list.index_by(fog.tasks(), "hostID")
  for _, row in ipairs(rows) do
    local task = active[row.id]
    if task and row.result ~= "not begun" then
      row.note = string.format("task %d goes on: %s. %s", task.id, task.statename, row.note or "")
    end
  end
  local columns = { "host", "result", "tries", "exit_codes", "time", "note" }
  table_view.print(rows, { columns = columns })
  local done = list.count_by(rows, "result").done or 0
  print(string.format("%d of %s done", done, text.count(#rows, "host")))
end

--- Says in words what is about to happen.
local function announcement(args)
  local names = list.map(args.snapin, "name")
  local what = #names > 0 and "snapins " .. text.join(names) or "all of their snapins"
  if not args.deploy then
    return string.format("Run %s on %s?", what, text.count(#args.hosts, "host"))
  end
  local image = args.image and string.format('image "%s"', args.image.name) or "their own images"
  local form = "Deploy %s to %s, then run %s? Their disks are overwritten."
  local all = #names > 0 and "all of their snapins and " .. text.join(names) or what
  return form:format(image, text.count(#args.hosts, "host"), all)
end

--- Says what does not go together; nil where all does.
local function fault_of(args)
  return args.image and not args.deploy and "--image goes with --deploy" or nil
end

local function run(args)
  local rows = list.map(args.hosts, function(host)
    return { id = host.id, host = host.name, result = "not begun" }
  end)
  fog.confirm(announcement(args), #rows)
  flow.budget(args.may_fail, { of = #rows })
  flow.defer(report_results, rows)
  local row_of = list.index_by(rows, "id")
  flow.each(args.hosts, { parallel = args.parallel }, function(host)
    return work_on(host, row_of[host.id], args)
  end)
end

return workflow({
  summary = "Runs snapins on hosts and says what each returned; with --deploy after imaging them.",
  parameters = {
    hosts = { type = "hosts", required = true, help = "hosts to work on" },
    snapin = { type = "snapin", list = true, default = {}, help = "snapin; all its own if none" },
    deploy = { type = "boolean", default = false, help = "image the hosts first" },
    image = { type = "image", help = "with --deploy: image to assign first" },
    exit_codes = { type = "integer", list = true, default = {}, help = "code as good as 0" },
    retries = { type = "integer", default = 1, min = 0, max = 5, help = "how often to try again" },
    parallel = { type = "integer", default = 8, min = 1, max = 200, help = "hosts at a time" },
    may_fail = {
      type = "string",
      default = "25%",
      pattern = "%d+%%?",
      form = "a number or a share, as in 3 or 10%",
      help = "how many hosts may fail",
    },
    wake = { type = "boolean", default = true, help = "wake the hosts" },
    never_checked_in = { type = "duration", default = "20m", help = "how long a host may boot" },
    stalled = { type = "duration", default = "20m", help = "how long without progress" },
    interval = { type = "duration", default = "15s", min = 1, help = "time between two looks" },
  },
  permissions = { "read", "write:host", "task:deploy", "task:all_snapins", "task:single_snapin" },
  check = fault_of,
  run = run,
})
