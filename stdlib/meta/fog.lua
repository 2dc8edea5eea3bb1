---@meta
-- Written by `foghorn dump-api --stubs`; do not change it by hand.

---@class fog
fog = {}

fog.api = {}

--- Deploys an image to hosts, and waits until they have it.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. Their disks are overwritten. A host that has something to do already keeps its image. Snapins that run afterwards are waited for too, unless the host is switched off then.
---
--- ```lua
--- for _, result in ipairs(fog.deploy("group:Lab B", { parallel = 4 })) do
---   print(result.host, result.outcome, result.evidence)
--- end
--- ```
---@param hosts string|Host|any[] hosts: a selector, or a list of hosts, numbers or names; or one host
---@param options? { image?: Image|string|integer, snapins?: boolean|any[], parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function fog.deploy(hosts, options) end

--- Deploys an image to the hosts of a group, and waits until they have it.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. Each host gets a task of its own: FOG's task for a group writes wrong images.
---
--- ```lua
--- for _, result in ipairs(fog.group("Lab B"):deploy({ parallel = 4 })) do
---   print(result)
--- end
--- ```
---@param group Group|string|integer group whose hosts get it; who is in it is asked anew
---@param options? { image?: Image|string|integer, snapins?: boolean|any[], parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how, as for fog.deploy
---@return Result|any[] results a list of Results in the order of the hosts
function fog.group_deploy(group, options) end

--- Captures a host's disk into its image, and waits until it is there.
---
--- The image's files on the server are replaced. Refused while the image is being deployed.
---
--- ```lua
--- print(fog.capture("pc-001", { image = "Windows 11" }))
--- ```
---@param host Host|string|integer host whose disk is read
---@param options? { image?: Image|string|integer, wake?: boolean, name?: string, shutdown?: boolean, debug?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] result the Result
function fog.capture(host, options) end

--- Has the server send hosts the packet that switches them on.
---
--- Nothing tells whether a host has heard it. What goes wrong on a host is its result and no error, so that the others go on.
---
--- ```lua
--- fog.wake("group:Lab A", { stagger = "2s" })
--- ```
---@param hosts string|Host|any[] hosts: a selector, or a list of hosts, numbers or names; or one host
---@param options? { parallel?: integer, stagger?: number|string, retries?: integer, spacing?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function fog.wake(hosts, options) end

--- Has hosts read their hardware, and waits until the server knows it.
---
--- Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go on; only a refused login, a spent failure budget or a closed window end it. host:inventory() gives what was read.
---
--- ```lua
--- fog.inventory({ "pc-001", "pc-002" })
--- print(fog.host("pc-001"):inventory().sysproduct)
--- ```
---@param hosts string|Host|any[] hosts: a selector, or a list of hosts, numbers or names; or one host
---@param options? { parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function fog.inventory(hosts, options) end

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
---@param hosts string|Host|any[] hosts: a selector, or a list of hosts, numbers or names; or one host
---@param snapins? Snapin|string|integer|any[] one or a list, run in this order and given to hosts that lack them; all that a host has if absent
---@param options? { parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, stop_at_failed_snapin?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] results a Result where one host, as object or number, was given; else a list of them in the order of the hosts
function fog.run_snapins(hosts, snapins, options) end

--- Wipes a host's disk, and waits until that is done.
---
--- Everything on the disk is lost, and nothing brings it back.
---
--- ```lua
--- print(fog.wipe("pc-001", "fast"))
--- ```
---@param host Host|string|integer the one host; there is no wipe of several
---@param kind string fast (partition table), normal (once over), full (three times over)
---@param options? { parallel?: integer, wake?: boolean, name?: string, shutdown?: boolean, replace?: boolean, wait?: boolean, never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how
---@return Result|any[] result the Result
function fog.wipe(host, kind, options) end

--- Lists hosts.
---
--- A part of the selector that names or fits nothing there is, is an error. 'foghorn help lua selector' shows how hosts are selected.
---
--- ```lua
--- for _, host in ipairs(fog.hosts("group:Lab A,!pc-003")) do
---   print(host.name, host.primac)
--- end
--- ```
---@param selector? string which hosts, as in "lab-3-*" or "group:Lab A"; all if absent
---@param options? { allow_empty?: boolean } how
---@return any[] hosts hosts by name; may be empty, as for a group without hosts
function fog.hosts(selector, options) end

--- Gets one host.
---
--- ```lua
--- local host = fog.host("pc-001")
--- print(host.name, host.imagename)
--- ```
---@param key { mac?: string|MAC, serial?: string, uuid?: string } number, exact name, a selector that one host fits, or { mac, serial or uuid }
---@return Host host the host
function fog.host(key) end

--- Finds one host.
---
--- ```lua
--- if not fog.find_host("pc-999") then
---   print("not registered")
--- end
--- ```
---@param key { mac?: string|MAC, serial?: string, uuid?: string } number, exact name, a selector that one host fits, or { mac, serial or uuid }
---@return Host|nil host the host; nil where there is none
function fog.find_host(key) end

--- Finds the host that Foghorn itself runs on.
---
--- It is known by the addresses of its network cards.
---
--- ```lua
--- local here = fog.this_host()
--- print(here and here.name or "this machine is not registered")
--- ```
---@return Host|nil host the host; nil where this machine is not registered
function fog.this_host() end

--- Registers a host.
---
--- ```lua
--- print(fog.host_create({ name = "pc-100", mac = "00:11:22:33:44:55", image = 1 }))
--- ```
---@param host { name: string, mac?: string|MAC, macs?: any[], image?: Image|string|integer, description?: string, useAD?: boolean, ADDomain?: string, ADOU?: string, ADUser?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string, init?: string, biosexit?: string, efiexit?: string, enforce?: boolean } what it is made of
---@return Host host the host as the server now has it
function fog.host_create(host) end

--- Registers a host, or corrects the one that is there.
---
--- The host that has one of the addresses is meant, else the one that has the name. It gets the name, the image and the values where they differ, and the addresses that it lacks. Nothing is taken away.
---
--- ```lua
--- local host = fog.host_ensure({ name = "pc-102", mac = "00:11:22:33:44:66", image = 1 })
--- print(host, host == fog.host_ensure({ name = "pc-102", mac = "00:11:22:33:44:66" }))
--- ```
---@param host { name: string, mac?: string|MAC, macs?: any[], image?: Image|string|integer, description?: string, useAD?: boolean, ADDomain?: string, ADOU?: string, ADUser?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string, init?: string, biosexit?: string, efiexit?: string, enforce?: boolean } what it is to be; what is absent stays as it is
---@return Host host the host as the server now has it
function fog.host_ensure(host) end

--- Changes a host.
---
--- ```lua
--- fog.host("pc-001"):update({ description = "front row" })
--- ```
---@param host Host|string|integer host to change
---@param changes { image?: Image|string|integer, name?: string, description?: string, useAD?: boolean, ADDomain?: string, ADOU?: string, ADUser?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string, init?: string, biosexit?: string, efiexit?: string, enforce?: boolean } new values; an empty text clears a field
---@return Host host the host as the server now has it
function fog.host_update(host, changes) end

--- Deletes a host.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.host_create({ name = "pc-101", mac = "00:11:22:33:44:56" }):delete()
--- ```
---@param host Host|string|integer host to delete
---@return Host host the host as it was
function fog.host_delete(host) end

--- Lists a host's active tasks.
---
--- ```lua
--- print(#fog.host("pc-001"):tasks() .. " tasks")
--- ```
---@param host Host|string|integer host that has them
---@return any[] tasks tasks; empty where it has none
function fog.host_tasks(host) end

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
---@param host Host|string|integer host that it is about
---@param reason string why, one line
function fog.host_fail(host, reason) end

--- Lists the groups that a host is in.
---
--- ```lua
--- for _, group in ipairs(fog.host("pc-001"):groups()) do
---   print(group.name)
--- end
--- ```
---@param host Host|string|integer host to look for
---@return any[] groups groups; empty where it is in none
function fog.host_groups(host) end

--- Gets the inventory of a host.
---
--- ```lua
--- local inventory = fog.host("pc-001"):inventory()
--- print(inventory.sysproduct, inventory.sysserial)
--- ```
---@param host Host|string|integer host that it is about
---@return Inventory|nil inventory the inventory; nil where none was taken
function fog.host_inventory(host) end

--- Writes into the inventory of a host, which is made where there is none.
---
--- ```lua
--- fog.host("pc-001"):inventory_set({ primaryUser = "Room 12", other1 = "A-1047" })
--- ```
---@param host Host|string|integer host that it is about
---@param values { primaryUser?: string, other1?: string, other2?: string, sysman?: string, sysproduct?: string, sysversion?: string, sysserial?: string, sysuuid?: string, systype?: string, biosversion?: string, biosvendor?: string, biosdate?: string, mbman?: string, mbproductname?: string, mbversion?: string, mbserial?: string, mbasset?: string, cpuman?: string, cpuversion?: string, cpucurrent?: string, cpumax?: string, mem?: string, hdmodel?: string, hdserial?: string, hdfirmware?: string, caseman?: string, casever?: string, caseserial?: string, caseasset?: string } new values; an empty text clears a field
---@return Inventory inventory the inventory as the server now has it
function fog.host_inventory_set(host, values) end

--- Lists what the server has noted of a host's imaging.
---
--- ```lua
--- for _, record in ipairs(fog.host("pc-001"):imaging_log()) do
---   print(record)
--- end
--- ```
---@param host Host|string|integer host that it is about
---@return any[] records records, the latest last
function fog.host_imaging_log(host) end

--- Tells when a host was last imaged, by the server's records.
---
--- Captures do not count, and neither does what never ended.
---
--- ```lua
--- local time = fog.host("pc-001"):last_imaged()
--- print(time and (fog.now() - time) // 86400 .. " days ago" or "never")
--- ```
---@param host Host|string|integer host that it is about
---@return integer|nil time seconds since 1970-01-01 UTC; nil for never
function fog.host_last_imaged(host) end

--- Lists the orders of power management of a host.
---
--- ```lua
--- print(#fog.host("pc-001"):power_management())
--- ```
---@param host Host|string|integer host that has them
---@return any[] orders orders; empty where it has none
function fog.host_power_management(host) end

--- Gets the printer that a host uses by default.
---
--- ```lua
--- print(fog.host("pc-001"):default_printer())
--- ```
---@param host Host|string|integer host that uses it
---@return Printer|nil printer the printer; nil where there is none
function fog.host_default_printer(host) end

--- Says which of its printers a host uses by default.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:printers_add(1)
--- host:default_printer_set(1)
--- ```
---@param host Host|string|integer host that uses it
---@param printer? Printer|string|integer one of its printers; nil for none
function fog.host_default_printer_set(host, printer) end

--- Sets a secret of a host; no script can read it.
---
--- ```lua
--- fog.host("pc-001"):set_secret("product_key", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
--- ```
---@param host Host|string|integer host that gets it
---@param name string which one: ad_password, ad_password_legacy or product_key
---@param secret? Secret|string new secret, best from a secret parameter of the workflow; nil clears it
function fog.host_set_secret(host, name, secret) end

--- Forgets the keys of a host, so that its FOG client can introduce itself anew.
---
--- ```lua
--- fog.host("pc-001"):reset_encryption()
--- ```
---@param host Host|string|integer host whose client was installed anew
function fog.host_reset_encryption(host) end

--- Deletes what ties snapins to hosts where either is no longer there.
---
--- ```lua
--- print(fog.snapins_repair() .. " deleted")
--- ```
---@return integer count how many were deleted
function fog.snapins_repair() end

--- Lists the server's task types.
---
--- ```lua
--- for _, type in ipairs(fog.task_types()) do
---   print(type.id, type.name)
--- end
--- ```
---@return any[] types all task types in the server's order
function fog.task_types() end

--- Gives a host a task.
---
--- The task waits until the host next boots from the network. A deploy overwrites the host's disk. A capture is refused while its image is being deployed, and a deploy while its image is being captured.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy", { wake = true })
--- print(task)
--- ```
---@param host Host|string|integer host that gets it
---@param type string|integer|TaskType what to do: deploy, capture, inventory, wake, ... or the server's number
---@param options? { name?: string, wake?: boolean, shutdown?: boolean, debug?: boolean, snapins?: boolean, snapin?: Snapin|string|integer, image?: Image|string|integer, account?: string, session?: string, stop_at_failed_snapin?: boolean, replace?: boolean } how
---@return Task|SnapinWork|nil task the task, or the snapins that the client is to run; nil for types that leave nothing to wait for
function fog.task(host, type, options) end

--- Lists tasks.
---
--- ```lua
--- for _, task in ipairs(fog.tasks()) do
---   print(task)
--- end
--- ```
---@param query? { active?: boolean, id?: Task|integer|any[], host?: Host|string|integer|any[] } which tasks; every active one if absent
---@return any[] tasks tasks in the server's order; empty where none fits
function fog.tasks(query) end

--- Calls a task off.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy")
--- task:cancel()
--- ```
---@param task Task|integer task to call off
---@return Task task the task as it is now
function fog.task_cancel(task) end

--- Calls off whatever a host is to do.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:task("deploy")
--- print(#host:cancel_tasks())
--- ```
---@param host Host|string|integer host whose tasks are called off
---@return any[] tasks its tasks as they are now; empty where it had none
function fog.host_cancel_tasks(host) end

--- Waits until tasks have ended, and says how.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy", { wake = true })
--- print(fog.wait(task))
--- ```
---@param task Task|SnapinWork|SnapinJob|integer|any[] task or snapins to wait for, or a list of them
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return Verdict|any[] verdict verdict; a list in the order of what was waited for where a list was given
function fog.wait(task, options) end

--- Waits until a task has ended, and says how.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local task = fog.host("pc-001"):task("deploy", { wake = true })
--- print(task:wait())
--- ```
---@param task Task|integer task to wait for
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return Verdict verdict how it ended
function fog.task_wait(task, options) end

--- Waits until the snapins of a host have ended, and says what each returned.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local work = fog.task("pc-001", "all_snapins")
--- print(work:wait({ never_checked_in = "20m" }))
--- ```
---@param work Task|SnapinWork|SnapinJob|integer snapins to wait for
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return Verdict verdict how they ended
function fog.snapins_wait(work, options) end

--- Waits until every host of a multicast session has ended, and says how.
---
--- A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own.
---
--- ```lua
--- local multicast = fog.multicast({ "pc-001", "pc-002" }, { wake = true })
--- print(#multicast:wait())
--- ```
---@param multicast Multicast what fog.multicast gave
---@param options? { never_checked_in?: number|string, stalled?: number|string, timeout?: number|string, unavailable?: number|string, exit_codes?: any[], on_progress?: function, interval?: number|string } how long to wait for what
---@return any[] verdicts verdicts in the order of its tasks
function fog.multicast_wait(multicast, options) end

--- Says why a host is where it is: what it waits for, and its place in the queue.
---
--- ```lua
--- print(fog.host("pc-001"):why())
--- ```
---@param host Host|string|integer host to ask about
---@return Reason reason the reason; prints as a sentence
function fog.why(host) end

--- Images hosts in one stream.
---
--- All hosts have to have the same image. The stream begins when all are there; tasks of hosts that never come hold it up, so wait for it and cancel those. Their disks are overwritten.
---
--- ```lua
--- local multicast = fog.multicast({ "pc-001", "pc-002" }, { wake = true })
--- for _, verdict in ipairs(multicast:wait()) do
---   print(verdict.host, verdict.outcome)
--- end
--- ```
---@param hosts string|Host|any[] hosts: a selector, or a list of hosts, numbers or names
---@param options? { image?: Image|string|integer, name?: string, wake?: boolean, shutdown?: boolean, replace?: boolean } how
---@return Multicast multicast session, tasks, and the hosts that are not in it
function fog.multicast(hosts, options) end

--- Calls a multicast session off, with the tasks of its hosts.
---
--- ```lua
--- fog.multicast({ "pc-001", "pc-002" }).sessions[1]:cancel()
--- ```
---@param session MulticastSession|string|integer session to call off
---@return MulticastSession session the session as it is now
function fog.multicast_cancel(session) end

--- Has the server make a task later, once or again and again.
---
--- The server does it by itself, whether or not Foghorn runs. A group means the hosts that are in it then.
---
--- ```lua
--- fog.schedule({ group = "Lab A", type = "inventory", cron = "0 22 * * 5", wake = true })
--- ```
---@param task { type: string|integer|TaskType, host?: Host|string|integer, group?: Group|string|integer, time?: integer, cron?: string, name?: string, wake?: boolean, shutdown?: boolean, snapin?: Snapin|string|integer, description?: string } what, for whom, and when
---@return ScheduledTask scheduled_task the scheduled task
function fog.schedule(task) end

--- Calls a scheduled task off; what it has made already goes on.
---
--- ```lua
--- for _, task in ipairs(fog.scheduled_tasks()) do
---   task:cancel()
--- end
--- ```
---@param scheduled_task ScheduledTask|string|integer scheduled task to call off
function fog.scheduled_task_cancel(scheduled_task) end

--- Lists images.
---
--- ```lua
--- for _, image in ipairs(fog.images()) do
---   print(image)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, path?: string, imageTypeID?: integer, imagetypename?: string, imagePartitionTypeID?: integer, imageparttypename?: string, osID?: integer, osname?: string, isEnabled?: boolean, protected?: boolean, size?: string, srvsize?: integer, format?: string, compress?: integer, toReplicate?: boolean, storagegroupname?: string, createdTime?: integer, createdBy?: string, deployed?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] images images in the server's order; empty where none fits
function fog.images(where) end

--- Gets one image.
---
--- ```lua
--- print(fog.image(1))
--- ```
---@param key Image|string|integer number or exact name
---@return Image image the image
function fog.image(key) end

--- Finds one image.
---
--- ```lua
--- if not fog.find_image("no such name") then
---   print("not there")
--- end
--- ```
---@param key Image|string|integer number or exact name
---@return Image|nil image the image; nil where there is none
function fog.find_image(key) end

--- Makes an image.
---
--- ```lua
--- print(fog.image_create({ name = "Win11-24H2" }))
--- ```
---@param image { name: string, description?: string, path?: string, imageTypeID?: integer, imagePartitionTypeID?: integer, osID?: integer, isEnabled?: boolean, protected?: boolean, format?: string, compress?: integer, toReplicate?: boolean } what it is made of; what is absent gets a default that works
---@return Image image the image as the server now has it
function fog.image_create(image) end

--- Changes an image.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.image(1):update({ description = "for all rooms" })
--- ```
---@param image Image|string|integer image to change
---@param changes { name?: string, description?: string, path?: string, imageTypeID?: integer, imagePartitionTypeID?: integer, osID?: integer, isEnabled?: boolean, protected?: boolean, format?: string, compress?: integer, toReplicate?: boolean } new values; an empty text clears a field
---@return Image image the image as the server now has it
function fog.image_update(image, changes) end

--- Deletes an image.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.image_create({ name = "Win11-24H2" }):delete()
--- ```
---@param image Image|string|integer image to delete
---@return Image image the image as it was
function fog.image_delete(image) end

--- Lists the hosts that have an image assigned.
---
--- ```lua
--- print(#fog.image(1):hosts() .. " hosts have it")
--- ```
---@param image Image|string|integer image to look for
---@return any[] hosts hosts; empty where none has it
function fog.image_hosts(image) end

--- Lists the active tasks that deploy or capture an image.
---
--- ```lua
--- if #fog.image(1):in_use() == 0 then
---   print("free")
--- end
--- ```
---@param image Image|string|integer image to look for
---@return any[] tasks tasks; empty where the image is not in use
function fog.image_in_use(image) end

--- Lists groups.
---
--- ```lua
--- for _, group in ipairs(fog.groups()) do
---   print(group)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, hostcount?: integer, kernel?: string, kernelArgs?: string, kernelDevice?: string, createdTime?: integer, createdBy?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] groups groups in the server's order; empty where none fits
function fog.groups(where) end

--- Gets one group.
---
--- ```lua
--- print(fog.group("Lab A"))
--- ```
---@param key Group|string|integer number or exact name
---@return Group group the group
function fog.group(key) end

--- Finds one group.
---
--- ```lua
--- if not fog.find_group("no such name") then
---   print("not there")
--- end
--- ```
---@param key Group|string|integer number or exact name
---@return Group|nil group the group; nil where there is none
function fog.find_group(key) end

--- Makes a group.
---
--- ```lua
--- print(fog.group_create({ name = "Lab C" }))
--- ```
---@param group { name: string, description?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string } what it is made of; what is absent gets a default that works
---@return Group group the group as the server now has it
function fog.group_create(group) end

--- Changes a group.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.group("Lab A"):update({ description = "first floor" })
--- ```
---@param group Group|string|integer group to change
---@param changes { name?: string, description?: string, kernel?: string, kernelArgs?: string, kernelDevice?: string } new values; an empty text clears a field
---@return Group group the group as the server now has it
function fog.group_update(group, changes) end

--- Deletes a group.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.group_create({ name = "Lab C" }):delete()
--- ```
---@param group Group|string|integer group to delete
---@return Group group the group as it was
function fog.group_delete(group) end

--- Lists the snapins of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):snapins()) do
---   print(row)
--- end
--- ```
---@param host Host|string|integer host that has them
---@return any[] rows snapins; empty where it has none
function fog.host_snapins(host) end

--- Adds snapins to a host.
---
--- ```lua
--- print(fog.host("pc-001"):snapins_add("7-Zip"))
--- ```
---@param host Host|string|integer host that gets them
---@param rows Snapin|string|integer|any[] snapins to add
---@return integer count how many it did not have before
function fog.host_snapins_add(host, rows) end

--- Takes snapins away from a host.
---
--- ```lua
--- print(fog.host("pc-001"):snapins_remove("7-Zip"))
--- ```
---@param host Host|string|integer host that has them
---@param rows Snapin|string|integer|any[] snapins to take away
---@return integer count how many it had of them
function fog.host_snapins_remove(host, rows) end

--- Sees that a host has just certain snapins.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.host("pc-001"):snapins_set("7-Zip")
--- ```
---@param host Host|string|integer host that is to have them
---@param rows Snapin|string|integer|any[] snapins that it is to have
---@return integer count how many were added or taken away
function fog.host_snapins_set(host, rows) end

--- Lists the modules of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):modules()) do
---   print(row)
--- end
--- ```
---@param host Host|string|integer host that has them
---@return any[] rows modules; empty where it has none
function fog.host_modules(host) end

--- Adds modules to a host.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   print(fog.host("pc-001"):modules_add(module))
--- end
--- ```
---@param host Host|string|integer host that gets them
---@param rows Module|string|integer|any[] modules to add
---@return integer count how many it did not have before
function fog.host_modules_add(host, rows) end

--- Takes modules away from a host.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   print(fog.host("pc-001"):modules_remove(module))
--- end
--- ```
---@param host Host|string|integer host that has them
---@param rows Module|string|integer|any[] modules to take away
---@return integer count how many it had of them
function fog.host_modules_remove(host, rows) end

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
---@param host Host|string|integer host that is to have them
---@param rows Module|string|integer|any[] modules that it is to have
---@return integer count how many were added or taken away
function fog.host_modules_set(host, rows) end

--- Lists the printers of a host.
---
--- ```lua
--- for _, row in ipairs(fog.host("pc-001"):printers()) do
---   print(row)
--- end
--- ```
---@param host Host|string|integer host that has them
---@return any[] rows printers; empty where it has none
function fog.host_printers(host) end

--- Adds printers to a host.
---
--- ```lua
--- print(fog.host("pc-001"):printers_add(1))
--- ```
---@param host Host|string|integer host that gets them
---@param rows Printer|string|integer|any[] printers to add
---@return integer count how many it did not have before
function fog.host_printers_add(host, rows) end

--- Takes printers away from a host.
---
--- ```lua
--- print(fog.host("pc-001"):printers_remove(1))
--- ```
---@param host Host|string|integer host that has them
---@param rows Printer|string|integer|any[] printers to take away
---@return integer count how many it had of them
function fog.host_printers_remove(host, rows) end

--- Sees that a host has just certain printers.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.host("pc-001"):printers_set(1)
--- ```
---@param host Host|string|integer host that is to have them
---@param rows Printer|string|integer|any[] printers that it is to have
---@return integer count how many were added or taken away
function fog.host_printers_set(host, rows) end

--- Lists the hosts of a group.
---
--- ```lua
--- for _, row in ipairs(fog.group("Lab A"):hosts()) do
---   print(row)
--- end
--- ```
---@param group Group|string|integer group that has them
---@return any[] rows hosts; empty where it has none
function fog.group_hosts(group) end

--- Adds hosts to a group.
---
--- ```lua
--- print(fog.group("Lab A"):add("pc-00*"))
--- ```
---@param group Group|string|integer group that gets them
---@param rows string|Host|any[] hosts to add
---@return integer count how many it did not have before
function fog.group_add(group, rows) end

--- Takes hosts away from a group.
---
--- ```lua
--- print(fog.group("Lab A"):remove("pc-00*"))
--- ```
---@param group Group|string|integer group that has them
---@param rows string|Host|any[] hosts to take away
---@return integer count how many it had of them
function fog.group_remove(group, rows) end

--- Sees that a group has just certain hosts.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.group("Lab A"):set("pc-00*")
--- ```
---@param group Group|string|integer group that is to have them
---@param rows string|Host|any[] hosts that it is to have
---@return integer count how many were added or taken away
function fog.group_set(group, rows) end

--- Lists the storage groups of an image.
---
--- ```lua
--- for _, row in ipairs(fog.image(1):storage_groups()) do
---   print(row)
--- end
--- ```
---@param image Image|string|integer image that has them
---@return any[] rows storage groups; empty where it has none
function fog.image_storage_groups(image) end

--- Adds storage groups to an image.
---
--- ```lua
--- print(fog.image(1):storage_groups_add(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param image Image|string|integer image that gets them
---@param rows StorageGroup|string|integer|any[] storage groups to add
---@return integer count how many it did not have before
function fog.image_storage_groups_add(image, rows) end

--- Takes storage groups away from an image.
---
--- ```lua
--- print(fog.image(1):storage_groups_remove(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param image Image|string|integer image that has them
---@param rows StorageGroup|string|integer|any[] storage groups to take away
---@return integer count how many it had of them
function fog.image_storage_groups_remove(image, rows) end

--- Sees that an image has just certain storage groups.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.image(1):storage_groups_set(fog.storage_group_create({ name = "Second site" }))
--- ```
---@param image Image|string|integer image that is to have them
---@param rows StorageGroup|string|integer|any[] storage groups that it is to have
---@return integer count how many were added or taken away
function fog.image_storage_groups_set(image, rows) end

--- Lists the storage groups of a snapin.
---
--- ```lua
--- for _, row in ipairs(fog.snapin("7-Zip"):storage_groups()) do
---   print(row)
--- end
--- ```
---@param snapin Snapin|string|integer snapin that has them
---@return any[] rows storage groups; empty where it has none
function fog.snapin_storage_groups(snapin) end

--- Adds storage groups to a snapin.
---
--- ```lua
--- print(fog.snapin("7-Zip"):storage_groups_add(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param snapin Snapin|string|integer snapin that gets them
---@param rows StorageGroup|string|integer|any[] storage groups to add
---@return integer count how many it did not have before
function fog.snapin_storage_groups_add(snapin, rows) end

--- Takes storage groups away from a snapin.
---
--- ```lua
--- print(fog.snapin("7-Zip"):storage_groups_remove(fog.storage_group_create({ name = "Second site" })))
--- ```
---@param snapin Snapin|string|integer snapin that has them
---@param rows StorageGroup|string|integer|any[] storage groups to take away
---@return integer count how many it had of them
function fog.snapin_storage_groups_remove(snapin, rows) end

--- Sees that a snapin has just certain storage groups.
---
--- What is missing is added and what is too much is taken away; the whole set is never sent. An empty list takes all away.
---
--- ```lua
--- fog.snapin("7-Zip"):storage_groups_set(fog.storage_group_create({ name = "Second site" }))
--- ```
---@param snapin Snapin|string|integer snapin that is to have them
---@param rows StorageGroup|string|integer|any[] storage groups that it is to have
---@return integer count how many were added or taken away
function fog.snapin_storage_groups_set(snapin, rows) end

--- Lists macs.
---
--- ```lua
--- for _, mac in ipairs(fog.macs()) do
---   print(mac)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, mac?: string, description?: string, primary?: boolean, pending?: boolean, clientIgnore?: boolean, imageIgnore?: boolean } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] macs macs in the server's order; empty where none fits
function fog.macs(where) end

--- Gets one mac.
---
--- ```lua
--- local mac = fog.macs()[1]
--- if mac then
---   print(fog.mac(mac.id))
--- end
--- ```
---@param key MAC|integer number
---@return MAC mac the mac
function fog.mac(key) end

--- Lists the MAC addresses of a host.
---
--- The field host.macs has the bare addresses, without a request.
---
--- ```lua
--- for _, mac in ipairs(fog.host("pc-001"):mac_rows()) do
---   print(mac.mac, mac.primary)
--- end
--- ```
---@param host Host|string|integer host that has them
---@return any[] macs addresses, those that await approval as well
function fog.host_macs(host) end

--- Gives a host a MAC address more.
---
--- An address that another host has is a conflict, unless it is to be moved; the primary address of a host cannot be moved.
---
--- ```lua
--- fog.host("pc-001"):mac_add("00:11:22:33:44:55", { ignore_imaging = true })
--- ```
---@param host Host|string|integer host that gets it
---@param mac string|MAC address
---@param options? { primary?: boolean, ignore_client?: boolean, ignore_imaging?: boolean, move?: boolean } how it is used
---@return MAC mac the address
function fog.host_mac_add(host, mac, options) end

--- Takes a MAC address from a host.
---
--- The last address and the primary one stay: make another one the primary first.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_add("00:11:22:33:44:55")
--- host:mac_remove("00:11:22:33:44:55")
--- ```
---@param host Host|string|integer host that has it
---@param mac string|MAC address
---@return any[] macs the host's addresses as they are now
function fog.host_mac_remove(host, mac) end

--- Makes a MAC address the primary one of its host.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_add("00:11:22:33:44:55")
--- host:mac_primary("00:11:22:33:44:55")
--- ```
---@param host Host|string|integer host that has it
---@param mac string|MAC address
---@return any[] macs the host's addresses as they are now
function fog.host_mac_primary(host, mac) end

--- Says who passes a MAC address of a host over.
---
--- ```lua
--- local host = fog.host("pc-001")
--- host:mac_ignore(host.primac, { client = true })
--- ```
---@param host Host|string|integer host that has it
---@param mac string|MAC address
---@param by { client?: boolean, imaging?: boolean } who passes it over; what is absent stays as it is
---@return MAC mac the address as it is now
function fog.host_mac_ignore(host, mac, by) end

--- Lists the MAC addresses that await approval.
---
--- ```lua
--- for _, mac in ipairs(fog.pending_macs()) do
---   print(mac)
--- end
--- ```
---@return any[] macs addresses of all hosts; empty where none awaits it
function fog.pending_macs() end

--- Approves a MAC address.
---
--- ```lua
--- for _, mac in ipairs(fog.pending_macs()) do
---   mac:approve()
--- end
--- ```
---@param mac MAC|integer address that awaits approval
---@return MAC mac the address as it is now
function fog.mac_approve(mac) end

--- Denies a MAC address, which deletes it.
---
--- ```lua
--- fog.pending_macs()[1]:deny()
--- ```
---@param mac MAC|integer address that awaits approval
function fog.mac_deny(mac) end

--- Takes the addresses of shared network adapters from the hosts that booted with them.
---
--- Each host keeps an address. Where the primary one goes, another becomes it first. Addresses that await approval are left alone. A host that fails does not stop the rest.
---
--- ```lua
--- for _, change in ipairs(fog.macs_strip({ "00:e0:4c" }, { dry_run = true })) do
---   print(change.host, change.mac, change.removed, change.reason)
--- end
--- ```
---@param list any[] addresses, or their beginnings such as "00:e0:4c"
---@param options? { dry_run?: boolean } how
---@return any[] changes a table for each address found: mac, host, hostID, removed, primary (the new one) and reason
function fog.macs_strip(list, options) end

--- Lists snapins.
---
--- ```lua
--- for _, snapin in ipairs(fog.snapins()) do
---   print(snapin)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, file?: string, args?: string, runWith?: string, runWithArgs?: string, isEnabled?: boolean, reboot?: boolean, shutdown?: boolean, hide?: boolean, timeout?: integer, packtype?: boolean, protected?: boolean, toReplicate?: boolean, hash?: string, size?: integer, storagegroupname?: string, createdTime?: integer, createdBy?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] snapins snapins in the server's order; empty where none fits
function fog.snapins(where) end

--- Gets one snapin.
---
--- ```lua
--- print(fog.snapin("7-Zip"))
--- ```
---@param key Snapin|string|integer number or exact name
---@return Snapin snapin the snapin
function fog.snapin(key) end

--- Finds one snapin.
---
--- ```lua
--- if not fog.find_snapin("no such name") then
---   print("not there")
--- end
--- ```
---@param key Snapin|string|integer number or exact name
---@return Snapin|nil snapin the snapin; nil where there is none
function fog.find_snapin(key) end

--- Makes a snapin.
---
--- ```lua
--- print(fog.snapin_create({ name = "Editor", file = "editor.exe" }))
--- ```
---@param snapin { name: string, description?: string, file?: string, args?: string, runWith?: string, runWithArgs?: string, isEnabled?: boolean, reboot?: boolean, shutdown?: boolean, hide?: boolean, timeout?: integer, packtype?: boolean, protected?: boolean, toReplicate?: boolean } what it is made of; what is absent gets a default that works
---@return Snapin snapin the snapin as the server now has it
function fog.snapin_create(snapin) end

--- Changes a snapin.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- fog.snapin("7-Zip"):update({ args = "/S", reboot = true })
--- ```
---@param snapin Snapin|string|integer snapin to change
---@param changes { name?: string, description?: string, file?: string, args?: string, runWith?: string, runWithArgs?: string, isEnabled?: boolean, reboot?: boolean, shutdown?: boolean, hide?: boolean, timeout?: integer, packtype?: boolean, protected?: boolean, toReplicate?: boolean } new values; an empty text clears a field
---@return Snapin snapin the snapin as the server now has it
function fog.snapin_update(snapin, changes) end

--- Deletes a snapin.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.snapin_create({ name = "Editor", file = "editor.exe" }):delete()
--- ```
---@param snapin Snapin|string|integer snapin to delete
---@return Snapin snapin the snapin as it was
function fog.snapin_delete(snapin) end

--- Lists printers.
---
--- ```lua
--- for _, printer in ipairs(fog.printers()) do
---   print(printer)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, config?: string, port?: string, ip?: string, model?: string, file?: string, configFile?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] printers printers in the server's order; empty where none fits
function fog.printers(where) end

--- Gets one printer.
---
--- ```lua
--- local printer = fog.printers()[1]
--- if printer then
---   print(fog.printer(printer.id))
--- end
--- ```
---@param key Printer|string|integer number or exact name
---@return Printer printer the printer
function fog.printer(key) end

--- Finds one printer.
---
--- ```lua
--- if not fog.find_printer("no such name") then
---   print("not there")
--- end
--- ```
---@param key Printer|string|integer number or exact name
---@return Printer|nil printer the printer; nil where there is none
function fog.find_printer(key) end

--- Makes a printer.
---
--- ```lua
--- print(fog.printer_create({ name = "Room 12", config = "Network", ip = "10.0.0.12" }))
--- ```
---@param printer { name: string, description?: string, config?: string, port?: string, ip?: string, model?: string, file?: string, configFile?: string } what it is made of; what is absent gets a default that works
---@return Printer printer the printer as the server now has it
function fog.printer_create(printer) end

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
---@param printer Printer|string|integer printer to change
---@param changes { name?: string, description?: string, config?: string, port?: string, ip?: string, model?: string, file?: string, configFile?: string } new values; an empty text clears a field
---@return Printer printer the printer as the server now has it
function fog.printer_update(printer, changes) end

--- Deletes a printer.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.printer_create({ name = "Room 12", config = "Network", ip = "10.0.0.12" }):delete()
--- ```
---@param printer Printer|string|integer printer to delete
---@return Printer printer the printer as it was
function fog.printer_delete(printer) end

--- Lists modules.
---
--- ```lua
--- for _, module in ipairs(fog.modules()) do
---   print(module)
--- end
--- ```
---@param where? { id?: integer, name?: string, shortName?: string, description?: string, isDefault?: boolean } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] modules modules in the server's order; empty where none fits
function fog.modules(where) end

--- Gets one module.
---
--- ```lua
--- local module = fog.modules()[1]
--- if module then
---   print(fog.module(module.id))
--- end
--- ```
---@param key Module|string|integer number or exact name
---@return Module module the module
function fog.module(key) end

--- Finds one module.
---
--- ```lua
--- if not fog.find_module("no such name") then
---   print("not there")
--- end
--- ```
---@param key Module|string|integer number or exact name
---@return Module|nil module the module; nil where there is none
function fog.find_module(key) end

--- Lists storage nodes.
---
--- ```lua
--- for _, node in ipairs(fog.storage_nodes()) do
---   print(node)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, ip?: string, storagegroupID?: integer, storagegroupname?: string, isMaster?: boolean, isEnabled?: boolean, isGraphEnabled?: boolean, online?: boolean, maxClients?: integer, clientload?: number, path?: string, ftppath?: string, snapinpath?: string, sslpath?: string, webroot?: string, interface?: string, bandwidth?: integer, bitrate?: string, helloInterval?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] storage_nodes storage nodes in the server's order; empty where none fits
function fog.storage_nodes(where) end

--- Gets one storage node.
---
--- ```lua
--- local node = fog.storage_nodes()[1]
--- if node then
---   print(fog.storage_node(node.id))
--- end
--- ```
---@param key StorageNode|string|integer number or exact name
---@return StorageNode storage_node the storage node
function fog.storage_node(key) end

--- Finds one storage node.
---
--- ```lua
--- if not fog.find_storage_node("no such name") then
---   print("not there")
--- end
--- ```
---@param key StorageNode|string|integer number or exact name
---@return StorageNode|nil storage_node the storage node; nil where there is none
function fog.find_storage_node(key) end

--- Makes a storage node.
---
--- FOG does not try whether the server answers: look at the field online afterwards.
---
--- ```lua
--- print(fog.storage_node_create({
---   name = "Cellar", ip = "10.0.0.9", path = "/images", ftppath = "/images",
---   user = "fogproject", pass = "from a secret parameter",
--- }))
--- ```
---@param storage_node { user: Secret|string, pass: Secret|string, name: string, description?: string, ip: string, storagegroupID?: integer, isMaster?: boolean, isEnabled?: boolean, isGraphEnabled?: boolean, maxClients?: integer, path: string, ftppath: string, snapinpath?: string, sslpath?: string, webroot?: string, interface?: string, bandwidth?: integer, bitrate?: string, helloInterval?: string } what it is made of; what is absent gets a default
---@return StorageNode storage_node the node as the server now has it
function fog.storage_node_create(storage_node) end

--- Changes a storage node.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local node = fog.storage_nodes()[1]
--- if node then
---   node:update({ maxClients = 8 })
--- end
--- ```
---@param storage_node StorageNode|string|integer storage node to change
---@param changes { name?: string, description?: string, ip?: string, storagegroupID?: integer, isMaster?: boolean, isEnabled?: boolean, isGraphEnabled?: boolean, maxClients?: integer, path?: string, ftppath?: string, snapinpath?: string, sslpath?: string, webroot?: string, interface?: string, bandwidth?: integer, bitrate?: string, helloInterval?: string } new values; an empty text clears a field
---@return StorageNode storage_node the storage node as the server now has it
function fog.storage_node_update(storage_node, changes) end

--- Deletes a storage node.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- local node = fog.find_storage_node("Attic")
--- if node then
---   node:delete()
--- end
--- ```
---@param storage_node StorageNode|string|integer storage node to delete
---@return StorageNode storage_node the storage node as it was
function fog.storage_node_delete(storage_node) end

--- Lists storage groups.
---
--- ```lua
--- for _, group in ipairs(fog.storage_groups()) do
---   print(group)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, totalsupportedclients?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] storage_groups storage groups in the server's order; empty where none fits
function fog.storage_groups(where) end

--- Gets one storage group.
---
--- ```lua
--- local group = fog.storage_groups()[1]
--- if group then
---   print(fog.storage_group(group.id))
--- end
--- ```
---@param key StorageGroup|string|integer number or exact name
---@return StorageGroup storage_group the storage group
function fog.storage_group(key) end

--- Finds one storage group.
---
--- ```lua
--- if not fog.find_storage_group("no such name") then
---   print("not there")
--- end
--- ```
---@param key StorageGroup|string|integer number or exact name
---@return StorageGroup|nil storage_group the storage group; nil where there is none
function fog.find_storage_group(key) end

--- Makes a storage group.
---
--- ```lua
--- print(fog.storage_group_create({ name = "Second site" }))
--- ```
---@param storage_group { name: string, description?: string } what it is made of; what is absent gets a default that works
---@return StorageGroup storage_group the storage group as the server now has it
function fog.storage_group_create(storage_group) end

--- Changes a storage group.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local group = fog.storage_groups()[1]
--- if group then
---   group:update({ description = "main building" })
--- end
--- ```
---@param storage_group StorageGroup|string|integer storage group to change
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return StorageGroup storage_group the storage group as the server now has it
function fog.storage_group_update(storage_group, changes) end

--- Deletes a storage group.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.storage_group_create({ name = "Second site" }):delete()
--- ```
---@param storage_group StorageGroup|string|integer storage group to delete
---@return StorageGroup storage_group the storage group as it was
function fog.storage_group_delete(storage_group) end

--- Lists inventories.
---
--- ```lua
--- for _, record in ipairs(fog.inventories()) do
---   print(record)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, hostname?: string, primaryUser?: string, other1?: string, other2?: string, createdTime?: integer, sysman?: string, sysproduct?: string, sysversion?: string, sysserial?: string, sysuuid?: string, systype?: string, biosversion?: string, biosvendor?: string, biosdate?: string, mbman?: string, mbproductname?: string, mbversion?: string, mbserial?: string, mbasset?: string, cpuman?: string, cpuversion?: string, cpucurrent?: string, cpumax?: string, mem?: string, memory?: string, hdmodel?: string, hdserial?: string, hdfirmware?: string, caseman?: string, casever?: string, caseserial?: string, caseasset?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] inventories inventories in the server's order; empty where none fits
function fog.inventories(where) end

--- Gets one inventory record.
---
--- ```lua
--- local record = fog.inventories()[1]
--- if record then
---   print(fog.inventory_record(record.id))
--- end
--- ```
---@param key Inventory|integer number
---@return Inventory inventory_record the inventory record
function fog.inventory_record(key) end

--- Changes an inventory record.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local record = fog.inventories()[1]
--- if record then
---   record:update({ primaryUser = "room 12" })
--- end
--- ```
---@param inventory_record Inventory|integer inventory record to change
---@param changes { primaryUser?: string, other1?: string, other2?: string, sysman?: string, sysproduct?: string, sysversion?: string, sysserial?: string, sysuuid?: string, systype?: string, biosversion?: string, biosvendor?: string, biosdate?: string, mbman?: string, mbproductname?: string, mbversion?: string, mbserial?: string, mbasset?: string, cpuman?: string, cpuversion?: string, cpucurrent?: string, cpumax?: string, mem?: string, hdmodel?: string, hdserial?: string, hdfirmware?: string, caseman?: string, casever?: string, caseserial?: string, caseasset?: string } new values; an empty text clears a field
---@return Inventory inventory_record the inventory record as the server now has it
function fog.inventory_record_update(inventory_record, changes) end

--- Lists power managements.
---
--- ```lua
--- for _, management in ipairs(fog.power_managements()) do
---   print(management)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, action?: string, onDemand?: boolean, min?: string, hour?: string, dom?: string, month?: string, dow?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] power_managements power managements in the server's order; empty where none fits
function fog.power_managements(where) end

--- Gets one power management.
---
--- ```lua
--- local management = fog.power_managements()[1]
--- if management then
---   print(fog.power_management(management.id))
--- end
--- ```
---@param key PowerManagement|integer number
---@return PowerManagement power_management the power management
function fog.power_management(key) end

--- Makes a power management.
---
--- ```lua
--- print(fog.power_management_create({ hostID = fog.host("pc-001"), action = "shutdown", min = "0", hour = "22", dom = "*", month = "*", dow = "*" }))
--- ```
---@param power_management { hostID?: integer, action?: string, onDemand?: boolean, min?: string, hour?: string, dom?: string, month?: string, dow?: string } what it is made of; what is absent gets a default that works
---@return PowerManagement power_management the power management as the server now has it
function fog.power_management_create(power_management) end

--- Changes a power management.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- local management = fog.power_managements()[1]
--- if management then
---   management:update({ hour = "23" })
--- end
--- ```
---@param power_management PowerManagement|integer power management to change
---@param changes { action?: string, min?: string, hour?: string, dom?: string, month?: string, dow?: string } new values; an empty text clears a field
---@return PowerManagement power_management the power management as the server now has it
function fog.power_management_update(power_management, changes) end

--- Deletes a power management.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.power_management_create({ hostID = fog.host("pc-001"), action = "shutdown", min = "0", hour = "22", dom = "*", month = "*", dow = "*" }):delete()
--- ```
---@param power_management PowerManagement|integer power management to delete
---@return PowerManagement power_management the power management as it was
function fog.power_management_delete(power_management) end

--- Lists user tracking.
---
--- ```lua
--- for _, tracking in ipairs(fog.user_tracking()) do
---   print(tracking)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, hostname?: string, username?: string, action?: string, datetime?: integer, description?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] user_tracking user tracking in the server's order; empty where none fits
function fog.user_tracking(where) end

--- Lists imaging log.
---
--- ```lua
--- for _, record in ipairs(fog.imaging_log()) do
---   print(record)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, hostname?: string, image?: string, type?: string, start?: integer, finish?: integer, createdBy?: string, taskID?: integer, stateID?: integer, statename?: string, ip?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] imaging_log imaging log in the server's order; empty where none fits
function fog.imaging_log(where) end

--- Lists snapin jobs.
---
--- ```lua
--- for _, job in ipairs(fog.snapin_jobs()) do
---   print(job)
--- end
--- ```
---@param where? { id?: integer, hostID?: integer, hostname?: string, stateID?: integer, statename?: string, createdTime?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] snapin_jobs snapin jobs in the server's order; empty where none fits
function fog.snapin_jobs(where) end

--- Gets one snapin job.
---
--- ```lua
--- local job = fog.snapin_jobs()[1]
--- if job then
---   print(fog.snapin_job(job.id))
--- end
--- ```
---@param key SnapinJob|integer number
---@return SnapinJob snapin_job the snapin job
function fog.snapin_job(key) end

--- Lists snapin tasks.
---
--- ```lua
--- for _, task in ipairs(fog.snapin_tasks()) do
---   print(task)
--- end
--- ```
---@param where? { id?: integer, jobID?: integer, hostID?: integer, snapinID?: integer, snapinname?: string, stateID?: integer, statename?: string, checkin?: integer, complete?: integer, return?: integer, details?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] snapin_tasks snapin tasks in the server's order; empty where none fits
function fog.snapin_tasks(where) end

--- Gets one snapin task.
---
--- ```lua
--- local task = fog.snapin_tasks()[1]
--- if task then
---   print(fog.snapin_task(task.id))
--- end
--- ```
---@param key SnapinTask|integer number
---@return SnapinTask snapin_task the snapin task
function fog.snapin_task(key) end

--- Lists multicast sessions.
---
--- ```lua
--- for _, session in ipairs(fog.multicast_sessions()) do
---   print(session)
--- end
--- ```
---@param where? { id?: integer, name?: string, imageID?: integer, imagename?: string, stateID?: integer, statename?: string, clients?: integer, sessclients?: integer, percent?: integer, port?: integer, interface?: string, logpath?: string, isDD?: integer, storagegroupID?: integer, starttime?: integer, completetime?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] multicast_sessions multicast sessions in the server's order; empty where none fits
function fog.multicast_sessions(where) end

--- Gets one multicast session.
---
--- ```lua
--- local session = fog.multicast_sessions()[1]
--- if session then
---   print(fog.multicast_session(session.id))
--- end
--- ```
---@param key MulticastSession|string|integer number or exact name
---@return MulticastSession multicast_session the multicast session
function fog.multicast_session(key) end

--- Finds one multicast session.
---
--- ```lua
--- if not fog.find_multicast_session("no such name") then
---   print("not there")
--- end
--- ```
---@param key MulticastSession|string|integer number or exact name
---@return MulticastSession|nil multicast_session the multicast session; nil where there is none
function fog.find_multicast_session(key) end

--- Lists scheduled tasks.
---
--- ```lua
--- for _, task in ipairs(fog.scheduled_tasks()) do
---   print(task)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, type?: string, taskTypeID?: integer, tasktypename?: string, hostID?: integer, hostname?: string, groupID?: integer, groupname?: string, isGroupTask?: boolean, isActive?: boolean, scheduleTime?: integer, minute?: string, hour?: string, dayOfMonth?: string, month?: string, dayOfWeek?: string, runtime?: integer, shutdown?: boolean, other1?: string, other2?: string, other3?: string, other4?: string, other5?: string, imageID?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] scheduled_tasks scheduled tasks in the server's order; empty where none fits
function fog.scheduled_tasks(where) end

--- Gets one scheduled task.
---
--- ```lua
--- local task = fog.scheduled_tasks()[1]
--- if task then
---   print(fog.scheduled_task(task.id))
--- end
--- ```
---@param key ScheduledTask|string|integer number or exact name
---@return ScheduledTask scheduled_task the scheduled task
function fog.scheduled_task(key) end

--- Finds one scheduled task.
---
--- ```lua
--- if not fog.find_scheduled_task("no such name") then
---   print("not there")
--- end
--- ```
---@param key ScheduledTask|string|integer number or exact name
---@return ScheduledTask|nil scheduled_task the scheduled task; nil where there is none
function fog.find_scheduled_task(key) end

--- Lists task states.
---
--- ```lua
--- for _, state in ipairs(fog.task_states()) do
---   print(state)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, order?: integer } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] task_states task states in the server's order; empty where none fits
function fog.task_states(where) end

--- Gets one task state.
---
--- ```lua
--- local state = fog.task_states()[1]
--- if state then
---   print(fog.task_state(state.id))
--- end
--- ```
---@param key TaskState|string|integer number or exact name
---@return TaskState task_state the task state
function fog.task_state(key) end

--- Finds one task state.
---
--- ```lua
--- if not fog.find_task_state("no such name") then
---   print("not there")
--- end
--- ```
---@param key TaskState|string|integer number or exact name
---@return TaskState|nil task_state the task state; nil where there is none
function fog.find_task_state(key) end

--- Lists image types.
---
--- ```lua
--- for _, type in ipairs(fog.image_types()) do
---   print(type)
--- end
--- ```
---@param where? { id?: integer, name?: string, type?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] image_types image types in the server's order; empty where none fits
function fog.image_types(where) end

--- Gets one image type.
---
--- ```lua
--- local type = fog.image_types()[1]
--- if type then
---   print(fog.image_type(type.id))
--- end
--- ```
---@param key ImageType|string|integer number or exact name
---@return ImageType image_type the image type
function fog.image_type(key) end

--- Finds one image type.
---
--- ```lua
--- if not fog.find_image_type("no such name") then
---   print("not there")
--- end
--- ```
---@param key ImageType|string|integer number or exact name
---@return ImageType|nil image_type the image type; nil where there is none
function fog.find_image_type(key) end

--- Lists image partition types.
---
--- ```lua
--- for _, type in ipairs(fog.image_partition_types()) do
---   print(type)
--- end
--- ```
---@param where? { id?: integer, name?: string, type?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] image_partition_types image partition types in the server's order; empty where none fits
function fog.image_partition_types(where) end

--- Gets one image partition type.
---
--- ```lua
--- local type = fog.image_partition_types()[1]
--- if type then
---   print(fog.image_partition_type(type.id))
--- end
--- ```
---@param key ImagePartitionType|string|integer number or exact name
---@return ImagePartitionType image_partition_type the image partition type
function fog.image_partition_type(key) end

--- Finds one image partition type.
---
--- ```lua
--- if not fog.find_image_partition_type("no such name") then
---   print("not there")
--- end
--- ```
---@param key ImagePartitionType|string|integer number or exact name
---@return ImagePartitionType|nil image_partition_type the image partition type; nil where there is none
function fog.find_image_partition_type(key) end

--- Lists operating systems.
---
--- ```lua
--- for _, system in ipairs(fog.operating_systems()) do
---   print(system)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] operating_systems operating systems in the server's order; empty where none fits
function fog.operating_systems(where) end

--- Gets one operating system.
---
--- ```lua
--- local system = fog.operating_systems()[1]
--- if system then
---   print(fog.operating_system(system.id))
--- end
--- ```
---@param key OperatingSystem|string|integer number or exact name
---@return OperatingSystem operating_system the operating system
function fog.operating_system(key) end

--- Finds one operating system.
---
--- ```lua
--- if not fog.find_operating_system("no such name") then
---   print("not there")
--- end
--- ```
---@param key OperatingSystem|string|integer number or exact name
---@return OperatingSystem|nil operating_system the operating system; nil where there is none
function fog.find_operating_system(key) end

--- Lists key sequences.
---
--- ```lua
--- for _, sequence in ipairs(fog.key_sequences()) do
---   print(sequence)
--- end
--- ```
---@param where? { id?: integer, name?: string, ascii?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] key_sequences key sequences in the server's order; empty where none fits
function fog.key_sequences(where) end

--- Gets one key sequence.
---
--- ```lua
--- local sequence = fog.key_sequences()[1]
--- if sequence then
---   print(fog.key_sequence(sequence.id))
--- end
--- ```
---@param key KeySequence|string|integer number or exact name
---@return KeySequence key_sequence the key sequence
function fog.key_sequence(key) end

--- Finds one key sequence.
---
--- ```lua
--- if not fog.find_key_sequence("no such name") then
---   print("not there")
--- end
--- ```
---@param key KeySequence|string|integer number or exact name
---@return KeySequence|nil key_sequence the key sequence; nil where there is none
function fog.find_key_sequence(key) end

--- Lists pxe menu.
---
--- ```lua
--- for _, entry in ipairs(fog.pxe_menu()) do
---   print(entry)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, params?: string, args?: string, default?: boolean, regMenu?: integer, hotkey?: boolean, keysequence?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] pxe_menu pxe menu in the server's order; empty where none fits
function fog.pxe_menu(where) end

--- Gets one pxe menu entry.
---
--- ```lua
--- local entry = fog.pxe_menu()[1]
--- if entry then
---   print(fog.pxe_menu_entry(entry.id))
--- end
--- ```
---@param key PXEMenuEntry|string|integer number or exact name
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry
function fog.pxe_menu_entry(key) end

--- Finds one pxe menu entry.
---
--- ```lua
--- if not fog.find_pxe_menu_entry("no such name") then
---   print("not there")
--- end
--- ```
---@param key PXEMenuEntry|string|integer number or exact name
---@return PXEMenuEntry|nil pxe_menu_entry the pxe menu entry; nil where there is none
function fog.find_pxe_menu_entry(key) end

--- Makes a pxe menu entry.
---
--- ```lua
--- print(fog.pxe_menu_entry_create({ name = "fog.rescue", description = "Rescue system" }))
--- ```
---@param pxe_menu_entry { name: string, description?: string, params?: string, args?: string, default?: boolean, regMenu?: integer, hotkey?: boolean, keysequence?: string } what it is made of; what is absent gets a default that works
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry as the server now has it
function fog.pxe_menu_entry_create(pxe_menu_entry) end

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
---@param pxe_menu_entry PXEMenuEntry|string|integer pxe menu entry to change
---@param changes { name?: string, description?: string, params?: string, args?: string, default?: boolean, regMenu?: integer, hotkey?: boolean, keysequence?: string } new values; an empty text clears a field
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry as the server now has it
function fog.pxe_menu_entry_update(pxe_menu_entry, changes) end

--- Deletes a pxe menu entry.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- fog.pxe_menu_entry_create({ name = "fog.rescue", description = "Rescue system" }):delete()
--- ```
---@param pxe_menu_entry PXEMenuEntry|string|integer pxe menu entry to delete
---@return PXEMenuEntry pxe_menu_entry the pxe menu entry as it was
function fog.pxe_menu_entry_delete(pxe_menu_entry) end

--- Lists users.
---
--- ```lua
--- if fog.supports("users") then
---   for _, user in ipairs(fog.users()) do
---     print(user)
---   end
--- end
--- ```
---@param where? { id?: integer, name?: string, display?: string, type?: integer, api?: boolean, createdTime?: integer, createdBy?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] users users in the server's order; empty where none fits
function fog.users(where) end

--- Gets one user.
---
--- ```lua
--- if fog.supports("users") then
---   local user = fog.users()[1]
---   if user then
---     print(fog.user(user.id))
---   end
--- end
--- ```
---@param key User|string|integer number or exact name
---@return User user the user
function fog.user(key) end

--- Finds one user.
---
--- ```lua
--- if fog.supports("users") then
---   if not fog.find_user("no such name") then
---     print("not there")
---   end
--- end
--- ```
---@param key User|string|integer number or exact name
---@return User|nil user the user; nil where there is none
function fog.find_user(key) end

--- Lists roles.
---
--- ```lua
--- if fog.supports("roles") then
---   for _, role in ipairs(fog.roles()) do
---     print(role)
---   end
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, createdTime?: integer, createdBy?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] roles roles in the server's order; empty where none fits
function fog.roles(where) end

--- Gets one role.
---
--- ```lua
--- if fog.supports("roles") then
---   local role = fog.roles()[1]
---   if role then
---     print(fog.role(role.id))
---   end
--- end
--- ```
---@param key Role|string|integer number or exact name
---@return Role role the role
function fog.role(key) end

--- Finds one role.
---
--- ```lua
--- if fog.supports("roles") then
---   if not fog.find_role("no such name") then
---     print("not there")
---   end
--- end
--- ```
---@param key Role|string|integer number or exact name
---@return Role|nil role the role; nil where there is none
function fog.find_role(key) end

--- Makes a role.
---
--- ```lua
--- if fog.supports("roles") then
---   print(fog.role_create({ name = "Technicians" }))
--- end
--- ```
---@param role { name: string, description?: string } what it is made of; what is absent gets a default that works
---@return Role role the role as the server now has it
function fog.role_create(role) end

--- Changes a role.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- if fog.supports("roles") then
---   local role = fog.roles()[1]
---   if role then
---     role:update({ description = "all rooms" })
---   end
--- end
--- ```
---@param role Role|string|integer role to change
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return Role role the role as the server now has it
function fog.role_update(role, changes) end

--- Deletes a role.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- if fog.supports("roles") then
---   fog.role_create({ name = "Technicians" }):delete()
--- end
--- ```
---@param role Role|string|integer role to delete
---@return Role role the role as it was
function fog.role_delete(role) end

--- Lists sites.
---
--- ```lua
--- if fog.supports("sites") then
---   for _, site in ipairs(fog.sites()) do
---     print(site)
---   end
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, createdTime?: integer, createdBy?: string } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] sites sites in the server's order; empty where none fits
function fog.sites(where) end

--- Gets one site.
---
--- ```lua
--- if fog.supports("sites") then
---   local site = fog.sites()[1]
---   if site then
---     print(fog.site(site.id))
---   end
--- end
--- ```
---@param key Site|string|integer number or exact name
---@return Site site the site
function fog.site(key) end

--- Finds one site.
---
--- ```lua
--- if fog.supports("sites") then
---   if not fog.find_site("no such name") then
---     print("not there")
---   end
--- end
--- ```
---@param key Site|string|integer number or exact name
---@return Site|nil site the site; nil where there is none
function fog.find_site(key) end

--- Makes a site.
---
--- ```lua
--- if fog.supports("sites") then
---   print(fog.site_create({ name = "North" }))
--- end
--- ```
---@param site { name: string, description?: string } what it is made of; what is absent gets a default that works
---@return Site site the site as the server now has it
function fog.site_create(site) end

--- Changes a site.
---
--- Only what differs is sent, and the row is read back.
---
--- ```lua
--- if fog.supports("sites") then
---   local site = fog.sites()[1]
---   if site then
---     site:update({ description = "north campus" })
---   end
--- end
--- ```
---@param site Site|string|integer site to change
---@param changes { name?: string, description?: string } new values; an empty text clears a field
---@return Site site the site as the server now has it
function fog.site_update(site, changes) end

--- Deletes a site.
---
--- Refused while something else would go with it or stand without it.
---
--- ```lua
--- if fog.supports("sites") then
---   fog.site_create({ name = "North" }):delete()
--- end
--- ```
---@param site Site|string|integer site to delete
---@return Site site the site as it was
function fog.site_delete(site) end

--- Lists settings.
---
--- ```lua
--- for _, setting in ipairs(fog.settings()) do
---   print(setting)
--- end
--- ```
---@param where? { id?: integer, name?: string, description?: string, value?: string, category?: string, isSecret?: boolean } values that their fields have, as in { id = 1 }; all rows if absent
---@return any[] settings settings in the server's order; empty where none fits
function fog.settings(where) end

--- Gets one setting.
---
--- ```lua
--- print(fog.setting("FOG_TZ_INFO"))
--- ```
---@param key Setting|string|integer number or exact name
---@return Setting setting the setting
function fog.setting(key) end

--- Finds one setting.
---
--- ```lua
--- if not fog.find_setting("no such name") then
---   print("not there")
--- end
--- ```
---@param key Setting|string|integer number or exact name
---@return Setting|nil setting the setting; nil where there is none
function fog.find_setting(key) end

--- Changes a setting of the server.
---
--- The value of a secret setting can be set and never read.
---
--- ```lua
--- fog.setting("FOG_TZ_INFO"):set("Europe/Berlin")
--- ```
---@param setting Setting|string|integer setting to change
---@param value string|integer|boolean new value; true and false are FOG's 1 and 0
---@return Setting setting the setting as the server now has it
function fog.setting_set(setting, value) end

--- Gives the same functions with leave to do less.
---
--- What it gives may do what its maker may do and this allows: never more. Hand it to code that is to touch some hosts only. Objects that it gives remember it: their methods may do no more, either. With hosts it changes nothing but hosts, and of these only the named ones; which ones they are is settled once. Reading is confined by allow and deny alone.
---
--- ```lua
--- local lab = fog.restrict({ hosts = "group:Lab A", allow = { "read", "task:deploy" }, max_hosts = 5 })
--- print(lab.permitted("task:deploy", "pc-001"), lab.permitted("task:capture", "pc-001"))
--- ```
---@param options { hosts?: string, allow?: any[], deny?: any[], max_hosts?: integer } what they may do
---@return fog fog the same functions, with leave to do less
function fog.restrict(options) end

--- Says whether something would be permitted.
---
--- Nobody is asked. How many hosts the run may still change is not looked at.
---
--- ```lua
--- print(fog.permitted("task:deploy", "pc-001"))
--- ```
---@param what string what is to be done, as in "task:deploy" or "write:host"
---@param host? Host|string|integer host that it would be done to; any host if absent
---@return boolean permitted whether it would be
function fog.permitted(what, host) end

--- Says why something would not be permitted.
---
--- ```lua
--- local lab = fog.restrict({ deny = { "setting" } })
--- print(lab.refusal("setting"))
--- ```
---@param what string what is to be done, as in "task:deploy" or "write:host"
---@param host? Host|string|integer host that it would be done to; any host if absent
---@return string|nil reason why not; nil where it would be permitted
function fog.refusal(what, host) end

--- Says what server this is.
---
--- ```lua
--- print(fog.info().version)
--- ```
---@return Server server address, version and time zone
function fog.info() end

--- Says whether the server can do something that not every server can.
---
--- It is found by what the server answers, never by its version. fog.info().capabilities lists all.
---
--- ```lua
--- if fog.supports("roles") then
---   print(#fog.roles() .. " roles")
--- end
--- ```
---@param capability string what it is to do, as in "paging" or "roles"
---@return boolean supported whether it can
function fog.supports(capability) end

--- Lists the server's plugins.
---
--- ```lua
--- for _, plugin in ipairs(fog.plugins()) do
---   print(plugin.name, plugin.state)
--- end
--- ```
---@return any[] plugins plugins, those that are switched off as well
function fog.plugins() end

--- Gives the functions of another server.
---
--- What it gives has all functions of fog. Its objects remember their server: their methods work there.
---
--- ```lua
--- local annexe = fog.server("annexe")
--- print(#annexe.hosts(), annexe.host("pc-001"))
--- ```
---@param name string name of the server in the operator's settings, as 'foghorn servers' lists it
---@return fog fog the same functions, for that server
function fog.server(name) end

--- Asks the operator before something is changed.
---
--- Goes on at once where nobody has to be asked: on the simulator, and with --yes.
---
--- ```lua
--- fog.confirm("Wipe the front row?", 6)
--- ```
---@param question string what is about to be done
---@param host_count? integer how many hosts it touches
function fog.confirm(question, host_count) end

--- Tells the time.
---
--- ```lua
--- print(fog.now())
--- ```
---@return number time seconds since 1970-01-01 UTC by the run's clock
function fog.now() end

--- Hands a file over to whoever runs the script.
---
--- It lands in the run's folder, and foghorn says at the end where that is. A second file of the same name replaces the first. All of them together hold at most 64 MiB.
---
--- ```lua
--- fog.artifact("hosts.txt", tostring(#fog.hosts()) .. " hosts\n")
--- ```
---@param name string name of the file without folders, as in "report.csv"
---@param text string all that the file holds, in UTF-8
function fog.artifact(name, text) end

--- Lists rows of any class as tables.
---
--- ```lua
--- for _, row in ipairs(fog.api.imagetype:list()) do
---   print(row.id, row.name)
--- end
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param where? table values that their members have; all rows if absent
---@return any[] rows tables in FOG's own words; secrets do not print
function fog.api.list(class, where) end

--- Gets one row of any class as a table.
---
--- ```lua
--- print(fog.api.image:get(1).name)
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param id integer number of the row
---@return table row the row in FOG's own words
function fog.api.get(class, id) end

--- Searches the rows of a class as FOG's own search does.
---
--- ```lua
--- print(#fog.api.host:search("pc-00"))
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param term string what to look for
---@return any[] rows tables in FOG's own words
function fog.api.search(class, term) end

--- Makes a row of any class.
---
--- ```lua
--- print(fog.api.group:create({ name = "Lab D" }).id)
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param values table values by FOG's own names
---@return table row the row as the server now has it
function fog.api.create(class, values) end

--- Changes a row of any class.
---
--- ```lua
--- fog.api.group:update(1, { description = "ground floor" })
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param id integer number of the row
---@param values table new values by FOG's own names
---@return table row the row as the server now has it
function fog.api.update(class, id, values) end

--- Deletes a row of any class.
---
--- ```lua
--- local row = fog.api.group:create({ name = "Lab E" })
--- fog.api.group:delete(row.id)
--- ```
---@param class Class|string FOG's own name, as in "history"
---@param id integer number of the row
---@return table row the row as it was
function fog.api.delete(class, id) end

--- Sends a request in FOG's own words.
---
--- A refusal by the server is no error: look at status. A request that changes something is sent once.
---
--- ```lua
--- local answer = fog.api.request({ method = "GET", path = "/fog/image/1" })
--- print(answer.status, answer.body.name)
--- ```
---@param request { method?: string, path: string, query?: string, body?: table|string|number|boolean } what to send
---@return table answer a table with status (number) and body, nil where it is empty
function fog.api.request(request) end

--- Searches the server as its own search does.
---
--- ```lua
--- for _, found in ipairs(fog.search("pc-001", { class = "host" })) do
---   print(found.class, found.id, found.name)
--- end
--- ```
---@param term string what to look for
---@param options? { class?: Class|string } where to look
---@return any[] found a table for each row: class, id and name
function fog.search(term, options) end

