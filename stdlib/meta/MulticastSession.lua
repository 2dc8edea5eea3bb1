---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Hosts that are imaged in one stream.
---@class MulticastSession
---@field id integer number of the session
---@field name string name; empty after it was called off
---@field imageID? integer number of the image
---@field imagename? string name of the image
---@field stateID integer 0 new, 1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled
---@field statename? string name of the state
---@field clients integer hosts that take part now; -1 before the first
---@field sessclients integer hosts that it waits for; 0 is no number
---@field percent integer how far it is, 0 to 100
---@field port integer port of the transfer
---@field interface? string network interface of the storage node
---@field logpath? string folder of the image
---@field isDD integer how the image is written; 1 is as FOG made it
---@field storagegroupID? integer number of the storage group
---@field starttime? integer when it was made
---@field completetime? integer when it ended
---@field image? Image the image (asked for when first read)
---@field storagegroup? StorageGroup the storage group (asked for when first read)
local MulticastSession = {}

--- Calls a multicast session off, with the tasks of its hosts.
---
--- ```lua
--- fog.multicast({ "pc-001", "pc-002" }).sessions[1]:cancel()
--- ```
---@return MulticastSession session the session as it is now
function MulticastSession:cancel() end

