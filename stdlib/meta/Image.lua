---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A disk image on the server.
---@class Image
---@field id integer number of the image
---@field name string name, 1 to 40 characters
---@field description? string free text
---@field path? string folder on the storage node
---@field imageTypeID integer number of the image type; 1 is a single resizable disk
---@field imagetypename? string name of the image type
---@field imagePartitionTypeID integer which partitions; 1 is all
---@field imageparttypename? string which partitions, in words
---@field osID integer number of the operating system
---@field osname? string name of the operating system
---@field isEnabled boolean whether the image may be deployed
---@field protected boolean whether the image may not be captured over
---@field size? string size on the client as the server notes it
---@field srvsize integer bytes on the server; 0 where it has not counted
---@field format? string number of the storage format
---@field compress integer compression level
---@field toReplicate boolean whether the image is copied to other storage nodes
---@field storagegroupname? string name of the primary storage group
---@field createdTime? integer when the image was made
---@field createdBy? string who made the image
---@field deployed? integer when the image was last captured
local Image = {}

--- Changes an image.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.image(1):update({ description = "for all rooms" })
--- ```
---@param changes { name?: string, description?: string, path?: string, imageTypeID?: integer, imagePartitionTypeID?: integer, osID?: integer, isEnabled?: boolean, protected?: boolean, format?: string, compress?: integer, toReplicate?: boolean } new values; an empty text clears a field
---@return Image image the image as the server now has it
function Image:update(changes) end

--- Deletes an image.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.image_create({ name = "Win11-24H2" }):delete()
--- ```
---@return Image image the image as it was
function Image:delete() end

--- Lists the hosts that have an image assigned.
---
--- ```lua
--- print(#fog.image(1):hosts() .. " hosts have it")
--- ```
---@return any[] hosts hosts; empty where none has it
function Image:hosts() end

--- Lists the active tasks that deploy or capture an image.
---
--- ```lua
--- if #fog.image(1):in_use() == 0 then
---   print("free")
--- end
--- ```
---@return any[] tasks tasks; empty where the image is not in use
function Image:in_use() end

--- Lists the storage groups of an image.
---
--- ```lua
--- for _, row in ipairs(fog.image(1):storage_groups()) do
---   print(row)
--- end
--- ```
---@return any[] rows storage groups; empty where it has none
function Image:storage_groups() end

--- Adds storage groups to an image.
---
--- ```lua
--- print(fog.image(1):storage_groups_add(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups to add
---@return integer count how many it did not have before
function Image:storage_groups_add(rows) end

--- Takes storage groups away from an image.
---
--- ```lua
--- print(fog.image(1):storage_groups_remove(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups to take away
---@return integer count how many it had of them
function Image:storage_groups_remove(rows) end

--- Sees that an image has just certain storage groups.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.image(1):storage_groups_set(fog.storage_group_create({ name = "Second site" }))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups that it is to have
---@return integer count how many were added or taken away
function Image:storage_groups_set(rows) end

