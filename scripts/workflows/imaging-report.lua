--- Reports when each host was last imaged, which never were, and how images are used.
---
--- Changes nothing. Prints the hosts that were never imaged, then those that were long ago, and
--- hands over imaging.csv with all hosts for a spreadsheet and imaging.md for a wiki.
---
---     foghorn run imaging-report.lua --hosts "group:Lab A" --older-than 90d
local csv = require("csv")
local list = require("list")
local report = require("report")
local text = require("text")
local time = require("time")

--- Gives a row for each host, those never imaged first and then the oldest.
local function host_rows(hosts, now)
  local rows = list.map(hosts, function(host)
    return {
      host = host.name,
      image = host.imagename or "none",
      imaged = host.deployed and time.format(host.deployed, "%Y-%m-%d %H:%M") or "never",
      days = host.deployed and (now - host.deployed) // 86400,
      at = host.deployed or 0,
    }
  end)
  return list.sort_by(rows, "at")
end

--- Gives the deploys that ended, each with its seconds where they are known: FOG 1.5 notes an
--- imaging in one record, FOG 1.6 each of its states in one.
local function ended_deploys(records)
  local begun, ended = {}, {}
  for _, record in ipairs(list.sort_by(records, "id")) do
    local is_deploy = record.type == "down" or record.type == "Deploy"
    local finish = record.finish or record.stateID == 4 and record.start
    if is_deploy and finish then
      local start = record.finish and record.start or begun[record.hostID]
      ended[#ended + 1] = { image = record.image, at = finish, seconds = start and finish - start }
      begun[record.hostID] = nil
    elseif is_deploy and record.stateID == 3 and record.hostID then
      begun[record.hostID] = record.start
    end
  end
  return ended
end

--- Gives a row for each month and image: how often it was deployed and how long that took.
local function use_rows(records, since)
  local recent = list.filter(ended_deploys(records), function(deploy)
    return deploy.at >= since
  end)
  local groups, keys = list.group_by(recent, function(deploy)
    return time.format(deploy.at, "%Y-%m") .. "\t" .. (deploy.image or "unknown")
  end)
  return list.map(keys, function(key)
    local month, image = key:match("(.-)\t(.*)")
    local timed = list.filter(groups[key], "seconds")
    local average = #timed > 0 and time.words(list.sum(timed, "seconds") // #timed) or "unknown"
    return { month = month, image = image, deploys = #groups[key], average = average }
  end)
end

--- Counts who is never imaged, old, or neither.
local function count_ages(rows, limit)
  return list.count_by(rows, function(row)
    return not row.days and "never" or row.days * 86400 > limit and "old" or "recent"
  end)
end

local function add_rows(document, rows)
  for _, row in ipairs(rows) do
    document:row(row)
  end
end

local function run(args)
  local now = time.now()
  local rows = host_rows(args.hosts, now)
  local counts = count_ages(rows, args.older_than)
  local shown = list.filter(rows, function(row)
    return args.all or not row.days or row.days * 86400 > args.older_than
  end)

  local document = report.new("Imaging on " .. time.format(now, "%Y-%m-%d"))
  document:section("Hosts", { columns = { "host", "image", "imaged", "days" } })
  add_rows(document, shown)
  document:note(string.format(
    "%s: %d never imaged, %d more than %d days ago, %d since",
    text.count(#rows, "host"),
    counts.never or 0,
    counts.old or 0,
    args.older_than // 86400,
    counts.recent or 0
  ))
  document:section("Images", { columns = { "month", "image", "deploys", "average" } })
  add_rows(document, use_rows(fog.imaging_log(), now - args.history))

  print(document:text())
  fog.artifact("imaging.csv", csv.format(rows, { columns = { "host", "image", "imaged", "days" } }))
  fog.artifact("imaging.md", document:markdown())
end

return workflow({
  summary = "Reports when each host was last imaged, which never were, and how images are used.",
  parameters = {
    hosts = { type = "hosts", default = "*", help = "hosts to report on" },
    older_than = { type = "duration", default = "90d", help = "what counts as long ago" },
    all = { type = "boolean", default = false, help = "list the recently imaged ones too" },
    history = { type = "duration", default = "365d", help = "how far back deploys are counted" },
  },
  permissions = { "read" },
  run = run,
})
