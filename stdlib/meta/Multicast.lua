---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A multicast session that was made, with its tasks.
---@class Multicast
---@field sessions any[] sessions on the server; one, or one for each storage group (FOG 1.6)
---@field tasks any[] tasks of the hosts that are in it
---@field failed any[] hosts that are not in it: a list of { hostID = number, error = Error }
local Multicast = {}

--- Waits until every host of a multicast session has ended, and says how.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local multicast = fog.multicast({ "pc-001", "pc-002" }, { wake = true })
--- print(#multicast:wait())
--- ```
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return any[] verdicts verdicts in the order of its tasks
function Multicast:wait(options) end

