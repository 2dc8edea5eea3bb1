--- Takes the addresses of shared USB adapters from the hosts that booted with them.
---
--- A host that was registered or booted through a shared adapter keeps its address, and the next
--- one that boots through it is taken for that host: it gets its name and its image. Without
--- --adapter the beginnings of all further addresses are listed, so that you see what is shared.
--- With it, each host that has such an address is shown; a host always keeps one address, and
--- where the primary one goes, another becomes it. Nothing changes until you add --apply.
---
---     foghorn run shared-macs.lua
---     foghorn run shared-macs.lua --adapter 00:e0:4c --apply
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")

--- Gives the addresses that are in use, by host.
local function addresses()
  return list.filter(fog.macs(), function(mac)
    return mac.mac and mac.hostID and not mac.pending
  end)
end

--- Lists the beginnings of all addresses that are not their host's primary one.
local function show_beginnings(macs, names)
  local extra = list.filter(macs, function(mac)
    return not mac.primary
  end)
  local groups, keys = list.group_by(extra, function(mac)
    return mac.mac:sub(1, 8)
  end)
  local rows = list.map(keys, function(key)
    local hosts = list.uniq(list.map(groups[key], function(mac)
      return names[mac.hostID] or "none"
    end))
    local shown = text.join(list.sort_by(hosts), { limit = 3 })
    return { adapter = key, hosts = #hosts, seen_on = shown }
  end)
  rows = list.sort_by(rows, "hosts", { descending = true })
  table_view.print(rows, { columns = { "adapter", "hosts", "seen_on" } })
  print("name the shared ones with --adapter")
end

--- Tells whether an address begins as one of the adapters does.
local function is_shared(mac, adapters)
  return list.find(adapters, function(adapter)
    local beginning = adapter:gsub("%-", ":"):lower()
    return mac.mac:sub(1, #beginning) == beginning
  end) ~= nil
end

--- Gives a row for each shared address on a host.
local function plan(macs, names, adapters)
  local own = list.group_by(macs, "hostID")
  local shared = list.filter(macs, function(mac)
    return is_shared(mac, adapters)
  end)
  local rows = list.map(shared, function(mac)
    local other = list.find(own[mac.hostID], function(candidate)
      return not is_shared(candidate, adapters)
    end)
    local action = not other and "keep: the host has no other"
      or mac.primary and "remove; another becomes primary"
      or "remove"
    local host = names[mac.hostID] or "none"
    return { id = mac.hostID, host = host, mac = mac.mac, action = action, is_due = other ~= nil }
  end)
  return list.sort_by(rows, "host")
end

--- Prints what the server holds now of each address: also where the run is called off.
local function report_results(rows, changes)
  local now = list.index_by(addresses(), function(mac)
    return mac.hostID .. " " .. mac.mac
  end)
  for _, row in ipairs(rows) do
    local change = list.find(changes, function(candidate)
      return candidate.hostID == row.id and candidate.mac == row.mac
    end)
    row.result = now[row.id .. " " .. row.mac] and "still there" or "removed"
    row.note = change and change.reason
  end
  table_view.print(rows, { columns = { "host", "mac", "result", "note" } })
  local removed = list.count_by(rows, "result").removed or 0
  print(string.format("%d of %s removed", removed, text.count(#rows, "address", "addresses")))
end

local function run(args)
  local macs, names = addresses(), {}
  for _, host in ipairs(fog.hosts()) do
    names[host.id] = host.name
  end
  if #args.adapter == 0 then
    show_beginnings(macs, names)
    return
  end
  local rows = plan(macs, names, args.adapter)
  local due = list.filter(rows, "is_due")
  table_view.print(rows, { columns = { "host", "mac", "action" } })
  if #due == 0 or not args.apply then
    print(#due == 0 and "there is nothing to remove" or "nothing was changed; add --apply to do it")
    return
  end
  local hosts = #list.uniq(list.map(due, "id"))
  local what = text.count(#due, "address", "addresses")
  fog.confirm(string.format("Remove %s from %s?", what, text.count(hosts, "host")), hosts)

  local changes = {}
  flow.defer(report_results, due, changes)
  for _, change in ipairs(fog.macs_strip(list.uniq(list.map(due, "mac")))) do
    changes[#changes + 1] = change
    if not change.removed then
      fog.host_fail(change.hostID, change.mac .. ": " .. change.reason)
    end
  end
end

return workflow({
  summary = "Takes the addresses of shared USB adapters from the hosts that booted with them.",
  parameters = {
    adapter = {
      type = "string",
      list = true,
      default = {},
      pattern = "%x%x[:%-][%x:%-]+",
      form = "an address or its beginning, as in 00:e0:4c",
      help = "shared adapter",
    },
    apply = { type = "boolean", default = false, help = "do it, not only show it" },
  },
  permissions = { "read", "write:host" },
  run = run,
})
