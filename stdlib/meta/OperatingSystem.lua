---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- An operating system that images can hold.
---@class OperatingSystem
---@field id integer number of the operating system
---@field name string name
---@field description? string free text
local OperatingSystem = {}

