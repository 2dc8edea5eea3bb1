---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- What is known of the server.
---@class Server
---@field url string base address
---@field version string version as the server tells it, as in 1.5.10
---@field family string family of the server's API: 1.5 or 1.6
---@field typing string how the server writes numbers: numbers or strings
---@field zone string time zone in which the server writes times
---@field capabilities any[] what it can do that not every server can, as in paging; fog.supports asks for one
local Server = {}

