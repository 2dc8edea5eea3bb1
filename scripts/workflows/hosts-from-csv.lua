--- Registers and corrects hosts from a CSV, after showing what would change.
---
--- The first row names the columns: name and mac have to be there; image and description may be.
--- A row whose address or name the server has already is that host: it is renamed and given what
--- differs; an empty cell changes nothing. Rows that do not hold (a name of more than 15
--- characters, an unknown image, an address that is another host's) are shown and left out.
--- The table is all that happens until you add --apply.
---
---     foghorn run hosts-from-csv.lua --file room-204.csv
---     foghorn run hosts-from-csv.lua --file room-204.csv --apply
local csv = require("csv")
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")

--- Gives an address as the server writes it; nil for what is none.
local function normal_mac(written)
  local bare = written:gsub("[:%-%.%s]", ""):lower()
  return #bare == 12 and not bare:find("%X") and bare:gsub("(..)", "%1:"):sub(1, 17) or nil
end

--- Says what is wrong with a row; nil for one that holds.
local function fault_of(row, by_name, by_mac, images, seen)
  if not row.name:find("^[%w_-]+$") or #row.name > 15 then
    return "a name is 1 to 15 letters, digits, - and _"
  elseif not normal_mac(row.mac) then
    return string.format('"%s" is no MAC address', row.mac)
  elseif (row.image or "") ~= "" and not images[row.image:lower()] then
    return string.format('there is no image "%s"', row.image)
  elseif seen[row.name:lower()] or seen[normal_mac(row.mac)] then
    return "stands in the file twice"
  end
  local named, owner = by_name[row.name:lower()], by_mac[normal_mac(row.mac)]
  if named and owner and named.id ~= owner.id then
    return string.format("the address is %s's, the name another host's", owner.name)
  end
  return nil
end

--- Gives what differs on a host that is there: what to send, and in words.
local function difference(host, row, image)
  local changes, words = {}, {}
  local function note(field, old, new, value)
    if new ~= "" and old ~= new then
      changes[field] = value or new
      words[#words + 1] = string.format("%s: %s -> %s", field, old or "none", new)
    end
  end
  -- To the server a name in other letters, small or capital, is the same name.
  if host.name:lower() ~= row.name:lower() then
    note("name", host.name, row.name)
  end
  note("description", host.description, row.description or "")
  if image then
    note("image", host.imagename, image.name, image)
  end
  local mac = normal_mac(row.mac)
  local is_new_mac = not list.contains(host.macs, mac)
  if is_new_mac then
    words[#words + 1] = "mac: + " .. mac
  end
  return changes, is_new_mac and mac or nil, words
end

--- Decides what is done with one row of the file.
local function decide(row, by_name, by_mac, images, seen)
  local plan = { host = row.name, result = "not done" }
  plan.change = fault_of(row, by_name, by_mac, images, seen)
  if plan.change then
    plan.action, plan.result = "refuse", "refused"
    return plan
  end
  local mac, image = normal_mac(row.mac), images[(row.image or ""):lower()]
  seen[row.name:lower()], seen[mac] = true, true
  plan.known = by_mac[mac] or by_name[row.name:lower()]
  if not plan.known then
    plan.action = "create"
    plan.change = mac .. (image and ", image " .. image.name or "")
    plan.new = { name = row.name, mac = mac, image = image, description = row.description }
    return plan
  end
  local words
  plan.changes, plan.mac, words = difference(plan.known, row, image)
  plan.action = #words > 0 and "change" or "same"
  plan.change = table.concat(words, "; ")
  plan.result = #words > 0 and plan.result or "same"
  return plan
end

--- Gives a plan for each row of the file.
local function plan_file(content)
  local hosts = fog.hosts()
  local by_mac = {}
  for _, host in ipairs(hosts) do
    for _, mac in ipairs(host.macs) do
      by_mac[mac] = host
    end
  end
  local by_name = list.index_by(hosts, function(host)
    return host.name:lower()
  end)
  local images = list.index_by(fog.images(), function(image)
    return image.name:lower()
  end)
  local seen = {}
  return list.map(csv.parse(content, { required = { "name", "mac" } }), function(row)
    return decide(row, by_name, by_mac, images, seen)
  end)
end

--- Does what a plan says; the plan tells how that went.
local function carry_out(plan)
  local ok, reason = flow.attempt(plan.known or plan.host, function()
    local host = plan.known or fog.host_create(plan.new)
    if plan.known and next(plan.changes) then
      host:update(plan.changes)
    end
    if plan.mac then
      host:mac_add(plan.mac)
    end
  end)
  plan.result = ok and (plan.action == "create" and "created" or "changed") or reason
end

local function report_results(plans)
  table_view.print(plans, { columns = { "host", "action", "result" } })
  local counts = list.count_by(plans, "result")
  local line = "%d created, %d changed, %d the same, %d refused, of %s"
  local made, changed, same = counts.created or 0, counts.changed or 0, counts.same or 0
  print(line:format(made, changed, same, counts.refused or 0, text.count(#plans, "row")))
end

local function run(args)
  local plans = plan_file(args.file.text)
  table_view.print(plans, { columns = { "host", "action", "change" } })
  local due = list.filter(plans, function(plan)
    return plan.action == "create" or plan.action == "change"
  end)
  if #due == 0 or not args.apply then
    print(#due == 0 and "there is nothing to change" or "nothing was changed; add --apply to do it")
    return
  end
  fog.confirm(string.format("Create or change %s?", text.count(#due, "host")), #due)
  flow.defer(report_results, plans)
  for _, plan in ipairs(plans) do
    if plan.action == "refuse" then
      fog.host_fail(plan.host, plan.change)
    end
  end
  flow.each(due, { parallel = 1 }, carry_out)
end

--- Says what is wrong with the file as a whole; nil where it can be read.
local function fault_of_file(args)
  local ok, rows, columns = pcall(csv.parse, args.file.text, { required = { "name", "mac" } })
  if not ok then
    return string.format("--file %s: %s", args.file.name, tostring(rows))
  end
  for _, column in ipairs(columns) do
    if not list.contains({ "name", "mac", "image", "description" }, column) then
      local words = '--file %s: no column is called "%s"; %s'
      return words:format(args.file.name, column, "there are name, mac, image and description")
    end
  end
  return nil
end

return workflow({
  summary = "Registers and corrects hosts from a CSV, after showing what would change.",
  parameters = {
    file = { type = "file", required = true, help = "CSV with the columns name, mac, image …" },
    apply = { type = "boolean", default = false, help = "do it, not only show it" },
  },
  permissions = { "read", "write:host" },
  check = fault_of_file,
  run = run,
})
