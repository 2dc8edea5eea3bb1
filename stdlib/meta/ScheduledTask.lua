---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Work that the server gives by itself, once or again and again.
---@class ScheduledTask
---@field id integer number of the scheduled task
---@field name string name
---@field description? string free text
---@field type? string S once, C by cron
---@field taskTypeID? integer number of the task type
---@field tasktypename? string name of the task type
---@field hostID? integer number of the host; nil for a group
---@field hostname? string name of the host
---@field groupID? integer number of the group; nil for a host
---@field groupname? string name of the group
---@field isGroupTask boolean whether it is for a group
---@field isActive boolean whether it is still to come
---@field scheduleTime? integer when it is due, where it comes once
---@field minute? string cron: minute
---@field hour? string cron: hour
---@field dayOfMonth? string cron: day of the month
---@field month? string cron: month
---@field dayOfWeek? string cron: day of the week
---@field runtime? integer when it is due next, by the server's reckoning
---@field shutdown boolean whether the host is switched off afterwards
---@field other1? string FOG's spare field 1
---@field other2? string which snapins: -1 all, 0 none, else the number of one
---@field other3? string who made it
---@field other4? string whether hosts are woken: 1
---@field other5? string whether BitLocker is passed over: 1 (1.6)
---@field imageID? integer number of the image; nil is each host's own
---@field taskType? TaskType the task type (asked for when first read)
---@field host? Host the host; nil for a group (asked for when first read)
---@field group? Group the group; nil for a host (asked for when first read)
---@field image? Image the image; nil is each host's own (asked for when first read)
local ScheduledTask = {}

--- Calls a scheduled task off; what it has made already goes on.
---
--- ```lua
--- for _, task in ipairs(fog.scheduled_tasks()) do
---   task:cancel()
--- end
--- ```
function ScheduledTask:cancel() end

