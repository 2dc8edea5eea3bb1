---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A setting of the server.
---@class Setting
---@field id integer number of the setting
---@field name string name
---@field description? string free text
---@field value? string value; nil where it is empty or secret
---@field category? string heading under which FOG shows it
---@field isSecret boolean whether the value is kept back
local Setting = {}

--- Changes a setting of the server.
---
--- The value of a secret setting can be set and never read.
---
--- ```lua
--- fog.setting("FOG_TZ_INFO"):set("Europe/Berlin")
--- ```
---@param value string|integer|boolean new value; true and false are FOG's 1 and 0
---@return Setting setting the setting as the server now has it
function Setting:set(value) end

