---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- An imaging that is over, from the server's log.
---@class ImagingRecord
---@field id integer number of the record of imaging
---@field hostID? integer number of the host
---@field hostname? string name of the host
---@field image? string name of the image at that time
---@field type? string down for a deploy, up for a capture; on 1.6 the name of the task type
---@field start? integer when it began
---@field finish? integer when it ended; nil while it runs or where it never ended
---@field createdBy? string who made the task
---@field taskID? integer number of the task (1.6)
---@field stateID integer state of the task that is noted (1.6); 0 is not told
---@field statename? string name of that state (1.6)
---@field ip? string address of the host (1.6)
---@field host? Host the host (asked for when first read)
---@field task? Task the task (1.6) (asked for when first read)
local ImagingRecord = {}

