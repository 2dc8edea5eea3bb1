import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct MulticastTests {
    private func ids(_ numbers: Int...) throws -> [HostID] { try numbers.map { try #require(HostID($0)) } }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Puts all hosts into one session of its own`(dialect: FogSim.Dialect) async throws {
        let site = Site { $0.dialect = dialect }

        let work = try await site.server.multicast(
            try ids(1, 2, 3, 2),
            TaskOptions(name: "room 3", wake: true),
            marker: .example(1)
        )

        #expect(work.isComplete && work.hosts.map(\.host.number) == [1, 2, 3])
        #expect(work.sessions.map(\.name) == ["fh00000000000001 room 3"])
        let session = try #require(work.sessions.first)
        #expect(try await site.server.joinedTasks(of: session.id).map(\.hostID) == (try ids(1, 2, 3)))
        #expect(site.transport.changes.count == 3)
        #expect(site.transport.changes.allSatisfy { $0.contains(#""sessionjoin":true,"wol":true"#) })
    }

    @Test func `Joins no session of somebody else that writes the same image`() async throws {
        let site = Site()
        site.raw(.post, "/fog/host/4/task", #"{"taskTypeID":8,"taskName":"theirs"}"#)

        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))

        #expect(work.sessions.map(\.id.number) == [2])
        #expect(site.sim.rows(of: "multicastsessionassociation").map { $0["msID"] } == ["1", "2", "2"])
    }

    @Test func `Writes no image to hosts that have different ones`() async throws {
        let site = Site()

        let mixed = await #expect(throws: FogError.self) {
            try await site.server.multicast(try ids(1, 7), TaskOptions(), marker: .example(1))
        }
        let other = await #expect(throws: FogError.self) {
            try await site.server.multicast(try ids(1, 2), image: ImageID(2), TaskOptions(), marker: .example(1))
        }
        let none = await #expect(throws: FogError.self) {
            try await site.server.multicast(try ids(1, 5), TaskOptions(), marker: .example(1))
        }

        #expect(mixed?.message == "the 2 hosts of the session have 2 different images")
        #expect(mixed?.hint?.contains("pc-001: Windows 11, pc-007: Ubuntu 24.04") == true)
        #expect(other?.message == "host 1 \"pc-001\" has another image than image 2")
        #expect(none?.message == "host 5 \"pc-005\" has no image")
        #expect(Set([mixed?.code, other?.code, none?.code]) == [.refused])
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Sends nothing where one host is busy, and replaces only where that is asked for`() async throws {
        let site = Site()
        site.raw(.post, "/fog/host/3/task", #"{"taskTypeID":10,"taskName":"x"}"#)

        let error = await #expect(throws: FogError.self) {
            try await site.server.multicast(try ids(1, 2, 3), TaskOptions(), marker: .example(1))
        }
        #expect(error?.code == .conflict && error?.message.contains("host 3 \"pc-003\" has an active task: 1") == true)
        #expect(site.transport.changes.isEmpty)

        let work = try await site.server.multicast(try ids(1, 2, 3), TaskOptions(replace: true), marker: .example(1))
        #expect(work.isComplete && work.hosts.last?.created?.replaced.map(\.id.number) == [1])
    }

    @Test func `Cancels a session with the tasks of its hosts and no other`() async throws {
        let site = Site()
        site.raw(.post, "/fog/host/4/task", #"{"taskTypeID":1,"taskName":"theirs"}"#)
        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))
        let session = try #require(work.sessions.first)
        site.transport.forget()

        let after = try await site.server.cancelMulticastSession(session.id)

        #expect(after.state == .cancelled)
        #expect(site.transport.changes.first == #"DELETE /fog/multicastsession/1/cancel {"id":[1]}"#)
        #expect(try await site.server.tasks().map(\.hostID) == (try ids(4)))
        #expect(try await site.server.multicastSessions().isEmpty)
    }

    @Test func `Finds the hosts' tasks where answers are lost, and asks for none twice`() async throws {
        let site = Site { $0.faults = [.dropTaskAnswers] }

        let work = try await site.server.multicast(try ids(1, 2, 3), TaskOptions(), marker: .example(1))

        #expect(work.isComplete && work.sessions.count == 1)
        #expect(site.transport.changes.count == 3)
    }

    @Test func `Puts a host into a session that runs, by its name alone`() async throws {
        let site = Site()
        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))
        let name = try #require(work.sessions.first?.name)

        let made = try await site.server.createTask(
            try ids(3)[0],
            .name(.multicast),
            TaskOptions(session: name),
            marker: .example(2)
        )
        let unknown = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try ids(4)[0],
                .name(.multicast),
                TaskOptions(session: "room 4"),
                marker: .example(3)
            )
        }
        let other = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try ids(7)[0],
                .name(.multicast),
                TaskOptions(session: name),
                marker: .example(4)
            )
        }

        #expect(made.task?.hostID?.number == 3)
        #expect(try await site.server.joinedTasks(of: work.sessions[0].id).count == 3)
        #expect(unknown?.code == .notFound)
        #expect(other?.code == .refused)
    }

    @Test func `Calls off a task that got into no session`() async throws {
        let site = Site()
        site.transport.before { line in
            guard line.hasPrefix("GET /fog/multicastsessionassociation") else { return }
            site.raw(.delete, "/fog/multicastsessionassociation/2/delete")
        }

        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))

        #expect(work.hosts.map { $0.error?.code } == [nil, .server])
        #expect(try await site.server.tasks().map(\.hostID) == (try ids(1)))
    }

    @Test func `Calls off no member of a session alone where FOG 1.6 would call off all`() async throws {
        let site = Site { $0.dialect = .fog16 }
        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))
        let task = try #require(work.hosts.first?.created?.task)
        site.transport.forget()

        let error = await #expect(throws: FogError.self) { try await site.server.cancelTask(task.id) }

        #expect(error?.code == .refused)
        #expect(error?.message == "task 1 of host pc-001 is one of 2 in multicast session 1")
        #expect(site.transport.changes.isEmpty)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Leaves no host in a session of its own where the one to join ends on the way`(
        dialect: FogSim.Dialect
    ) async throws {
        let site = Site { $0.dialect = dialect }
        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))
        let name = try #require(work.sessions.first?.name)
        site.transport.before { line in
            guard line.hasPrefix("POST") else { return }
            site.raw(.delete, "/fog/multicastsession/1/cancel", #"{"id":[1]}"#)
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try ids(3)[0],
                .name(.multicast),
                TaskOptions(session: name),
                marker: .example(2)
            )
        }

        #expect(error?.code == .conflict)
        #expect(error?.message == "host 3 \"pc-003\" did not get into multicast session 1 \"\(name)\"")
        #expect(error?.hint?.contains("task 3 was called off") == true)
        #expect(try await site.server.tasks().isEmpty)
        #expect(try await site.server.multicastSessions().isEmpty)
    }

    @Test func `Says that a host may be in the session where that cannot be read`() async throws {
        let site = Site()
        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))
        let name = try #require(work.sessions.first?.name)
        site.transport.before { line in
            guard line.hasPrefix("GET /fog/multicastsessionassociation") else { return }
            throw TransportError(.unreachable, "refused", mayHaveArrived: false)
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try ids(3)[0],
                .name(.multicast),
                TaskOptions(session: name),
                marker: .example(2)
            )
        }

        #expect(error?.code == .uncertain && error?.message.contains("task 3 of host 3 \"pc-003\"") == true)
    }
}
