import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

/// One suite of operations against each dialect of the simulated server: what a client sees is the same.
@Suite struct DialectSuiteTests {
    static let all = FogSim.Dialect.allCases

    private func id<Owner>(_ number: Int) throws -> Identifier<Owner> {
        try #require(Identifier<Owner>(number))
    }

    // MARK: - Who it is

    @Test(arguments: all)
    func `Finds out what server it is`(dialect: FogSim.Dialect) async throws {
        let info = try await Site(dialect: dialect).server.info()

        #expect(info.family == (dialect.isFog16 ? "1.6" : "1.5"))
        #expect(info.version.hasPrefix(info.family) && info.version.count > 3)
        #expect(info.typing == (dialect == .fog15php7 ? .strings : .numbers))
        #expect(info.zone == "UTC")
        #expect(info.capabilities.contains(.paging) == dialect.isFog16)
        #expect(info.capabilities.contains(.roles) == dialect.isFog16)
        #expect(info.capabilities.contains(.filters))
    }

    @Test(arguments: all)
    func `Answers what the server can do, asked once`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)

        for capability in Capability.allCases {
            let found = try await site.server.supports(capability)
            let before = site.transport.sent.count
            #expect(try await site.server.supports(capability) == found)
            #expect(site.transport.sent.count == before, "\(capability)")
        }
    }

    // MARK: - Reading

    @Test(arguments: all)
    func `Lists the same hosts, images and groups`(dialect: FogSim.Dialect) async throws {
        let (site, usual) = (Site(dialect: dialect), Site(dialect: .fog15php8))

        #expect(try await site.server.hosts() == usual.server.hosts())
        #expect(try await site.server.groups().map(\.name) == ["Lab A", "Lab B"])
        let images = try await site.server.images()
        #expect(images.map(\.name) == ["Ubuntu 24.04", "Windows 11", "Windows 7"])
        #expect(images.map(\.isEnabled) == [true, true, false] && images.map(\.osID) == [50, 9, 5])
        #expect(try await site.server.taskType(.name(.deploy)).id.number == 1)
    }

    @Test(arguments: all)
    func `Finds one host by number, name or address`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        _ = try await site.server.groups()
        let usual = try await Site(dialect: .fog15php8).server.host(.name("pc-002"))

        for find in [0, 1, 2] {
            site.transport.forget()
            let host =
                switch find {
                case 0: try await site.server.host(.id(id(2)))
                case 1: try await site.server.host(.name("PC-002"))
                default: try await site.server.hosts(matching: try Selector("mac:02-f0-60-00-00-02")).first
                }
            #expect(host == usual)
            #expect(site.transport.sent.count <= 2, "\(site.transport.sent)")
        }
        #expect(try await site.server.findHost(.id(id(99))) == nil)
        #expect(try await site.server.findHost(.name("pc-0002")) == nil)
        let error = await #expect(throws: FogError.self) { try await site.server.host(.name("pc-0002")) }
        #expect(error?.code == .notFound && error?.hint?.contains("pc-0") == true)
    }

    @Test(
        arguments: all,
        [
            ("pc-00?", "1 2 3 4 5 6 7 8 9"), ("pc-*,!pc-001", "2 3 4 5 6 7 8 9 10"), ("PC-002", "2"),
            ("id:3-4,id:9-100000", "3 4 9 10"), ("group:Lab B", "8 9 10"), ("group:lab*", "1 2 3 4 5 6 7 8 9 10"),
            ("image:Ubuntu 24.04", "7 8 9 10"), ("image:Win*", "1 2 3 4 6"), ("mac:02f060000001", "1"),
            ("mac:02:f0:6", "1 2 3 4 5 6 7 8 9 10"), ("!group:Lab A", "8 9 10"),
            ("pc-00?,!pc-001,!pc-002", "3 4 5 6 7 8 9"), ("*", "1 2 3 4 5 6 7 8 9 10"),
        ]
    )
    func `Selects hosts`(dialect: FogSim.Dialect, row: (selector: String, numbers: String)) async throws {
        let hosts = try await Site(dialect: dialect).server.hosts(matching: try Selector(row.selector))

        #expect(hosts.map { "\($0.id)" }.joined(separator: " ") == row.numbers)
        #expect(hosts.allSatisfy { $0.macs.count == 1 && $0.primac != nil })
    }

    @Test(arguments: all)
    func `Reads settings by name`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let rows = try await server.values("setting", ["name", "value"], filter: .equals("name", "FOG_TZ_INFO"))

        #expect(rows.map { $0["name"] } == ["FOG_TZ_INFO"] && rows.map { $0["value"] } == ["UTC"])
    }

    @Test(arguments: all)
    func `Lists the members of a group`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let group = try await server.group(.name("lab b"))

        #expect(group.hostcount == 3)
        #expect(try await server.members(of: group.id).map(\.name) == ["pc-008", "pc-009", "pc-010"])
    }

    // MARK: - Many hosts

    @Test(arguments: all)
    func `Lists all hosts where the server cannot give them at once`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect, limits: FogLimits(page: 16, pageRows: 30)) { configuration in
            configuration.hosts = (1...200).map { number in
                let digits = (number < 16 ? "0" : "") + String(number, radix: 16)
                return FogSim.Host(name: "pc-\(number)", macs: ["02:f0:60:00:01:" + digits], image: nil)
            }
            configuration.groups = []
            configuration.wholeHostLimit = 40
            configuration.paging.rows = 25
        }
        var streamed: Set<Int> = []

        let hosts = try await site.server.hosts()
        for try await page in site.server.hostPages() { streamed.formUnion(page.map(\.id.number)) }

        #expect(Set(hosts.map(\.id.number)) == Set(1...200) && hosts.count == 200)
        #expect(hosts.allSatisfy { $0.macs.count == 1 })
        #expect(streamed == Set(1...200))
    }

    @Test(arguments: all)
    func `Lists all tasks where the server cannot give them at once`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect, limits: FogLimits(page: 4, pageRows: 4)) { configuration in
            configuration.wholeHostLimit = 3
            configuration.hosts[4].image = "Windows 11"
        }
        for number in 1...10 {
            site.raw(.post, "/fog/host/\(number)/task", #"{"taskTypeID":1,"taskName":"t","wol":false}"#)
        }

        #expect(try await site.server.tasks().compactMap(\.hostID?.number) == Array(1...10))
        #expect(try await site.server.tasks(TaskQuery(activeOnly: false)).count == 10)
        // Only a 1.5 has to be asked host by host.
        #expect(site.transport.sent.contains { $0.hasPrefix("GET /fog/macadd") } == !dialect.isFog16)
    }

    // MARK: - Changing

    @Test(arguments: all)
    func `Makes a host and changes it`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server
        let mac = try #require(MACAddress("02:f0:60:00:00:aa"))
        let draft = HostDraft(
            name: "new-1",
            macs: [mac],
            changes: HostChanges(image: .id(try id(1)), values: ["description": .text("R&D <west>")])
        )

        let made = try await server.createHost(draft)
        let changes = HostChanges(image: .name("ubuntu 24.04"), values: ["description": .text("\"east\" & more")])
        let changed = try await server.updateHost(made.id, changes)
        let read = try await server.host(.name("new-1"))

        #expect(made.description == "R&D <west>" && made.imageID?.number == 1 && made.macs == ["02:f0:60:00:00:aa"])
        #expect(changed.description == "\"east\" & more" && changed.imageID?.number == 2)
        #expect(read == changed)
        let twice = await #expect(throws: FogError.self) { try await server.createHost(draft) }
        #expect(twice?.code == .conflict)
    }

    @Test(arguments: all)
    func `Makes an image that can be deployed`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let image = try await server.createImage(ImageDraft(name: "Debian 13"))

        #expect(image.isEnabled && image.name == "Debian 13")
        #expect(try await server.image(.name("debian 13")).id == image.id)
    }

    // MARK: - Tasks

    @Test(arguments: all)
    func `Gives a task, shows it with names, and calls it off`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let host: HostID = try id(3)

        _ = try await site.server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(1))
        _ = try await site.server.createTask(id(4), .name(.deploy), TaskOptions(), marker: .example(2))
        let active = try await site.server.tasks()
        let ofHost = try await site.server.tasks(TaskQuery(hosts: [host]))

        let task = try #require(ofHost.first)
        #expect(active.count == 2 && ofHost.count == 1)
        #expect(task.hostID == host && task.marker == TaskMarker.example(1).description)
        #expect(task.hostname == "pc-003" && task.typename == "Deploy" && task.imagename == "Windows 11")
        #expect(task.state == .queued && task.statename == "Queued")
        let busy = await #expect(throws: FogError.self) {
            try await site.server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(3))
        }
        #expect(busy?.code == .conflict)
        #expect(try await site.server.cancelTask(task.id).state == .cancelled)
        #expect(try await site.server.tasks().map(\.hostID?.number) == [4])
        #expect(try await site.server.tasks(TaskQuery(activeOnly: false, hosts: [host])).map(\.id) == [task.id])
    }

    @Test(arguments: all)
    func `Never cancels a task that was not named`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        _ = try await site.server.createTask(id(3), .name(.deploy), TaskOptions(), marker: .example(1))

        let error = await #expect(throws: FogError.self) { try await site.server.cancelTask(id(77)) }

        #expect(error?.code == .notFound)
        #expect(try await site.server.tasks().count == 1)
    }

    // MARK: - Odd servers

    @Test(arguments: [FogSim.Dialect.fog16beta, .fog16])
    func `Reads single rows from lists where the server answers nothing for them`(
        dialect: FogSim.Dialect
    ) async throws {
        let server = Site(dialect: dialect) { $0.quirks.insert(.getNullSingles) }.server
        let usual = Site(dialect: dialect).server

        #expect(try await server.host(.name("pc-002")) == usual.host(.name("pc-002")))
        #expect(try await server.findHost(.id(id(99))) == nil)
        #expect(try await server.image(.id(id(1))).name == "Windows 11")
        #expect(try await server.hosts(matching: try Selector("group:Lab B")).count == 3)
    }

    @Test(arguments: [FogSim.Dialect.fog15php7, .fog15php8])
    func `Gives the same where a proxy drops the body of each GET`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect) { $0.quirks.insert(.getBodyDropped) }

        #expect(try await site.server.host(.name("pc-002")).id.number == 2)
        #expect(try await site.server.hosts(matching: try Selector("group:Lab B,pc-001")).count == 4)
        _ = try await site.server.createTask(id(3), .name(.deploy), TaskOptions(), marker: .example(1))
        #expect(try await site.server.tasks(TaskQuery(hosts: [id(3)])).count == 1)
        #expect(try await site.server.tasks(TaskQuery(hosts: [id(4)])).isEmpty)
    }

    // MARK: - Refusals

    @Test(arguments: all)
    func `Says that a token is wrong, or that the API is off`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let wrong = FogServer(
            site.transport,
            credentials: FogCredentials(apiToken: Secret("d3Jvbmc="), userToken: Secret("d3Jvbmc=")),
            dialect: nil
        )
        let off = Site(dialect: dialect) { $0.access.isAPIEnabled = false }

        let refused = await #expect(throws: FogError.self) { try await wrong.info() }
        let closed = await #expect(throws: FogError.self) { try await off.server.hosts() }

        #expect(refused?.code == .auth && refused?.message.contains("api token") == true)
        #expect(closed?.code == .unavailable && closed?.message.contains("switched off") == true)
    }

    @Test(arguments: [FogSim.Dialect.fog16beta, .fog16])
    func `Logs in by a Bearer token, and names the right that is missing`(dialect: FogSim.Dialect) async throws {
        let technician = FogSim.User(name: "tech", rights: ["host.view", "settings.view", "task.view", "image.view"])
        let site = Site(dialect: dialect) { $0.users = [technician] }
        let user = FogServer(
            site.transport,
            credentials: FogCredentials(bearerToken: Secret(technician.bearerToken)),
            dialect: nil
        )

        #expect(try await user.hosts().count == 10)
        let error = await #expect(throws: FogError.self) {
            try await user.createTask(id(3), .name(.deploy), TaskOptions(), marker: .example(1))
        }

        #expect(error?.code == .denied && error?.message.contains("host.task") == true)
        #expect(try await site.server.tasks().isEmpty)
    }
}
