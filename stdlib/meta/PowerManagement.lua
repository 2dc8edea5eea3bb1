---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- When a host is switched on or off.
---@class PowerManagement
---@field id integer number of the order
---@field hostID? integer number of the host
---@field action? string shutdown, reboot or wol
---@field onDemand boolean whether it is done at once instead of by the clock
---@field min? string cron: minute
---@field hour? string cron: hour
---@field dom? string cron: day of the month
---@field month? string cron: month
---@field dow? string cron: day of the week
---@field host? Host the host (asked for when first read)
local PowerManagement = {}

--- Changes a power management.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local management = fog.power_managements()[1]
--- if management then
---   management:update({ hour = "23" })
--- end
--- ```
---@param changes { action?: string, min?: string, hour?: string, dom?: string, month?: string, dow?: string } new values; an empty text clears a field
---@return PowerManagement power_management the power management as the server now has it
function PowerManagement:update(changes) end

--- Deletes a power management.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.power_management_create({ hostID = fog.host("pc-001"), action = "shutdown", min = "0", hour = "22", dom = "*", month = "*", dow = "*" }):delete()
--- ```
---@return PowerManagement power_management the power management as it was
function PowerManagement:delete() end

