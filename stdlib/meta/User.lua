---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- An account of the server.
---@class User
---@field id integer number of the user
---@field name string name to log in with
---@field display? string name that is shown
---@field type integer 0 a user, 1 one of the mobile pages
---@field api boolean whether the account may use the API
---@field createdTime? integer when it was made
---@field createdBy? string who made it
local User = {}

