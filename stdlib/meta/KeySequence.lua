---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- Keys that open the boot menu.
---@class KeySequence
---@field id integer number of the key
---@field name string name
---@field ascii? string its code, as in 0x01
local KeySequence = {}

