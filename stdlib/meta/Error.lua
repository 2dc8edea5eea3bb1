---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- What went wrong; tostring gives a sentence with the place in the script.
---@class Error
---@field code string kind of error, as in not_found
---@field message string what went wrong
---@field hint? string what to do now
---@field operation? string operation that failed, as in createTask
---@field status? integer HTTP status of the server's answer
---@field cause? string what lies beneath, in words
local Error = {}

