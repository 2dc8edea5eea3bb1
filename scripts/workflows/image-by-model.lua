--- Gives hosts the image that belongs to their model.
---
--- Joins hosts and inventories. Without --rule it lists the models and what they have now. A rule
--- is a model, in which * stands for anything, and an image; the first that fits holds. Hosts
--- without inventory, of a model without a rule, or busy now are shown and left alone. Nothing is
--- deployed: only which image a host has is changed, and that not before you add --apply.
---
---     foghorn run image-by-model.lua
---     foghorn run image-by-model.lua --rule "OptiPlex*=Windows 11" --rule "*=Ubuntu 24.04" --apply
local flow = require("flow")
local list = require("list")
local table_view = require("table_view")
local text = require("text")

--- Reads a rule such as "OptiPlex*=Windows 11"; the image has to be there and enabled.
local function parse_rule(written)
  local model, name = written:match("^%s*(.-)%s*=%s*(.-)%s*$")
  if not model or model == "" or name == "" then
    error(string.format('"%s" is no rule, as in "OptiPlex*=Windows 11"', written), 0)
  end
  local image = fog.image(name)
  if not image.isEnabled then
    error(string.format('image "%s" is disabled', image.name), 0)
  end
  local literal = model:lower():gsub("%p", "%%%0")
  return { model = model, pattern = "^" .. literal:gsub("%%%*", ".*") .. "$", image = image }
end

--- Lists each model with its hosts and the images that they have.
local function show_models(hosts, models)
  local groups, keys = list.group_by(hosts, function(host)
    return models[host.id] or "(no inventory)"
  end)
  local rows = list.map(keys, function(key)
    local images = list.uniq(list.map(groups[key], function(host)
      return host.imagename or "none"
    end))
    local names = text.join(list.map(groups[key], "name"), { limit = 3 })
    return { model = key, hosts = #groups[key], images = text.join(images), which = names }
  end)
  table_view.print(rows, { columns = { "model", "hosts", "images", "which" } })
  print("give each its image with --rule")
end

--- Gives a row for each host that does not have the image of its model.
local function plan(hosts, models, rules, busy)
  local rows = {}
  for _, host in ipairs(hosts) do
    local model = models[host.id]
    local rule = model and list.find(rules, function(candidate)
      return model:lower():find(candidate.pattern) ~= nil
    end)
    local row = { object = host, host = host.name, model = model, has = host.imagename or "none" }
    row.image = rule and rule.image
    row.gets = rule and rule.image.name
    row.result = "left alone"
    if not model then
      row.why = "no inventory"
    elseif not rule then
      row.why = "no rule"
    elseif busy[host.id] then
      row.why = "busy: " .. busy[host.id].typename
    else
      row.result = "not done"
      row.why = "rule " .. rule.model
    end
    if not rule or rule.image.id ~= host.imageID then
      rows[#rows + 1] = row
    end
  end
  return rows
end

--- Gives one host its image; the row tells how that went.
local function assign(row)
  local host = row.object
  local ok, reason = flow.attempt(host, host.update, host, { image = row.image })
  row.result = ok and "changed" or reason
end

local function report_results(rows)
  table_view.print(rows, { columns = { "host", "model", "gets", "result" } })
  local changed = list.count_by(rows, "result").changed or 0
  print(string.format("%d of %s changed", changed, text.count(#rows, "host")))
end

local function run(args)
  local models = {}
  for _, inventory in ipairs(fog.inventories()) do
    if inventory.hostID then
      models[inventory.hostID] = inventory.sysproduct
    end
  end
  if #args.rule == 0 then
    show_models(args.hosts, models)
    return
  end
  local busy = list.index_by(fog.tasks(), "hostID")
  local rows = plan(args.hosts, models, list.map(args.rule, parse_rule), busy)
  local due = list.filter(rows, function(row)
    return row.result == "not done"
  end)
  table_view.print(rows, { columns = { "host", "model", "has", "gets", "why" } })
  if #due == 0 or not args.apply then
    print(#due == 0 and "there is nothing to change" or "nothing was changed; add --apply to do it")
    return
  end
  fog.confirm(string.format("Give %s another image?", text.count(#due, "host")), #due)
  flow.defer(report_results, due)
  flow.each(due, { parallel = 4 }, assign)
end

--- Says which rule does not hold; nil where all do.
local function fault_of(args)
  for _, rule in ipairs(args.rule) do
    local ok, failure = pcall(parse_rule, rule)
    if not ok and type(failure) == "userdata" and failure.code ~= "not_found" then
      error(failure, 0)
    elseif not ok then
      return "--rule: " .. (type(failure) == "userdata" and failure.message or failure)
    end
  end
  return nil
end

return workflow({
  summary = "Gives hosts the image that belongs to their model.",
  parameters = {
    hosts = { type = "hosts", default = "*", help = "hosts to look at" },
    rule = {
      type = "string",
      list = true,
      default = {},
      help = 'a model and its image, as in "OptiPlex*=Windows 11"',
    },
    apply = { type = "boolean", default = false, help = "do it, not only show it" },
  },
  permissions = { "read", "write:host" },
  check = fault_of,
  run = run,
})
