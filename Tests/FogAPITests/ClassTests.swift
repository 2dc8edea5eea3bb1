import FogAPI
import FogModel
import FogSim
import Testing

/// Rows of classes that have a type: made, changed and deleted in all dialects.
@Suite struct ClassTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Makes, changes and deletes a row`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)

        let made = try await site.server.create(Snapin.self, ["name": .text("7zip"), "file": .text("7zip.msi")])
        let described = try await site.server.update(made.id, ["description": .text("a & b")])
        let changed = try await site.server.update(made.id, ["args": .text("/S"), "timeout": .integer(60)])
        site.transport.forget()
        let same = try await site.server.update(made.id, ["args": .text("/S"), "reboot": .flag(false)])
        let sent = site.transport.changes
        let found = try await site.server.list(
            Snapin.self,
            where: ["isEnabled": .flag(true), "file": .text("7zip.msi")]
        )
        let gone = try await site.server.delete(made.id)

        #expect(made.isEnabled && made.toReplicate && described.description == "a & b")
        #expect(changed.description == "a & b" && changed.args == "/S" && changed.timeout == 60)
        #expect(same == changed && sent.isEmpty && found.map(\.id) == [made.id] && gone.name == "7zip")
        #expect(try await site.server.find(.id(made.id)) == nil)
        await #expect(throws: FogError.self) { try await site.server.delete(made.id) }
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Lists every class that has a type`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let server = site.server
        _ = try await server.createTask(#require(HostID(1)), .name(.deploy), TaskOptions(), marker: .example())
        func check<Owner: WireEntity>(_ type: Owner.Type) async throws {
            for row in try await server.list(type) {
                let one = try await server.get(row.id)
                #expect(one.id == row.id && !one.label.isEmpty)
            }
        }

        for type in Self.types { try await check(type) }
        if dialect == .fog16 || dialect == .fog16beta {
            for type in [User.self, Role.self, FogModel.Site.self] as [any WireEntity.Type] { try await check(type) }
        }
        _ = try await server.plugins()
    }

    private static let types: [any WireEntity.Type] = [
        Host.self, Image.self, Group.self, FogTask.self, TaskType.self, Snapin.self, TaskStateRow.self, ImageType.self,
        ImagePartitionType.self, OperatingSystem.self, StorageGroup.self, StorageNode.self, MulticastSession.self,
        ScheduledTask.self, Inventory.self, MACAssociation.self, PowerManagement.self, Printer.self, Module.self,
        SnapinJob.self, SnapinTask.self, ImagingRecord.self, UserTracking.self, PXEMenuEntry.self, KeySequence.self,
        Setting.self,
    ]

    /// Values with which nothing may be sent.
    struct Bad: Sendable, CustomTestStringConvertible {
        let message: String
        let create: @Sendable (FogServer) async throws -> Void

        var testDescription: String { message }

        init<Owner: WritableEntity>(_ type: Owner.Type, _ values: [String: FieldValue], _ message: String) {
            self.message = message
            create = { _ = try await $0.create(type, values) }
        }
    }

    @Test(arguments: [
        Bad(Snapin.self, ["name": .text("a")], "a snapin needs \"file\""),
        Bad(Snapin.self, ["file": .text("a")], "a snapin needs a name"),
        Bad(
            Snapin.self,
            ["name": .text("a"), "file": .text("b"), "hsah": .text("c")],
            "field \"hsah\" of a snapin cannot be set"
        ),
        Bad(Group.self, ["name": .text("R&D")], "group name \"R&D\" holds \"&\""),
        Bad(Group.self, ["name": .text("a_api_b")], "group name \"a_api_b\" holds \"_api_\""),
        Bad(
            Group.self,
            ["name": .text(String(repeating: "x", count: 51))],
            "group name \"\(String(repeating: "x", count: 51))\" has 51 characters"
        ),
        Bad(Printer.self, ["name": .text("p")], "a printer needs \"config\""),
        Bad(
            Printer.self,
            ["name": .text("p"), "config": .text("Netwrok")],
            "field \"config\" of a printer cannot be \"Netwrok\""
        ),
        Bad(
            PowerManagement.self,
            ["hostID": .integer(1), "action": .text("reboot"), "min": .text("0")],
            "a powermanagement needs \"hour\""
        ),
        Bad(
            Image.self,
            ["name": .text("i"), "path": .text("i"), "osID": .integer(9)],
            "an image needs \"imageTypeID\""
        ),
        Bad(
            Image.self,
            ["name": .text("i"), "path": .text("../etc"), "osID": .integer(9), "imageTypeID": .integer(1)],
            "field \"path\" of an image cannot be \"../etc\""
        ),
        Bad(StorageNode.self, ["name": .text("n")], "a storagenode needs \"path\""),
    ])
    func `Sends nothing that FOG would save and lose`(bad: Bad) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) { try await bad.create(site.server) }

        #expect(error?.code == .invalidArgument && error?.message == bad.message)
        #expect(site.transport.sent.isEmpty)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Names no row that does not exist, and makes none twice`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let order: [String: FieldValue] = ["hostID": .integer(999), "action": .text("reboot"), "onDemand": .flag(true)]

        let missing = await #expect(throws: FogError.self) { try await site.server.create(PowerManagement.self, order) }
        let twice = await #expect(throws: FogError.self) {
            try await site.server.create(Group.self, ["name": .text("lab a")])
        }

        #expect(missing?.code == .notFound && twice?.code == .conflict)
        #expect(twice?.message == "group \"lab a\" exists already: group 1 \"Lab A\"")
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Orders a host to restart at once`() async throws {
        let site = Site()

        let order = try await site.server.create(
            PowerManagement.self,
            ["hostID": .integer(2), "action": .text("reboot"), "onDemand": .flag(true)]
        )

        #expect(order.hostID == HostID(2) && order.onDemand && order.min == "*" && order.dow == "*")
    }

    @Test func `Finds a row whose answer was lost, and calls it uncertain where none is seen`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST", path: "/fog/group", limit: 1)] }
        let lost = Site()
        lost.transport.before {
            if $0.hasPrefix("POST") { throw TransportError(.timedOut, "late", mayHaveArrived: true) }
        }

        let group = try await site.server.create(Group.self, ["name": .text("Lab C")])
        let error = await #expect(throws: FogError.self) {
            try await lost.server.create(Group.self, ["name": .text("Lab C")])
        }

        #expect(group.name == "Lab C" && site.transport.changes.count == 1)
        #expect(error?.code == .uncertain && lost.transport.changes.count == 1)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Deletes no host and no image that is busy`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let host = try #require(HostID(1))
        _ = try await site.server.createTask(host, .name(.deploy), TaskOptions(), marker: .example())
        site.transport.forget()

        let busy = await #expect(throws: FogError.self) { try await site.server.delete(host) }
        let used = await #expect(throws: FogError.self) { try await site.server.delete(#require(ImageID(1))) }
        let idle = try await site.server.delete(#require(HostID(5)))

        #expect(busy?.code == .conflict && used?.code == .conflict && idle.name == "pc-005")
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Gives no image the folder of another`() async throws {
        let site = Site()
        let images = try await site.server.images()

        let error = await #expect(throws: FogError.self) {
            try await site.server.update(images[0].id, ["path": .text(images[1].path ?? "")])
        }

        #expect(error?.code == .conflict && site.transport.changes.isEmpty)
    }
}
