---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A plugin of the server.
---@class Plugin
---@field id? integer number of the plugin's row; nil where it was never switched on
---@field name string name
---@field description? string what it adds
---@field location? string folder on the server
---@field version? string version
---@field state boolean whether it is switched on
---@field installed boolean whether it is installed
local Plugin = {}

