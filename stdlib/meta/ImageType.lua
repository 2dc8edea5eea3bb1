---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- How an image treats the disk.
---@class ImageType
---@field id integer number of the image type
---@field name string name
---@field type? string FOG's short word: n, mps, mpa or dd
local ImageType = {}

