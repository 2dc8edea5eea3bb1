---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Snapins that a host has been given to run.
---@class SnapinWork
---@field id integer number of the snapin job
---@field hostID integer number of the host
---@field snapinIDs any[] numbers of the snapins that were asked for
---@field taskID? integer number of the task that stands for the job; nil where the server shows none
local SnapinWork = {}

--- Waits until the snapins of a host have ended, and says what each returned.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local work = fog.task("pc-001", "all_snapins")
--- print(work:wait({ never_checked_in = "20m" }))
--- ```
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return Verdict verdict how they ended
function SnapinWork:wait(options) end

