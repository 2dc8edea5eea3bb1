import FogAPI
import FogModel
import FogSim
import Testing

/// The suite of operations on the classes around hosts, against each dialect of the simulated server.
@Suite struct DialectSuiteClassesTests {
    static let all = FogSim.Dialect.allCases

    private func id<Owner>(_ number: Int) throws -> Identifier<Owner> {
        try #require(Identifier<Owner>(number))
    }

    @Test(arguments: all)
    func `Makes a group, and adds and removes hosts one by one`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let group = try await server.create(Group.self, ["name": .text("Lab C"), "description": .text("new")])
        let added = try await server.addHosts([id(1), id(2), id(3)], to: group.id)
        let again = try await server.addHosts([id(3), id(4)], to: group.id)
        let removed = try await server.removeHosts([id(1), id(9)], from: group.id)

        #expect(added.map(\.number) == [1, 2, 3] && again.map(\.number) == [4] && removed.map(\.number) == [1])
        #expect(try await server.members(of: group.id).map(\.id.number) == [2, 3, 4])
        #expect(
            try await server.members(of: server.group(.name("Lab A")).id).count == 7,
            "other groups stay as they are"
        )
        #expect(try await server.delete(group.id).name == "Lab C")
        #expect(try await server.findGroup(.name("Lab C")) == nil)
    }

    @Test(arguments: all)
    func `Makes a snapin and gives it to a host`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let snapin = try await server.create(Snapin.self, ["name": .text("office"), "file": .text("office.exe")])
        let added = try await server.addSnapins([snapin.id], to: id(2))
        let changed = try await server.update(snapin.id, ["description": .text("the office")])

        #expect(snapin.isEnabled && added == [snapin.id])
        #expect(changed.description == "the office" && changed.file == "office.exe")
        #expect(try await server.snapins(of: id(2)).map(\.name) == ["office"])
        #expect(try await server.removeSnapins([snapin.id], from: id(2)) == [snapin.id])
        #expect(try await server.snapins(of: id(2)).isEmpty)
    }

    @Test(arguments: all)
    func `Adds, moves to the front and removes an address`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server
        let mac = try #require(MACAddress("02:f0:60:00:00:bb"))
        let taken = try #require(MACAddress("02:f0:60:00:00:01"))

        _ = try await server.addMAC(mac, to: id(2))
        _ = try await server.setPrimaryMAC(mac, of: id(2))
        let host = try await server.host(.id(id(2)))
        let refused = await #expect(throws: FogError.self) { try await server.addMAC(taken, to: id(2)) }

        #expect(host.primac == mac.description && host.macs.count == 2)
        #expect(refused?.code == .conflict)
        let old = try #require(MACAddress("02:f0:60:00:00:02"))
        #expect(try await server.removeMAC(old, from: id(2)))
        #expect(try await server.host(.id(id(2))).macs == [mac.description])
        #expect(try await server.host(.id(id(1))).macs == [taken.description])
    }

    @Test(arguments: all)
    func `Changes a setting`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server
        let settings = try await server.list(Setting.self, where: ["name": .text("FOG_TZ_INFO")])
        let zone = try #require(settings.first)

        let changed = try await server.update(zone.id, ["value": .text("Europe/Berlin")])

        #expect(settings.count == 1 && zone.value == "UTC")
        #expect(changed.value == "Europe/Berlin" && changed.name == "FOG_TZ_INFO")
    }

    @Test(arguments: all)
    func `Reads the tables that come with the server`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        #expect(try await server.list(OperatingSystem.self).contains { $0.name.contains("Windows 10") })
        #expect(try await server.list(ImageType.self).map(\.id.number).sorted() == [1, 2, 3, 4])
        #expect(try await server.list(StorageGroup.self).count == 1)
        #expect(try await server.list(StorageNode.self).first?.isEnabled == true)
        #expect(try await server.list(TaskStateRow.self).map(\.id.number).sorted().starts(with: [1, 2, 3, 4, 5]))
    }

    @Test(arguments: all)
    func `Reaches a class that has no type of its own`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let classes = try await server.records(of: "hostautologout")
        let made = try await classes.create(["hostID": .integer(3), "time": .text("15")])
        let number = try #require(made.id)
        _ = try await classes.update(number, ["time": .text("20")])

        #expect(try await classes.get(number)["time"]?.text == "20")
        #expect(try await classes.list(where: ["hostID": .integer(3)]).compactMap(\.id) == [number])
        _ = try await classes.delete(number)
        #expect(try await classes.list(where: ["hostID": .integer(3)]).isEmpty)
    }

    @Test(arguments: all)
    func `Writes one image to several hosts, and calls the session off`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let work = try await server.multicast([id(1), id(2)], TaskOptions(), marker: .example(1))
        let session = try #require(work.sessions.first)

        #expect(work.isComplete && work.sessions.count == 1)
        #expect(try await server.joinedTasks(of: session.id).map(\.hostID?.number) == [1, 2])
        _ = try await server.cancelMulticastSession(session.id)
        #expect(try await server.tasks().isEmpty)
    }

    @Test(arguments: all)
    func `Gives each host of a group its own image`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server

        let results = try await server.createTasks(
            [id(2), id(8), id(5)],
            .name(.deploy),
            TaskOptions(),
            marker: { .example($0.number) }
        )

        #expect(results.map { $0.created != nil } == [true, true, false], "host 5 has no image")
        // The hosts are served at once: which task has the lower number is open.
        let tasks = try await server.tasks().sorted { ($0.hostID?.number ?? 0) < ($1.hostID?.number ?? 0) }
        #expect(tasks.map(\.hostID?.number) == [2, 8] && tasks.map(\.imagename) == ["Windows 11", "Ubuntu 24.04"])
    }

    @Test(arguments: all)
    func `Schedules a task and takes it back`(dialect: FogSim.Dialect) async throws {
        let server = Site(dialect: dialect).server
        let draft = ScheduleDraft(
            target: .host(try id(3)),
            type: .name(.deploy),
            time: .once(1_800_086_400),
            options: TaskOptions(name: "tonight")
        )

        let made = try await server.createScheduledTask(draft)

        #expect(made.hostID?.number == 3 && made.scheduleTime == 1_800_086_400)
        #expect(try await server.scheduledTasks().map(\.id) == [made.id])
        try await server.deleteScheduledTask(made.id)
        #expect(try await server.scheduledTasks().isEmpty)
    }

    @Test(arguments: all)
    func `Reads the history of imaging`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect) { $0.hosts[2].isOn = true }
        _ = try await site.server.createTask(id(3), .name(.deploy), TaskOptions(), marker: .example(1))
        try await site.clock.sleep(for: .seconds(3_600))

        let task = try await site.server.tasks(TaskQuery(activeOnly: false, hosts: [id(3)])).first
        let history = try await site.server.list(ImagingRecord.self)

        #expect(task?.state == .complete)
        #expect(history.contains { $0.hostID?.number == 3 && $0.image == "Windows 11" }, "\(history)")
    }
}
