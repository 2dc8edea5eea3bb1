---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Work that a host has been given.
---@class Task
---@field id integer number of the task
---@field name string name without the marker
---@field marker? string mark by which the run that made the task finds it
---@field hostID? integer number of the host
---@field hostname? string name of the host
---@field typeID? integer number of the task type
---@field typename? string name of the task type
---@field stateID integer 1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled, 6 failed
---@field statename? string name of the state
---@field imageID? integer number of the image
---@field imagename? string name of the image
---@field percent integer how far it is, 0 to 100
---@field bpm? string rate as the client words it, as in 1.53GB/min
---@field timeElapsed? string time so far as the client words it
---@field timeRemaining? string time left as the client words it
---@field dataCopied? string data so far as the client words it
---@field dataTotal? string data in all as the client words it
---@field createdTime? integer when it was made
---@field createdBy? string who made it
---@field checkInTime? integer when the host last checked in
---@field isForced boolean whether it goes before the queue
---@field isDebug boolean whether the client stops at a shell
---@field shutdown boolean whether the host is switched off afterwards
---@field wol boolean whether the server was asked to wake the host
---@field storagegroupID integer number of the storage group; 0 is none
---@field storagenodeID integer number of the storage node; 0 is none
---@field storagenodename? string name of the storage node
---@field host? Host the host (asked for when first read)
---@field type? TaskType the task type (asked for when first read)
---@field image? Image the image (asked for when first read)
local Task = {}

--- Calls a task off.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy")
--- task:cancel()
--- ```
---@return Task task the task as it is now
function Task:cancel() end

--- Waits until a task has ended, and says how.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy", { wake = true })
--- print(task:wait())
--- ```
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return Verdict verdict how it ended
function Task:wait(options) end

