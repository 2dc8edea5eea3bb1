import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

/// Associations as verbs: one row at a time, and nothing where nothing has to be done.
@Suite struct LinkTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Puts hosts into a group and takes them out`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let (lab, hosts) = (try #require(GroupID(2)), [1, 2, 8].compactMap { HostID($0) })

        let added = try await site.server.addHosts(hosts, to: lab)
        site.transport.forget()
        let again = try await site.server.addHosts(hosts, to: lab)
        let changes = site.transport.changes
        let removed = try await site.server.removeHosts(hosts.dropLast() + [HostID(7)].compactMap(\.self), from: lab)
        let members = try await site.server.members(of: lab)

        #expect(added == [HostID(1), HostID(2)] && again.isEmpty && changes.isEmpty)
        #expect(removed == [HostID(1), HostID(2)] && members.map(\.name) == ["pc-008", "pc-009", "pc-010"])
    }

    @Test func `Adds nothing where one of the rows is missing`() async throws {
        let site = Site()

        let host = await #expect(throws: FogError.self) {
            try await site.server.addHosts([1, 99].compactMap { HostID($0) }, to: #require(GroupID(2)))
        }
        let group = await #expect(throws: FogError.self) {
            try await site.server.addHosts([1].compactMap { HostID($0) }, to: #require(GroupID(77)))
        }

        #expect(host?.code == .notFound && group?.code == .notFound && site.transport.changes.isEmpty)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives a host snapins, printers and modules`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let host = try #require(HostID(3))
        let snapin = try await site.server.create(Snapin.self, ["name": .text("7zip"), "file": .text("7zip.msi")])
        var printers: [PrinterID] = []
        for name in ["hp", "brother"] {
            let values: [String: FieldValue] = [
                "name": .text(name), "config": .text("Network"), "ip": .text("10.0.0.9"),
            ]
            printers.append(try await site.server.create(Printer.self, values).id)
        }
        let record = try await site.server.records(of: "module")
            .create(["name": .text("Extra"), "shortName": .text("extra"), "description": .text("x")])
        let module = try await site.server.get(#require(record.id.flatMap { ModuleID($0) }))

        _ = try await site.server.addSnapins([snapin.id], to: host)
        _ = try await site.server.addPrinters(printers, to: host)
        try await site.server.setDefaultPrinter(printers[0], of: host)
        try await site.server.setDefaultPrinter(printers[1], of: host)
        _ = try await site.server.addModules([module.id], to: host)

        #expect(try await site.server.snapins(of: host).map(\.id) == [snapin.id])
        #expect(try await site.server.printers(of: host).map(\.name) == ["hp", "brother"])
        #expect(try await site.server.defaultPrinter(of: host) == printers[1])
        #expect(try await site.server.modules(of: host).map(\.id).contains(module.id))
        _ = try await site.server.removeModules([module.id], from: host)
        #expect(try await !site.server.modules(of: host).map(\.id).contains(module.id))
        #expect(try await site.server.removeSnapins([snapin.id], from: host) == [snapin.id])
    }

    @Test func `Leaves an image in one storage group at least`() async throws {
        let site = Site()
        let image = try await site.server.createImage(ImageDraft(name: "Debian"))
        let second = try await site.server.create(StorageGroup.self, ["name": .text("second")])
        let groups = try await site.server.storageGroups(of: image.id).map(\.id)

        let refused = await #expect(throws: FogError.self) {
            try await site.server.removeStorageGroups(groups, from: image.id)
        }
        _ = try await site.server.addStorageGroups([second.id], to: image.id)
        _ = try await site.server.removeStorageGroups(groups, from: image.id)

        #expect(refused?.code == .refused)
        #expect(try await site.server.storageGroups(of: image.id).map(\.name) == ["second"])
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives a host addresses without taking any away`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let host = try #require(HostID(1))
        let mac = try #require(MACAddress("02:f0:60:00:00:aa"))
        let taken = try #require(MACAddress("02:f0:60:00:00:02"))
        let first = try #require(MACAddress("02:f0:60:00:00:01"))

        _ = try await site.server.addMAC(mac, to: host)
        let stolen = await #expect(throws: FogError.self) { try await site.server.addMAC(taken, to: host) }
        let primary = await #expect(throws: FogError.self) { try await site.server.removeMAC(first, from: host) }
        let macs = try await site.server.setPrimaryMAC(mac, of: host)
        let removed = try await site.server.removeMAC(first, from: host)

        #expect(stolen?.code == .conflict && primary?.code == .refused && removed)
        #expect(macs.map(\.mac) == [mac.description, first.description] && macs.map(\.primary) == [true, false])
        #expect(try await site.server.host(.id(host)).primac == mac.description)
        #expect(try await site.server.removeMAC(first, from: host) == false)
    }

    @Test func `Approves and denies addresses that hosts report`() async throws {
        let site = Site()
        for (number, mac) in [(1, "02:f0:60:00:00:a1"), (2, "02:f0:60:00:00:a2")] {
            site.raw(
                .post,
                "/fog/macaddressassociation/create",
                #"{"hostID":\#(number),"mac":"\#(mac)","pending":"1","primary":"0"}"#
            )
        }
        let pending = try await site.server.pendingMACs()
        try #require(pending.count == 2)

        let approved = try await site.server.approveMAC(pending[0].id)
        try await site.server.denyMAC(pending[1].id)

        #expect(!approved.pending)
        #expect(try await site.server.pendingMACs().isEmpty)
        #expect(try await site.server.macs(of: #require(HostID(2))).count == 1)
        await #expect(throws: FogError.self) { try await site.server.denyMAC(approved.id) }
    }
}
