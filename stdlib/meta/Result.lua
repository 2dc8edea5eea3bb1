---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- What a verb came to on one host.
---@class Result
---@field host string name of the host
---@field hostID integer number of the host
---@field ok boolean whether it went well
---@field outcome string done, failed, cancelled, never_checked_in, stalled or timed_out; created or sent where nothing was waited for; else the error's code, as in conflict
---@field evidence string what was seen last, or what went wrong, in words; empty for what went well
---@field seconds? integer time of the wait; nil where nothing was waited for
---@field percent? integer last known per cent, 0 to 100; nil where nothing was waited for
---@field snapins? any[] what each snapin came to, as in a Verdict; nil where nothing was waited for
---@field work? Task|SnapinWork the Task or SnapinWork that was made and not waited for; nil otherwise
---@field verdict? Verdict the Verdict; nil where nothing was waited for
---@field error? Error the Error; nil where there was none
local Result = {}

