--- Runs a script: its chunk from top to bottom, then the workflow that the chunk returns, if any.
local native, chunk = ...

local result = chunk()
local run = native.workflow(result)
if not run then
  return result
end
return run(native.arguments())
