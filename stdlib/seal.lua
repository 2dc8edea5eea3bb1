--- Closes a module: a misspelt function is an error that names the right one.
---
--- Only for the loader of the standard library.
local native = ...

local function names_of(module)
  local names = {}
  for name in next, module do
    names[#names + 1] = name
  end
  table.sort(names)
  return names
end

-- Says that a module has no such member.
local function absent(name, key, names)
  local hint = type(key) == "string" and native.member_hint(name, key, names)
    or "it has " .. table.concat(names, ", ")
  return string.format('%s has no function "%s"; %s', name, tostring(key), hint)
end

--- Closes a module.
---
---@param name string Module's name.
---@param module table Module as its file gives it.
---@return table sealed What scripts get.
return function(name, module)
  local names = names_of(module)
  setmetatable(module, {
    __index = function(_, key)
      error(absent(name, key, names), 2)
    end,
  })
  return setmetatable({}, {
    __index = module,
    __newindex = function(_, key)
      error(string.format('%s is read-only: cannot set "%s"', name, tostring(key)), 2)
    end,
    __pairs = function()
      local index = 0
      return function()
        index = index + 1
        local key = names[index]
        return key, key and module[key]
      end
    end,
    __tostring = function()
      return "module " .. name
    end,
    __metatable = name,
  })
end
