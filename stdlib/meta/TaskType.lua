---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A kind of work that the server knows.
---@class TaskType
---@field id integer number of the task type
---@field name string name as the server's pages show it
---@field description? string what it does
---@field kernelArgs? string kernel arguments that make the client do it
---@field kernel? string kernel of its own
---@field access? string host, group or both
---@field isAdvanced boolean whether the server's pages list it as advanced
---@field isSnapinTasking boolean whether it runs snapins
local TaskType = {}

