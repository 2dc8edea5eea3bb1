---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A login or logout on a host.
---@class UserTracking
---@field id integer number of the login record
---@field hostID? integer number of the host
---@field hostname? string name of the host
---@field username? string account on the host
---@field action? string login, logout or start
---@field datetime? integer when it was seen
---@field description? string free text
---@field host? Host the host (asked for when first read)
local UserTracking = {}

