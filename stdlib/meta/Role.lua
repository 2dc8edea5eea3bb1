---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- What accounts may do (FOG 1.6).
---@class Role
---@field id integer number of the role
---@field name string name
---@field description? string free text
---@field createdTime? integer when it was made
---@field createdBy? string who made it
local Role = {}

--- Changes a role.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- if fog.supports("roles") then
---   local role = fog.roles()[1]
---   if role then
---     role:update({ description = "all rooms" })
---   end
--- end
--- ```
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return Role role the role as the server now has it
function Role:update(changes) end

--- Deletes a role.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- if fog.supports("roles") then
---   fog.role_create({ name = "Technicians" }):delete()
--- end
--- ```
---@return Role role the role as it was
function Role:delete() end

