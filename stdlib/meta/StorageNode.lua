---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A server that keeps images and hands them out.
---@class StorageNode
---@field id integer number of the storage node
---@field name string name, 1 to 250 characters
---@field description? string free text
---@field ip? string address
---@field storagegroupID? integer number of its storage group
---@field storagegroupname? string name of its storage group
---@field isMaster boolean whether images are captured to it and copied from it
---@field isEnabled boolean whether hosts may use it
---@field isGraphEnabled boolean whether its bandwidth is shown
---@field online boolean whether its file transfer was reached; nil is not told, as in lists of FOG 1.6
---@field maxClients integer how many hosts it serves at a time
---@field clientload? number hosts it serves, as a share of `maxClients`; nil is not told
---@field path? string folder of the images
---@field ftppath? string folder of the images by file transfer
---@field snapinpath? string folder of the snapins
---@field sslpath? string folder of the keys
---@field webroot? string path of its pages
---@field interface? string network interface
---@field bandwidth integer limit of replication in kbit/s; 0 is none
---@field bitrate? string rate of multicast
---@field helloInterval? string interval of multicast's greetings
---@field free_slots integer how many hosts more it can serve now; nil is not told
---@field storagegroup? StorageGroup its storage group (asked for when first read)
local StorageNode = {}

--- Changes a storage node.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local node = fog.storage_nodes()[1]
--- if node then
---   node:update({ maxClients = 8 })
--- end
--- ```
---@param changes { name?: string, description?: string, ip?: string, storagegroupID?: integer, isMaster?: boolean, isEnabled?: boolean, isGraphEnabled?: boolean, maxClients?: integer, path?: string, ftppath?: string, snapinpath?: string, sslpath?: string, webroot?: string, interface?: string, bandwidth?: integer, bitrate?: string, helloInterval?: string } new values; an empty text clears a field
---@return StorageNode storage_node the storage node as the server now has it
function StorageNode:update(changes) end

--- Deletes a storage node.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- local node = fog.find_storage_node("Attic")
--- if node then
---   node:delete()
--- end
--- ```
---@return StorageNode storage_node the storage node as it was
function StorageNode:delete() end

