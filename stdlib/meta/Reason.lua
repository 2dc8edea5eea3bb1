---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Why a host is where it is.
---@class Reason
---@field kind string idle, not_booted, in_queue, waits_for_session, imaging, working or runs_snapins
---@field text string the reason in a sentence
---@field task? integer number of the task
---@field place? integer place in the queue, from 1
---@field used? integer slots of its storage that are taken
---@field slots? integer slots that its storage has
local Reason = {}

