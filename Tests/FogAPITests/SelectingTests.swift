import FogAPI
import FogModel
import FogSim
import Testing

/// Selectors resolved against servers of every dialect.
@Suite struct SelectingTests {
    static let start = 1_800_000_000

    @Test(arguments: FogSim.Dialect.allCases)
    func `Looks at inventories, imagings, tasks and registrations`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect) { $0 = .school(hosts: 30, dialect: dialect) }.server
        let all = try await server.hosts()
        let serials = try await server.values("inventory", ["hostID", "sysserial"])
        let serial = try #require(serials.first { $0["hostID"] == "2" }?["sysserial"])
        _ = try await server.createTask(try #require(HostID(3)), .name(.deploy), TaskOptions(), marker: .example(1))
        let latest = try #require(all.compactMap(\.deployed).max())

        func numbers(_ text: String, at now: Int = latest + 60) async throws -> [Int] {
            try await server.hosts(matching: try Selector(text), at: now).map(\.id.number)
        }

        #expect(try await numbers("serial:\(serial)") == [2])
        #expect(try await numbers("serial:\(serial.dropLast())*").contains(2))
        #expect(try await numbers("state:active") == [3])
        #expect(try await numbers("state:idle,!pc-001") == all.map(\.id.number).filter { ![1, 3].contains($0) })
        #expect(try await numbers("state:queued,state:checked_in,state:in_progress") == [3])
        #expect(try await numbers("state:pending") == all.filter(\.pending).map(\.id.number))
        #expect(try await numbers("never-imaged") == all.filter { $0.deployed == nil }.map(\.id.number))
        #expect(try await numbers("imaged<100w") == all.filter { $0.deployed != nil }.map(\.id.number))
        #expect(try await numbers("imaged<1h").count == all.count { $0.deployed.map { $0 > latest - 3_540 } ?? false })
        #expect(try await numbers("imaged>30d", at: latest + 31 * 86_400).count == all.count { $0.deployed != nil })
    }

    @Test(
        arguments: FogSim.Dialect.allCases,
        [
            ("pc-010,nobody", "no host named \"nobody\"", nil), ("pc-01", "no host named \"pc-01\"", "did you mean "),
            ("group:Lab A,!pc-0001", "no host named \"pc-0001\"", "did you mean "),
            ("lab b", "no host named \"lab b\"", "did you mean \"group:Lab B\"?"),
            ("pc-001,cp-*", "no host fits \"cp-*\"", nil),
            ("pd-00*", "no host fits \"pd-00*\"", "did you mean \"pc-00*\"?"),
            ("id:99", "no host has the number 99", nil), ("id:90-99", "no host has a number from 90 to 99", nil),
            ("group:Lab A,!id:99", "no host has the number 99", nil),
            ("mac:00:00:00", "no host has a MAC address that begins with 00:00:00", nil),
            ("serial:nothing", "no inventory has the serial number \"nothing\"", "a host reports it"),
            ("group:Lba*", "no group fits \"Lba*\"", "did you mean \"Lab*\"?"),
            ("!image:Windows 12", "no image named \"Windows 12\"", "did you mean \"Windows 11\"?"),
        ] as [(String, String, String?)]
    )
    func `Says which term names nothing, and what was meant`(
        dialect: FogSim.Dialect,
        row: (selector: String, message: String, hint: String?)
    ) async throws {
        let server = Site(dialect: dialect).server
        let selector = try Selector(row.selector)

        let error = await #expect(throws: FogError.self) { try await server.hosts(matching: selector) }
        #expect(error?.code == .notFound && error?.message == row.message)
        if let hint = row.hint { #expect(error?.hint?.hasPrefix(hint) == true, "\(error?.hint ?? "")") }

        let hosts = try await server.hosts(matching: selector, allowsUnknown: true)
        #expect(hosts.count == (row.selector.contains("Lab A") ? 7 : row.selector.hasPrefix("!") ? 10 : hosts.count))
    }

    @Test func `Takes conditions and groups that no host meets for what they are`() async throws {
        let server = Site().server
        _ = try await server.create(Group.self, ["name": .text("Empty")])

        #expect(try await server.hosts(matching: try Selector("group:Empty")) == [])
        #expect(try await server.hosts(matching: try Selector("state:in_progress")) == [])
    }

    @Test func `Refuses a term that needs the time where none is given`() async throws {
        let error = await #expect(throws: FogError.self) {
            try await Site().server.hosts(matching: try Selector("imaged<30d"))
        }

        #expect(error?.code == .invalidArgument)
    }

    @Test func `Asks for no more than a selector looks at`() async throws {
        let site = Site()
        _ = try await site.server.hosts()
        for (selector, paths) in [
            ("pc-001", ["/fog/host"]), ("state:active", ["/fog/task/active"]),
            ("id:1-3", ["/fog/host"]), ("mac:02:f0:60:00:00:02", ["/fog/macaddressassociation", "/fog/host/2"]),
            ("never-imaged", ["/fog/host"]), ("group:Lab A", ["/fog/group", "/fog/groupassociation", "/fog/host"]),
        ] {
            site.transport.forget()
            _ = try await site.server.hosts(matching: try Selector(selector), at: Self.start)
            let sent = site.transport.sent.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
            #expect(sent == paths, "\(selector)")
        }
    }
}
