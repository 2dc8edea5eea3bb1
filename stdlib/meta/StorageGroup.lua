---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Storage nodes that hold the same images.
---@class StorageGroup
---@field id integer number of the storage group
---@field name string name, 1 to 250 characters
---@field description? string free text
---@field totalsupportedclients integer how many hosts its nodes serve at a time
---@field enablednodes any[] numbers of its nodes that are switched on
---@field allnodes any[] numbers of its nodes
local StorageGroup = {}

--- Changes a storage group.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local group = fog.storage_groups()[1]
--- if group then
---   group:update({ description = "main building" })
--- end
--- ```
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return StorageGroup storage_group the storage group as the server now has it
function StorageGroup:update(changes) end

--- Deletes a storage group.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.storage_group_create({ name = "Second site" }):delete()
--- ```
---@return StorageGroup storage_group the storage group as it was
function StorageGroup:delete() end

