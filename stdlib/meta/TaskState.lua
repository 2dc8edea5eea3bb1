---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A state that tasks can be in.
---@class TaskState
---@field id integer number of the state
---@field name string name as the server shows it, in its language
---@field description? string free text
---@field order integer place in the server's lists
local TaskState = {}

