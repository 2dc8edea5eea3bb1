---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

--- A computer that the server images.
---@class Host
---@field id integer number of the host
---@field name string name, 1 to 15 characters
---@field description? string free text
---@field ip? string last known address
---@field imageID? integer number of the assigned image
---@field imagename? string name of the assigned image
---@field primac? string primary MAC address, lower case with colons
---@field macs any[] all MAC addresses; the primary is not always first
---@field createdTime? integer when the host was registered
---@field createdBy? string who registered the host
---@field deployed? integer when a deploy last finished
---@field pending boolean whether the registration awaits approval
---@field useAD boolean whether the client joins a domain
---@field ADDomain? string domain to join
---@field ADOU? string organisational unit to join
---@field ADUser? string account that joins
---@field kernel? string kernel of its own
---@field kernelArgs? string kernel arguments of its own
---@field kernelDevice? string disk to image, as in /dev/sda
---@field init? string initial ram disk of its own
---@field biosexit? string how a BIOS leaves the boot menu
---@field efiexit? string how EFI leaves the boot menu
---@field enforce boolean whether the client enforces name and domain
---@field pingstatuscode integer result of the server's last ping; 0 is reached or never tried
---@field pingstatustext? string result of the server's last ping in words
---@field image? Image the assigned image (asked for when first read)
local Host = {}

--- Deploys an image to hosts, and waits until they have it.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. Their disks are overwritten. A host that has something to do already keeps its image. Snapins that run afterwards are waited for too, unless the host is switched off then.
---
--- ```lua
--- for _, result in ipairs(fog.deploy("group:Lab B", { parallel = 4 })) do
---   print(result.host, result.outcome, result.evidence)
--- end
--- ```
---@param options? { image?: Image|string|integer, snapins?: boolean|any[], parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function Host:deploy(options) end

--- Captures a host's disk into its image, and waits until it is there.
---
--- The image's files on the server are replaced. Refused while the image is being deployed.
---
--- ```lua
--- print(fog.capture("pc-001", { image = "Windows 11" }))
--- ```
---@param options? { image?: Image|string|integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] result the Result
function Host:capture(options) end

--- Has the server send hosts the packet that switches them on.
---
--- Nothing tells whether a host has heard it. What goes wrong on a host is its result and no error, so that the others go on.
---
--- ```lua
--- fog.wake("group:Lab A", { stagger = "2s" })
--- ```
---@param options? { parallel?: integer, stagger?: number|string, retries?: integer, spacing?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function Host:wake(options) end

--- Has hosts run snapins, and waits for what these return.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. After a snapin that fails, a host runs no further one of the list.
---
--- ```lua
--- local result = fog.host("pc-001"):run_snapins("7-Zip")
--- for _, snapin in ipairs(result.snapins) do
---   print(snapin.name, snapin.exit_code)
--- end
--- ```
---@param snapins? Snapin|string|integer|any[] one or a list, run in this order and given to hosts that lack them; all that a host has if absent
---@param options? { parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function Host:run_snapins(snapins, options) end

--- Wipes a host's disk, and waits until that is done.
---
--- Everything on the disk is lost, and nothing brings it back.
---
--- ```lua
--- print(fog.wipe("pc-001", "fast"))
--- ```
---@param kind string fast (partition table), normal (once over), full (three times over)
---@param options? { parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] result the Result
function Host:wipe(kind, options) end

--- Changes a host.
---
--- ```lua
--- fog.host("pc-001"):update({ description = "front row" })
--- ```
---@param changes { image?: Image|string|integer, name?: string, description?: string, useAD?: boolean, ADDomain?: string, ADOU?: string, ADUser?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string, init?: string, biosexit?: string, efiexit?: string, enforce?: boolean } new values; an empty text clears a field
---@return Host host the host as the server now has it
function Host:update(changes) end

--- Deletes a host.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.host_create({ name = "pc-101", mac = "00:11:22:33:44:56" }):delete()
--- ```
---@return Host host the host as it was
function Host:delete() end

--- Lists a host's active tasks.
---
--- ```lua
--- print(#fog.host("pc-001"):tasks() .. " tasks")
--- ```
---@return any[] tasks tasks; empty where it has none
function Host:tasks() end

--- Counts a host as not done.
---
--- The run goes on, names the host at its end and ends with exit code 3, as for a host whose task failed. A later task that is done counts instead. A name that no host has counts too, as of a host that could not be registered.
---
--- ```lua
--- local host = fog.host("pc-001")
--- if not host:last_imaged() then
---   host:fail("was never imaged")
--- end
--- ```
---@param reason string why, one line
function Host:fail(reason) end

--- Lists the groups that a host is in.
---
--- ```lua
--- for _, group in ipairs(fog.host("pc-001"):groups()) do
---   print(group.name)
--- end
--- ```
---@return any[] groups groups; empty where it is in none
function Host:groups() end

--- Gets the inventory of a host.
---
--- ```lua
--- local inventory = fog.host("pc-001"):inventory()
--- print(inventory.sysproduct, inventory.sysserial)
--- ```
---@return Inventory|nil inventory the inventory; nil where none was taken
function Host:inventory() end

--- Writes into the inventory of a host, which is made where there is none.
---
--- ```lua
--- fog.host("pc-001"):inventory_set({ primaryUser = "Room 12", other1 = "A-1047" })
--- ```
---@param values { primaryUser?: string, other1?: string, other2?: string, sysman?: string, sysproduct?: string, sysversion?: string, sysserial?: string, sysuuid?: string, systype?: string, biosversion?: string, biosvendor?: string, biosdate?: string, mbman?: string, mbproductname?: string, mbversion?: string, mbserial?: string, mbasset?: string, cpuman?: string, cpuversion?: string, cpucurrent?: string, cpumax?: string, mem?: string, hdmodel?: string, hdserial?: string, hdfirmware?: string, caseman?: string, casever?: string, caseserial?: string, caseasset?: string } new values; an empty text clears a field
---@return Inventory inventory the inventory as the server now has it
function Host:inventory_set(values) end

--- Lists what the server has noted of a host's imaging.
---
--- ```lua
--- for _, record in ipairs(fog.host("pc-001"):imaging_log()) do
---   print(record)
--- end
--- ```
---@return any[] records records, the latest last
function Host:imaging_log() end

--- Tells when a host was last imaged, by the server's records.
---
--- Captures do not count, and neither does what never ended.
---
--- ```lua
--- local time = fog.host("pc-001"):last_imaged()
--- print(time and (fog.now() - time) // 86400 .. " days ago" or "never")
--- ```
---@return integer|nil time seconds since 1970-01-01 UTC; nil for never
function Host:last_imaged() end

--- Lists the orders of power management of a host.
---
--- ```lua
--- print(#fog.host("pc-001"):power_management())
--- ```
---@return any[] orders orders; empty where it has none
function Host:power_management() end

--- Gets the printer that a host uses by default.
---
--- ```lua
--- print(fog.host("pc-001"):default_printer())
--- ```
---@return Printer|nil printer the printer; nil where there is none
function Host:default_printer() end

--- Says which of its printers a host uses by default.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:printers_add(1)
--- host:default_printer_set(1)
--- ```
---@param printer? Printer|string|integer one of its printers; nil for none
function Host:default_printer_set(printer) end

--- Sets a secret of a host; no script can read it.
---
--- ```lua
--- fog.host("pc-001"):set_secret("product_key", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
--- ```
---@param name string which one: ad_password, ad_password_legacy or product_key
---@param secret? Secret|string new secret, best from a secret parameter of the workflow; nil clears it
function Host:set_secret(name, secret) end

--- Forgets the keys of a host, so that its FOG client can introduce itself anew.
---
--- ```lua
--- fog.host("pc-001"):reset_encryption()
--- ```
function Host:reset_encryption() end

--- Gives a host a task.
---
--- The task waits until the host next boots from the network. A deploy overwrites the host's disk. A capture is refused while its image is being deployed, and a deploy while its image is being captured.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy", { wake = true })
--- print(task)
--- ```
---@param type string|integer|TaskType what to do: deploy, capture, inventory, wake, ... or the server's number
---@param options? { name?: string, wake?: boolean, shutdown?: boolean, debug?: boolean, snapins?: boolean, snapin?: Snapin|string|integer, image?: Image|string|integer, account?: string, session?: string, stop_at_failed_snapin?: boolean, replace?: boolean } how
---@return Task|SnapinWork|nil task the task, or the snapins that the client is to run; nil for types that leave nothing to wait for
function Host:task(type, options) end

--- Calls off whatever a host is to do.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:task("deploy")
--- print(#host:cancel_tasks())
--- ```
---@return any[] tasks its tasks as they are now; empty where it had none
function Host:cancel_tasks() end

--- Says why a host is where it is: what it waits for, and its place in the queue.
---
--- ```lua
--- print(fog.host("pc-001"):why())
--- ```
---@return Reason reason the reason; prints as a sentence
function Host:why() end

--- Lists the snapins of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):snapins()) do
---   print(row)
--- end
--- ```
---@return any[] rows snapins; empty where it has none
function Host:snapins() end

--- Adds snapins to a host.
---
--- ```lua
--- print(fog.host("pc-001"):snapins_add("7-Zip"))
--- ```
---@param rows Snapin|string|integer|any[] snapins to add
---@return integer count how many it did not have before
function Host:snapins_add(rows) end

--- Takes snapins away from a host.
---
--- ```lua
--- print(fog.host("pc-001"):snapins_remove("7-Zip"))
--- ```
---@param rows Snapin|string|integer|any[] snapins to take away
---@return integer count how many it had of them
function Host:snapins_remove(rows) end

--- Sees that a host has just certain snapins.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.host("pc-001"):snapins_set("7-Zip")
--- ```
---@param rows Snapin|string|integer|any[] snapins that it is to have
---@return integer count how many were added or taken away
function Host:snapins_set(rows) end

--- Lists the modules of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):modules()) do
---   print(row)
--- end
--- ```
---@return any[] rows modules; empty where it has none
function Host:modules() end

--- Adds modules to a host.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   print(fog.host("pc-001"):modules_add(module))
--- end
--- ```
---@param rows Module|string|integer|any[] modules to add
---@return integer count how many it did not have before
function Host:modules_add(rows) end

--- Takes modules away from a host.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   print(fog.host("pc-001"):modules_remove(module))
--- end
--- ```
---@param rows Module|string|integer|any[] modules to take away
---@return integer count how many it had of them
function Host:modules_remove(rows) end

--- Sees that a host has just certain modules.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   fog.host("pc-001"):modules_set(module)
--- end
--- ```
---@param rows Module|string|integer|any[] modules that it is to have
---@return integer count how many were added or taken away
function Host:modules_set(rows) end

--- Lists the printers of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):printers()) do
---   print(row)
--- end
--- ```
---@return any[] rows printers; empty where it has none
function Host:printers() end

--- Adds printers to a host.
---
--- ```lua
--- print(fog.host("pc-001"):printers_add(1))
--- ```
---@param rows Printer|string|integer|any[] printers to add
---@return integer count how many it did not have before
function Host:printers_add(rows) end

--- Takes printers away from a host.
---
--- ```lua
--- print(fog.host("pc-001"):printers_remove(1))
--- ```
---@param rows Printer|string|integer|any[] printers to take away
---@return integer count how many it had of them
function Host:printers_remove(rows) end

--- Sees that a host has just certain printers.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.host("pc-001"):printers_set(1)
--- ```
---@param rows Printer|string|integer|any[] printers that it is to have
---@return integer count how many were added or taken away
function Host:printers_set(rows) end

--- Lists the MAC addresses of a host.
---
--- The field host.macs has the bare addresses, without a request.
---
--- ```lua
--- for _, mac in ipairs(fog.host("pc-001"):mac_rows()) do
---   print(mac.mac, mac.primary)
--- end
--- ```
---@return any[] macs addresses, those that await approval as well
function Host:mac_rows() end

--- Gives a host a MAC address more.
---
--- An address that another host has is a conflict, unless it is to be moved; the primary address of a host cannot be moved.
---
--- ```lua
--- fog.host("pc-001"):mac_add("00:11:22:33:44:55", { ignore_imaging = true })
--- ```
---@param mac string|MAC address
---@param options? { primary?: boolean, ignore_client?: boolean, ignore_imaging?: boolean, move?: boolean } how it is used
---@return MAC mac the address
function Host:mac_add(mac, options) end

--- Takes a MAC address from a host.
---
--- The last address and the primary one stay: make another one the primary first.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_add("00:11:22:33:44:55")
--- host:mac_remove("00:11:22:33:44:55")
--- ```
---@param mac string|MAC address
---@return any[] macs the host's addresses as they are now
function Host:mac_remove(mac) end

--- Makes a MAC address the primary one of its host.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_add("00:11:22:33:44:55")
--- host:mac_primary("00:11:22:33:44:55")
--- ```
---@param mac string|MAC address
---@return any[] macs the host's addresses as they are now
function Host:mac_primary(mac) end

--- Says who passes a MAC address of a host over.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_ignore(host.primac, { client = true })
--- ```
---@param mac string|MAC address
---@param by { client?: boolean, imaging?: boolean } who passes it over; what is absent stays as it is
---@return MAC mac the address as it is now
function Host:mac_ignore(mac, by) end

