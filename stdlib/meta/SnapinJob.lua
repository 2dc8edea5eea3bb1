---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Snapins that a host has been given at one time.
---@class SnapinJob
---@field id integer number of the snapin job
---@field hostID? integer number of the host
---@field hostname? string name of the host
---@field stateID integer 1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled
---@field statename? string name of the state
---@field createdTime? integer when it was made
---@field host? Host the host (asked for when first read)
local SnapinJob = {}

