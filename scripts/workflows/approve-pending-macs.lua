--- Approves the MAC addresses that wait for approval, by rule.
---
--- The FOG client reports each address that a computer has, those of docks and virtual networks
--- too. Yours are approved where their beginning is in --approve, and denied, which deletes them,
--- where it is in --refuse; the longer beginning holds, and all others go on waiting. An address
--- that another host has already is never approved. Shows the table only, until you add --apply.
---
---     foghorn run approve-pending-macs.lua --approve 02:f0 --refuse 0a:00:27
---     foghorn run approve-pending-macs.lua --approve 02:f0 --refuse 0a:00:27 --apply
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")

--- Gives the digits of an address or its beginning, as in "02f0" of "02:F0".
local function digits(address)
  local bare = address:gsub("[:%-%.]", ""):lower()
  return bare
end

--- Gives the longest of some beginnings that an address has; nil for none.
local function longest_match(address, beginnings)
  local longest
  for _, beginning in ipairs(beginnings) do
    if address:sub(1, #beginning) == beginning and #beginning > #(longest or "") then
      longest = beginning
    end
  end
  return longest
end

--- Says what is to be done with an address, and why.
local function decide(mac, rules, owners)
  local address = digits(mac.mac)
  local allowed = longest_match(address, rules.allow)
  local denied = longest_match(address, rules.deny)
  local owner = owners[mac.mac]
  if denied and #denied >= #(allowed or "") then
    return "deny", "begins with " .. denied
  elseif not allowed then
    return "leave", "no rule"
  elseif owner and owner ~= mac.hostID then
    return "leave", "another host has it: number " .. owner
  end
  return "approve", "begins with " .. allowed
end

--- Says which rule does not hold; nil where all do.
local function fault_of(args)
  for _, address in ipairs(list.concat(args.approve, args.refuse)) do
    if #digits(address) < 4 or digits(address):find("%X") then
      return string.format('"%s" is no beginning of a MAC address, as in 00:e0:4c', address)
    end
  end
  local refused = list.map(args.refuse, digits)
  for _, address in ipairs(args.approve) do
    if list.contains(refused, digits(address)) then
      return address .. " is both in --approve and in --refuse"
    end
  end
  return nil
end

--- Gives a row for each address that waits.
local function plan(args)
  local rules = { allow = list.map(args.approve, digits), deny = list.map(args.refuse, digits) }
  local names = list.index_by(fog.hosts(), "id")
  local owners = {}
  for _, mac in ipairs(fog.macs()) do
    if not mac.pending and mac.mac then
      owners[mac.mac] = mac.hostID
    end
  end
  local rows = list.map(fog.pending_macs(), function(mac)
    local action, reason = decide(mac, rules, owners)
    local host = names[mac.hostID]
    return {
      object = mac,
      host = host and host.name or "none",
      mac = mac.mac,
      action = action,
      why = reason,
      result = action == "leave" and "left waiting" or "not done",
    }
  end)
  return list.sort_by(rows, "host")
end

--- Does what a row says; the row tells how that went.
local function carry_out(row)
  local mac = row.object
  local ok, reason = flow.attempt(mac.hostID or mac.mac, mac[row.action], mac)
  row.result = ok and (row.action == "deny" and "denied" or "approved") or reason
end

local function report_results(rows)
  table_view.print(rows, { columns = { "host", "mac", "action", "why", "result" } })
  local counts = list.count_by(rows, "result")
  local approved, denied = counts.approved or 0, counts.denied or 0
  print(string.format("%d approved, %d denied of %d", approved, denied, #rows))
end

local function run(args)
  local rows = plan(args)
  local due = list.filter(rows, function(row)
    return row.action ~= "leave"
  end)
  if #due == 0 or not args.apply then
    table_view.print(rows, { columns = { "host", "mac", "action", "why" } })
    print(#rows == 0 and "no address waits" or "nothing was changed")
    if #due > 0 then
      print("add --apply to do this")
    end
    return
  end
  table_view.print(rows, { columns = { "host", "mac", "action", "why" } })
  fog.confirm(string.format("Do this to %s?", text.count(#due, "address", "addresses")), #due)
  flow.defer(report_results, rows)
  flow.each(due, { parallel = 1 }, carry_out)
end

return workflow({
  summary = "Approves the MAC addresses that wait for approval, by rule.",
  parameters = {
    approve = { type = "string", list = true, default = {}, help = "beginning to approve" },
    refuse = { type = "string", list = true, default = {}, help = "beginning to deny and delete" },
    apply = { type = "boolean", default = false, help = "do it, not only show it" },
  },
  permissions = { "read", "write:host" },
  check = fault_of,
  run = run,
})
