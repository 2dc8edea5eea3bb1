import FogScript
import FogSession
import FogSim
import ScriptAPI
import Testing

@Suite struct ClassFunctionTests {
    static let dialects: [FogSim.Dialect] = [.fog15php7, .fog15php8, .fog16]

    @Test(arguments: dialects)
    func `Strips shared adapters, and leaves each host an address`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            for _, change in ipairs(fog.macs_strip({ "00-E0-4C" })) do print(change.host, change.removed) end
            for _, mac in ipairs(fog.macs()) do
              if mac.mac:sub(1, 8) == "00:e0:4c" then print("left", mac) end
            end
            fog.host_mac_add("pc-001", "00:e0:4c:00:00:99", { primary = true })
            for _, change in ipairs(fog.macs_strip({ "00:e0:4c" })) do print(change.host, change.removed, change.primary) end
            local host = fog.host("pc-001")
            print(fog.macs_strip({ host.primac })[1].reason)
            print(#host:mac_rows())
            """
        )

        #expect(outcome.failure == nil)
        let primary = outcome.printed.dropFirst(2).first?.split(separator: "\t").last.map(String.init)
        #expect(outcome.printed.prefix(2) == ["pc-004\ttrue", "pc-008\ttrue"])
        #expect(outcome.printed.dropFirst(2).first?.hasPrefix("pc-001\ttrue\t") == true)
        #expect(primary?.hasPrefix("00:e0:4c") == false)
        #expect(outcome.printed.suffix(2) == ["it is the host's only address", "1"])
    }

    @Test(arguments: dialects)
    func `Sets what belongs to a row by what is missing and what is too much`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            local host = fog.host("pc-001")
            print(host:snapins_set({ "Agent" }) > 0, host:snapins_set("Agent"))
            print(host:snapins_add({ "7-Zip", "Agent", "LibreOffice" }), #host:snapins(), host:snapins_remove("7-Zip"))
            print(pcall(host.snapins_add, host, { "7-Zipp", "Agent", "LibreOffice" }))
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed.prefix(2) == ["true\t0", "2\t3\t1"])
        #expect(outcome.printed.last?.contains("no snapin named \"7-Zipp\"; did you mean \"7-Zip\"?") == true)
    }

    @Test(arguments: dialects)
    func `Finds a host by address, serial number and UUID`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            local host = fog.host("pc-001")
            local inventory = host:inventory()
            print(fog.host({ mac = host.primac }) == host, fog.host({ serial = inventory.sysserial }) == host,
              fog.host({ uuid = inventory.sysuuid }) == host, fog.find_host({ serial = "nobody's" }))
            fog.host({ serial = "nobody's" })
            """
        )

        #expect(outcome.printed == ["true\ttrue\ttrue\tnil"])
        #expect(outcome.failure?.message.contains("no host has the serial \"nobody's\"") == true)
    }

    @Test func `Shows no secret of a row in FOG's own words`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            fog.host("pc-001"):set_secret("ad_password", "hunter2")
            local row = fog.api.host:get(1)
            print(row.ADPass)
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed == ["(secret)"])
    }

    @Test(arguments: [
        ("fog.api.histroy:list()", "fog.api has no function \"histroy\"; did you mean \"history\"?"),
        ("fog.api.list('histroy')", "unknown class \"histroy\"; did you mean \"history\"?"),
        ("fog.supports('pagin')", "unknown capability \"pagin\"; did you mean \"paging\"?"),
        ("fog.snapins({ nmae = 'x' })", "unknown option \"nmae\"; did you mean \"name\"?"),
        ("fog.snapin('7-Zip'):update({ flie = 'x' })", "unknown option \"flie\"; did you mean \"file\"?"),
        ("fog.snapin('7-Zp')", "no snapin named \"7-Zp\"; did you mean \"7-Zip\"?"),
        (
            "fog.host(1):set_secret('ad_pasword', 'x')",
            "a host has no secret \"ad_pasword\"; did you mean \"ad_password\"?"
        ),
        ("fog.power_management_create({ hostID = fog.image(1), action = 'reboot' })", "integer expected, got Image"),
    ])
    func `Names the word that was meant`(_ script: String, _ words: String) async throws {
        let outcome = try await SimulatedSite().run(script)

        #expect(outcome.failure?.message.contains(words) == true, "\(outcome.failure?.message ?? "no failure")")
        #expect(outcome.failure?.line == 1)
    }

    /// FogApi's cmdlets and the functions that answer them.
    ///
    /// Those about the local Windows computer or the client's own settings are left out.
    ///
    /// Origin: FogApi's list of 61 cmdlets.
    @Test(arguments: [
        ("Invoke-FogApi", ["fog.api.request"]),
        (
            "Get- New- Update- Remove-FogObject",
            ["fog.api.list", "fog.api.get", "fog.api.create", "fog.api.update", "fog.api.delete"]
        ),
        ("Find-FogObject", ["fog.search", "fog.api.search"]), ("Get-FogVersion", ["fog.info", "fog.supports"]),
        ("Get-FogHosts", ["fog.hosts"]), ("Get-FogHost", ["fog.host", "fog.find_host"]),
        ("New-FogHost", ["fog.host_create"]),
        ("Set-FogHostImage", ["fog.host_update"]), ("Get-FogHostGroup", ["fog.host_groups"]),
        ("Get-FogGroups", ["fog.groups"]), ("Get-FogGroupByName", ["fog.group"]),
        ("Get-FogGroupAssociations", ["fog.group_hosts", "fog.group_add", "fog.group_remove"]),
        ("Get-FogMacAddresses", ["fog.macs"]), ("Get-FogHostMacs", ["fog.host_macs"]),
        ("Add-FogHostMac", ["fog.host_mac_add"]), ("Get-FogHostPendingMacs", ["fog.pending_macs"]),
        ("Approve-FogPendingMac", ["fog.mac_approve"]), ("Deny-FogPendingMac", ["fog.mac_deny"]),
        ("Remove-UsbMac", ["fog.macs_strip"]), ("Get-FogInventory", ["fog.host_inventory", "fog.inventories"]),
        ("Set-FogInventory", ["fog.host_inventory_set"]), ("Get-FogModules", ["fog.modules", "fog.host_modules_set"]),
        ("Reset-HostEncryption", ["fog.host_reset_encryption"]), ("Get-FogImages", ["fog.images", "fog.image_create"]),
        ("Send-FogImage", ["fog.deploy", "fog.schedule"]), ("Receive-FogImage", ["fog.capture", "fog.schedule"]),
        ("Get-FogActiveTasks", ["fog.tasks"]), ("Get-FogScheduledTasks", ["fog.scheduled_tasks"]),
        ("Send-FogWolTask", ["fog.wake"]), ("Get-FogSnapins", ["fog.snapins"]),
        ("Get-FogHostAssociatedSnapins", ["fog.host_snapins"]),
        ("Repair-FogSnapinAssociations", ["fog.snapins_repair"]),
        ("Set-FogSnapins", ["fog.host_snapins_set", "fog.host_snapins_add"]), ("Start-FogSnapins", ["fog.run_snapins"]),
        ("Get-FogSettings", ["fog.settings", "fog.setting"]), ("Set-FogSetting", ["fog.setting_set"]),
        ("Get-LastImageTime", ["fog.host_last_imaged"]), ("Get-FogSecsSinceEpoch", ["fog.now"]),
    ])
    func `Has a call for what FogApi can do`(_ cmdlet: String, _ calls: [String]) {
        let names = Set(FogFunctions.specs.map(\.name))

        #expect(calls.filter { !names.contains($0) } == [], "\(cmdlet)")
    }
}
