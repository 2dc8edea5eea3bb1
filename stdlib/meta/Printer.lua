---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A printer that hosts can be given.
---@class Printer
---@field id integer number of the printer
---@field name string name
---@field description? string free text
---@field config? string kind: Local, Network, iPrint or Cups
---@field port? string port
---@field ip? string address
---@field model? string model as the driver names it
---@field file? string file of the driver
---@field configFile? string file of settings
local Printer = {}

--- Changes a printer.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local printer = fog.printers()[1]
--- if printer then
---   printer:update({ description = "second floor" })
--- end
--- ```
---@param changes { name?: string, description?: string, config?: string, port?: string, ip?: string, model?: string, file?: string, configFile?: string } new values; an empty text clears a field
---@return Printer printer the printer as the server now has it
function Printer:update(changes) end

--- Deletes a printer.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.printer_create({ name = "Room 12", config = "Network", ip = "10.0.0.12" }):delete()
--- ```
---@return Printer printer the printer as it was
function Printer:delete() end

