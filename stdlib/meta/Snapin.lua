---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Software that the client of a host installs or runs.
---@class Snapin
---@field id integer number of the snapin
---@field name string name, 1 to 200 characters
---@field description? string free text
---@field file? string file in the snapin folder of a storage node
---@field args? string arguments of the program
---@field runWith? string program that runs the file, as in cmd.exe
---@field runWithArgs? string arguments of that program
---@field isEnabled boolean whether it may be run
---@field reboot boolean whether the host restarts afterwards
---@field shutdown boolean whether the host is switched off afterwards
---@field hide boolean whether the client runs it unseen
---@field timeout integer seconds after which the client gives up; 0 is never
---@field packtype boolean whether it is a snapin pack
---@field protected boolean whether it may not be deleted
---@field toReplicate boolean whether nodes copy it to each other
---@field hash? string checksum of the file
---@field size integer size of the file in bytes; 0 is unknown
---@field storagegroupname? string name of its storage group
---@field createdTime? integer when it was made
---@field createdBy? string who made it
local Snapin = {}

--- Lists the storage groups of a snapin.
---
--- ```lua
--- for _, row in ipairs(fog.snapin("7-Zip"):storage_groups()) do
---   print(row)
--- end
--- ```
---@return any[] rows storage groups; empty where it has none
function Snapin:storage_groups() end

--- Adds storage groups to a snapin.
---
--- ```lua
--- print(fog.snapin("7-Zip"):storage_groups_add(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups to add
---@return integer count how many it did not have before
function Snapin:storage_groups_add(rows) end

--- Takes storage groups away from a snapin.
---
--- ```lua
--- print(fog.snapin("7-Zip"):storage_groups_remove(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups to take away
---@return integer count how many it had of them
function Snapin:storage_groups_remove(rows) end

--- Sees that a snapin has just certain storage groups.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.snapin("7-Zip"):storage_groups_set(fog.storage_group_create({ name = "Second site" }))
--- ```
---@param rows StorageGroup|string|integer|any[] storage groups that it is to have
---@return integer count how many were added or taken away
function Snapin:storage_groups_set(rows) end

--- Changes a snapin.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.snapin("7-Zip"):update({ args = "/S", reboot = true })
--- ```
---@param changes { name?: string, description?: string, file?: string, args?: string, runWith?: string, runWithArgs?: string, isEnabled?: boolean, reboot?: boolean, shutdown?: boolean, hide?: boolean, timeout?: integer, packtype?: boolean, protected?: boolean, toReplicate?: boolean } new values; an empty text clears a field
---@return Snapin snapin the snapin as the server now has it
function Snapin:update(changes) end

--- Deletes a snapin.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.snapin_create({ name = "Editor", file = "editor.exe" }):delete()
--- ```
---@return Snapin snapin the snapin as it was
function Snapin:delete() end

