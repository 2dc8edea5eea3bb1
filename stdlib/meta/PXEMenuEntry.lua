---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- An entry of the boot menu.
---@class PXEMenuEntry
---@field id integer number of the menu entry
---@field name string name
---@field description? string text of the entry
---@field params? string commands of iPXE
---@field args? string kernel arguments
---@field default boolean whether it is chosen by itself
---@field regMenu integer to whom it is shown: 0 known hosts, 1 unknown hosts, 2 all, 3 and more by setting
---@field hotkey boolean whether a key chooses it
---@field keysequence? string that key
local PXEMenuEntry = {}

--- Changes a pxe menu entry.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local entry = fog.pxe_menu()[1]
--- if entry then
---   entry:update({ description = "Boot from the disk" })
--- end
--- ```
---@param changes { name?: string, description?: string, params?: string, args?: string, default?: boolean, regMenu?: integer, hotkey?: boolean, keysequence?: string } new values; an empty text clears a field
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry as the server now has it
function PXEMenuEntry:update(changes) end

--- Deletes a pxe menu entry.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.pxe_menu_entry_create({ name = "fog.rescue", description = "Rescue system" }):delete()
--- ```
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry as it was
function PXEMenuEntry:delete() end

