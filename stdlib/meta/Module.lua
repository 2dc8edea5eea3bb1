---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A part of the client that can be switched on and off.
---@class Module
---@field id integer number of the module
---@field name string name
---@field shortName? string FOG's short word, as in hostnamechanger
---@field description? string free text
---@field isDefault boolean whether new hosts get it
local Module = {}

