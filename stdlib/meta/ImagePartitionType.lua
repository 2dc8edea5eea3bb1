---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Which partitions an image takes.
---@class ImagePartitionType
---@field id integer number of the partition type
---@field name string name
---@field type? string FOG's short word: all, mbr, or the number of one partition
local ImagePartitionType = {}

