---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- How far a host is that is waited for.
---@class Progress
---@field host? string name of the host
---@field hostID? integer number of the host
---@field task? integer number of the task; nil for snapins
---@field state string where it is, in a word or two
---@field percent integer how far it is, 0 to 100
---@field rate? string rate as the client words it
---@field time_left? string time left as the client words it
---@field queue? integer place among the hosts that wait for a slot, from 1
---@field joined? integer hosts that are in its multicast session
---@field expected? integer hosts that its multicast session waits for
local Progress = {}

