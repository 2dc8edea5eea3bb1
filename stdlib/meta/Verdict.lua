---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- How what was waited for ended, with the evidence.
---@class Verdict
---@field outcome string done, failed, cancelled, never_checked_in, stalled or timed_out
---@field evidence string what was seen last, in words
---@field seconds integer time from the beginning of the wait
---@field percent integer last known per cent, 0 to 100
---@field host? string name of the host
---@field snapins any[] what each snapin came to: a list of { name, state, exit_code, details }; empty for a task
---@field hostID? integer number of the host
---@field task? integer number of the task; nil where snapins were waited for
---@field job? integer number of the snapin job; nil where a task was waited for
local Verdict = {}

