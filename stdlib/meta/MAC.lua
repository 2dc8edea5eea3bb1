---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A MAC address of a host.
---@class MAC
---@field id integer number of the address
---@field hostID? integer number of the host
---@field mac? string address, lower case with colons
---@field description? string free text
---@field primary boolean whether it is the host's primary address
---@field pending boolean whether it awaits approval
---@field clientIgnore boolean whether the FOG client passes it over
---@field imageIgnore boolean whether imaging passes it over
---@field host? Host the host (asked for when first read)
local MAC = {}

--- Approves a MAC address.
---
--- ```lua
--- for _, mac in ipairs(fog.pending_macs()) do
---   mac:approve()
--- end
--- ```
---@return MAC mac the address as it is now
function MAC:approve() end

--- Denies a MAC address, which deletes it.
---
--- ```lua
--- fog.pending_macs()[1]:deny()
--- ```
function MAC:deny() end

