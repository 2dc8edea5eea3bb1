---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- One snapin of a job, with its exit code.
---@class SnapinTask
---@field id integer number of the snapin task
---@field jobID? integer number of the snapin job
---@field hostID? integer number of the host
---@field snapinID? integer number of the snapin
---@field snapinname? string name of the snapin
---@field stateID integer 1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled
---@field statename? string name of the state
---@field checkin? integer when the client asked for it
---@field complete? integer when it ended
---@field return integer exit code of the program; 0 before it ended
---@field details? string what the client says of the end
---@field job? SnapinJob the snapin job (asked for when first read)
---@field host? Host the host (asked for when first read)
---@field snapin? Snapin the snapin (asked for when first read)
local SnapinTask = {}

