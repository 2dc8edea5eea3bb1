---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Hosts and accounts of one place (FOG 1.6).
---@class Site
---@field id integer number of the site
---@field name string name
---@field description? string free text
---@field createdTime? integer when it was made
---@field createdBy? string who made it
local Site = {}

--- Changes a site.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- if fog.supports("sites") then
---   local site = fog.sites()[1]
---   if site then
---     site:update({ description = "north campus" })
---   end
--- end
--- ```
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return Site site the site as the server now has it
function Site:update(changes) end

--- Deletes a site.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- if fog.supports("sites") then
---   fog.site_create({ name = "North" }):delete()
--- end
--- ```
---@return Site site the site as it was
function Site:delete() end

