import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Synchronization
import Testing

/// Changes whose effect is on the server and cannot be read: whoever asked must not believe that nothing happened.
@Suite struct ConfirmingTests {
    /// A change of a site on which host 1 has task 1, a second address and two printers.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (FogServer) async throws -> Void

        var testDescription: String { name }
    }

    private static func id<Row>(_ number: Int) throws -> Identifier<Row> { try #require(Identifier<Row>(number)) }

    private static func mac(_ text: String) throws -> MACAddress { try #require(MACAddress(text)) }

    private static let cases = [
        Case(name: "task") {
            _ = try await $0.createTask(try id(2), .name(.deploy), TaskOptions(), marker: .example(1))
        },
        Case(name: "cancelled task") { _ = try await $0.cancelTask(try id(1)) },
        Case(name: "scheduled task") {
            let draft = ScheduleDraft(target: .host(try id(2)), type: .name(.deploy), time: .once(1_900_000_000))
            _ = try await $0.createScheduledTask(draft)
        },
        Case(name: "deleted scheduled task") { try await $0.deleteScheduledTask(try id(1)) },
        Case(name: "deleted group") { _ = try await $0.delete(try id(1) as GroupID) },
        Case(name: "new address") { _ = try await $0.addMAC(try mac("02:f0:60:00:00:77"), to: try id(1)) },
        Case(name: "primary address") { _ = try await $0.setPrimaryMAC(try mac("02:f0:60:00:00:99"), of: try id(1)) },
        Case(name: "address passed over") {
            _ = try await $0.setIgnored(try mac("02:f0:60:00:00:99"), of: try id(1), byClient: true)
        },
        Case(name: "default printer") { try await $0.setDefaultPrinter(try id(2), of: try id(1)) },
        Case(name: "member of a group") { _ = try await $0.addHosts([try id(9)], to: try id(1)) },
    ]

    private static func site() throws -> Site {
        let site = Site()
        let rows = """
            {"rows":{"task":[{"id":1,"hostID":1,"name":"x","typeID":10,"stateID":1}],
            "scheduledtask":[{"id":1,"hostID":1,"name":"later","type":"S","taskTypeID":1,"isActive":"1"}],
            "printer":[{"id":1,"name":"a","config":"Local"},{"id":2,"name":"b","config":"Local"}],
            "printerassociation":[{"id":1,"hostID":1,"printerID":1,"isDefault":"1"},
            {"id":2,"hostID":1,"printerID":2,"isDefault":"0"}]}}
            """
        try #require(site.sim.patch(Array(rows.utf8)))
        site.raw(.post, "/fog/macaddressassociation/create", #"{"hostID":1,"mac":"02:f0:60:00:00:99","primary":"0"}"#)
        return site
    }

    /// Lets one change through and nothing that comes after it.
    private static func breakAfterChange(_ site: Site) -> Watch {
        let watch = Watch()
        site.transport.before { line in
            if watch.isOver.withLock({ $0 }) { throw TransportError(.unreachable, "refused", mayHaveArrived: false) }
            if !line.hasPrefix("GET ") { watch.isOver.withLock { $0 = true } }
        }
        return watch
    }

    private final class Watch: Sendable {
        let isOver = Mutex(false)
    }

    @Test(arguments: cases)
    func `Says that the change was sent where it cannot be read afterwards`(one: Case) async throws {
        let site = try Self.site()
        let watch = Self.breakAfterChange(site)

        let error = await #expect(throws: FogError.self) { try await one.change(site.server) }

        #expect(watch.isOver.withLock { $0 })
        #expect(error?.code == .uncertain)
        #expect(error?.message.contains("was sent") == true)
        #expect(error?.hint != nil && error?.cause != nil)
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Reads nothing after a row was made or changed that its answer does not say`() async throws {
        let made = try Self.site()
        let changed = try Self.site()
        let registered = try Self.site()
        for site in [made, changed, registered] { _ = Self.breakAfterChange(site) }

        let group = try await made.server.create(Group.self, ["name": .text("Lab C")])
        let host = try await changed.server.updateHost(Self.id(2), HostChanges(values: ["description": .text("new")]))
        let other = try await registered.server.createHost(
            HostDraft(name: "pc-011", macs: [try Self.mac("02:f0:60:00:00:66")])
        )

        #expect(group.name == "Lab C" && host.description == "new" && other.name == "pc-011")
    }

    @Test func `Says that a row was saved broken which is listed and cannot be opened`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST", path: "/fog/group", limit: 1)] }
        site.transport.before { line in
            if line.hasPrefix("GET /fog/group/3") { site.raw(.delete, "/fog/group/3/delete") }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.create(Group.self, ["name": .text("Lab C")])
        }

        #expect(error?.code == .server && error?.status == 404)
        #expect(error?.message.contains("group \"Lab C\" (number 3) may have been saved") == true)
    }

    @Test func `Says which row may be the one whose answer was lost where it cannot be opened`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST", path: "/fog/group", limit: 1)] }
        site.transport.before { line in
            guard line.hasPrefix("GET /fog/group/3") else { return }
            throw TransportError(.unreachable, "refused", mayHaveArrived: false)
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.create(Group.self, ["name": .text("Lab C")])
        }

        #expect(error?.code == .uncertain && error?.message.hasPrefix("group \"Lab C\" (number 3): ") == true)
    }
}
