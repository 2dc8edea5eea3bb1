---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Hosts that belong together.
---@class Group
---@field id integer number of the group
---@field name string name, 1 to 50 characters
---@field description? string free text
---@field hostcount integer how many hosts the group has; nil is not told, as in lists of FOG 1.6
---@field kernel? string kernel given to its hosts
---@field kernelArgs? string kernel arguments given to its hosts
---@field kernelDevice? string disk given to its hosts
---@field createdTime? integer when the group was made
---@field createdBy? string who made the group
local Group = {}

--- Deploys an image to the hosts of a group, and waits until they have it.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. Each host gets a task of its own: FOG's task for a group writes wrong images.
---
--- ```lua
--- for _, result in ipairs(fog.group("Lab B"):deploy({ parallel = 4 })) do
---   print(result)
--- end
--- ```
---@param options? { image?: Image|string|integer, snapins?: boolean|any[], parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how, as for fog.deploy
---@return Result|any[] results a list of Results in the order of the hosts
function Group:deploy(options) end

--- Changes a group.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.group("Lab A"):update({ description = "first floor" })
--- ```
---@param changes { name?: string, description?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string } new values; an empty text clears a field
---@return Group group the group as the server now has it
function Group:update(changes) end

--- Deletes a group.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.group_create({ name = "Lab C" }):delete()
--- ```
---@return Group group the group as it was
function Group:delete() end

--- Lists the hosts of a group.
---
--- ```lua
--- for _, row in ipairs(fog.group("Lab A"):hosts()) do
---   print(row)
--- end
--- ```
---@return any[] rows hosts; empty where it has none
function Group:hosts() end

--- Adds hosts to a group.
---
--- ```lua
--- print(fog.group("Lab A"):add("pc-00*"))
--- ```
---@param rows string|Host|any[] hosts to add
---@return integer count how many it did not have before
function Group:add(rows) end

--- Takes hosts away from a group.
---
--- ```lua
--- print(fog.group("Lab A"):remove("pc-00*"))
--- ```
---@param rows string|Host|any[] hosts to take away
---@return integer count how many it had of them
function Group:remove(rows) end

--- Sees that a group has just certain hosts.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.group("Lab A"):set("pc-00*")
--- ```
---@param rows string|Host|any[] hosts that it is to have
---@return integer count how many were added or taken away
function Group:set(rows) end

