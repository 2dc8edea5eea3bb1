--- Finds hosts that nobody cares for: never imaged, long ago, no image, no inventory.
---
--- Each host that has one of these is a row with all its reasons. Nothing changes, unless you name
--- a group with --into-group: then the rows become its members, so that you find them on FOG's
--- pages and can act on them there. No host is deleted.
---
---     foghorn run stale-hosts.lua --older-than 365d
---     foghorn run stale-hosts.lua --reasons "never imaged" --into-group Stale
local csv = require("csv")
local list = require("list")
local table_view = require("table_view")
local text = require("text")
local time = require("time")

--- Gives the reasons for which a host is stale.
local function reasons_of(host, has_inventory, args)
  local now, reasons = time.now(), {}
  local registered = host.createdTime and now - host.createdTime
  if host.pending then
    reasons[#reasons + 1] = "pending"
  end
  if not host.deployed and (not registered or registered >= args.grace) then
    reasons[#reasons + 1] = "never imaged"
  elseif host.deployed and now - host.deployed > args.older_than then
    reasons[#reasons + 1] = "imaged long ago"
  end
  if not host.imageID then
    reasons[#reasons + 1] = "no image"
  end
  if not has_inventory then
    reasons[#reasons + 1] = "no inventory"
  end
  return reasons
end

--- Tells whether one of a host's reasons is wanted.
local function is_wanted(reasons, args)
  if #args.reasons == 0 then
    return #reasons > 0
  end
  return list.find(reasons, function(reason)
    return list.contains(args.reasons, reason)
  end) ~= nil
end

--- Gives a row for each stale host, those with the most reasons first.
local function stale_rows(args)
  local inventories = list.index_by(fog.inventories(), "hostID")
  local rows = {}
  for _, host in ipairs(args.hosts) do
    local reasons = reasons_of(host, inventories[host.id] ~= nil, args)
    if is_wanted(reasons, args) then
      rows[#rows + 1] = {
        object = host,
        host = host.name,
        mac = host.primac,
        image = host.imagename or "none",
        imaged = time.age(host.deployed),
        count = #reasons,
        reasons = text.join(reasons, { last = ", " }),
      }
    end
  end
  return list.sort_by(rows, "count", { descending = true })
end

--- Puts the hosts of the rows into a group, which is made where there is none.
local function put_into_group(rows, name)
  local group = fog.find_group(name)
  local question = group and "Add %s to group %s?" or "Add %s to a new group %s?"
  fog.confirm(question:format(text.count(#rows, "host"), name), #rows)
  group = group or fog.group_create({ name = name, description = "found by stale-hosts.lua" })
  local added = group:add(list.map(rows, "object"))
  print(string.format("%d added to %s, %d were in it", added, name, #rows - added))
end

local function run(args)
  local rows = stale_rows(args)
  local columns = { "host", "mac", "image", "imaged", "reasons" }
  table_view.print(rows, { columns = columns })
  print(string.format("%d of %s stale", #rows, text.count(#args.hosts, "host")))
  fog.artifact("stale.csv", csv.format(rows, { columns = columns }))
  if args.into_group and #rows > 0 then
    put_into_group(rows, args.into_group)
  end
end

return workflow({
  summary = "Finds hosts that nobody cares for: never imaged, long ago, no image, no inventory.",
  parameters = {
    hosts = { type = "hosts", default = "*", help = "hosts to look at" },
    older_than = { type = "duration", default = "180d", help = "what counts as long ago" },
    grace = { type = "duration", default = "14d", help = "how long a new host may wait" },
    reasons = {
      type = "choice",
      list = true,
      default = {},
      choices = { "pending", "never imaged", "imaged long ago", "no image", "no inventory" },
      help = "reasons to look for; all if none",
    },
    into_group = { type = "string", length = { 1, 50 }, help = "group to put them into" },
  },
  permissions = { "read", "write:group" },
  run = run,
})
