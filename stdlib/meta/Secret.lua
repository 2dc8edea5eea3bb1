---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A text that does not print: only functions that take secrets can use it.
---@class Secret
local Secret = {}

