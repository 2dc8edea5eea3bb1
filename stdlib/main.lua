--- Runs a script: its chunk from top to bottom, then the workflow that the chunk returns, if any.
local native, chunk = ...

-- A misspelt argument would be nil, and nil often means all: `fog.hosts(args.hsots)` is every host.
local function close(arguments, names)
  local is_declared = {}
  for _, name in ipairs(names) do
    is_declared[name] = true
  end
  return setmetatable(arguments, {
    __index = function(_, key)
      if is_declared[key] then
        return nil
      end
      local all = #names == 0 and "it takes none" or "it takes " .. table.concat(names, ", ")
      local hint = native.suggest(tostring(key), names) or all
      error(string.format('the workflow has no parameter "%s"; %s', tostring(key), hint), 2)
    end,
    __metatable = "arguments",
  })
end

local result = chunk()
local run, check = native.workflow(result)
if not run then
  return result
end
local arguments = close(native.arguments(), native.parameters())
local fault = check and check(arguments)
if fault ~= nil then
  native.refuse(tostring(fault))
end
return run(arguments)
