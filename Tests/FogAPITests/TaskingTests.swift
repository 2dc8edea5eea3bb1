import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct TaskingTests {
    private func id(_ number: Int) throws -> HostID { try #require(HostID(number)) }

    @Test(arguments: [FogSim.Typing.php7, .php8])
    func `Gives the task that it made`(typing: FogSim.Typing) async throws {
        let site = Site(typing: typing)

        let task = try #require(
            try await site.server.createTask(
                try id(1),
                .name(.deploy),
                TaskOptions(name: "night & day", wake: true, shutdown: true),
                marker: .example(7)
            )
            .task
        )

        #expect(task.marker == "fh00000000000007")
        #expect(task.name == "night & day - pc-001")
        #expect(task.hostID == HostID(1) && task.hostname == "pc-001" && task.typename == "Deploy")
        #expect(task.imagename == "Windows 11" && task.statename == "Queued" && task.shutdown)
        #expect(
            site.transport.changes == [
                """
                POST /fog/host/1/task {"taskTypeID":1,"taskName":"fh00000000000007 night & day","shutdown":true,\
                "debug":false,"deploySnapins":false,"passreset":"","sessionjoin":false,"wol":true,\
                "snapinAbortOnFailure":false}
                """
            ]
        )
    }

    @Test func `Says which task a busy host has, and leaves it alone`() async throws {
        let site = Site()
        _ = try await site.server.createTask(try id(1), .name(.inventory), TaskOptions(), marker: .example(1))
        site.transport.forget()

        // FOG itself would call the inventory off without a word.
        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        #expect(
            error?.message == "host 1 \"pc-001\" has an active task: 1 \"Hardware Inventory - pc-001\", queued"
        )
        #expect(site.transport.changes.isEmpty)
        #expect(try await site.server.tasks().map(\.typename) == ["Hardware Inventory"])
    }

    @Test func `Lets the first of simultaneous requests for a host win`() async throws {
        let site = Site()
        let host = try id(1)

        let outcomes = await withTaskGroup(of: FogError.Code?.self) { group in
            for number in 1...6 {
                group.addTask {
                    do {
                        _ = try await site.server.createTask(
                            host,
                            .name(.deploy),
                            TaskOptions(),
                            marker: .example(number)
                        )
                        return nil
                    } catch {
                        return (error as? FogError)?.code
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.filter { $0 == .conflict }.count == 5)
        #expect(try await site.server.tasks().count == 1)
    }

    @Test func `Refuses a second request for a host while the first is under way`() async throws {
        let site = Site()
        let gate = GatedTransport(site.transport)
        let server = FogServer(gate, credentials: site.server.credentials)
        let host = try id(1)
        let first = Task { try await server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(1)) }
        await gate.waitForChange()
        site.transport.forget()

        let error = await #expect(throws: FogError.self) {
            try await server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        #expect(error?.message == "host 1 is being given a task by this run already: deploy")
        #expect(site.transport.sent.isEmpty)
        gate.open()
        #expect(try await first.value.task?.marker == "fh00000000000001")
        // The host is free again for what comes after.
        site.raw(.put, "/fog/task/1/edit", #"{"stateID":4}"#)
        #expect(try await server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(3)).task != nil)
    }

    @Test(arguments: ["", " Room", "Room ", "Room  5"])
    func `Takes no name that FOG would give back changed`(name: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(name: name), marker: .example(1))
        }

        #expect(error?.code == .invalidArgument)
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Gives no second task to a host after a request that was called off on its way`() async throws {
        let site = Site()
        let gate = GatedTransport(site.transport)
        let server = FogServer(gate, credentials: site.server.credentials)
        let host = try id(1)
        let first = Task { try await server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(1)) }
        await gate.waitForChange()
        first.cancel()
        _ = await first.result
        gate.open()

        let error = await #expect(throws: FogError.self) {
            try await server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Calls its own task off where another run was there first`() async throws {
        let site = Site()
        // Both have looked before either has sent: the server takes both. The simulator refuses a second task, so the
        // other's waits at another host until ours is made.
        site.transport.before { line in
            if line.hasPrefix("POST") {
                site.raw(.post, "/fog/host/2/task", #"{"taskTypeID":1,"taskName":"fh00000000000001 x"}"#)
            } else if line.hasPrefix("GET /fog/task/active"), line.contains("1") {
                site.raw(.put, "/fog/task/1/edit", #"{"hostID":1}"#)
            }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        let tasks = try await site.server.tasks(TaskQuery(activeOnly: false))
        #expect(tasks.map(\.stateID) == [1, 5])
    }

    @Test func `Says that its own task is left where it cannot be called off`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") {
                site.raw(.post, "/fog/host/2/task", #"{"taskTypeID":1,"taskName":"x"}"#)
            } else if line.hasPrefix("GET /fog/task/active") {
                site.raw(.put, "/fog/task/1/edit", #"{"hostID":1}"#)
            } else if line.hasPrefix("DELETE") {
                throw TransportError(.unreachable, "connection refused", mayHaveArrived: false)
            }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        #expect(error?.hint == "this run's own task 2 could not be called off: cancel it on the server")
    }

    @Test func `Finds a task whose answer was lost and sends nothing twice`() async throws {
        let site = Site { $0.faults = [.dropTaskAnswers] }

        let task = try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(3)).task

        #expect(task?.marker == "fh00000000000003")
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Calls a lost request uncertain where no task is seen, and does not repeat it`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") { throw TransportError(.cut, "closed", mayHaveArrived: true) }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(4))
        }

        #expect(error?.code == .uncertain)
        #expect(site.transport.changes.count == 1)
        #expect(site.clock.pauses == [.seconds(2), .seconds(5)])
    }

    @Test func `Says that nothing was changed where the request cannot have arrived`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") { throw TransportError(.unreachable, "refused", mayHaveArrived: false) }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(4))
        }

        #expect(error?.code == .unavailable)
        #expect(error?.message.hasSuffix("nothing was changed") == true)
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Wakes a host and gives no task`() async throws {
        let site = Site()

        let made = try await site.server.createTask(try id(1), .name(.wake), TaskOptions(), marker: .example(5))

        #expect(made.work == .nothing)
        #expect(site.transport.changes.first?.contains(#""wol":true"#) == true)
    }

    @Test func `Calls a lost wake-up uncertain`() async throws {
        let site = Site { $0.faults = [.dropTaskAnswers] }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.wake), TaskOptions(), marker: .example(5))
        }

        #expect(error?.code == .uncertain)
    }

    @Test(arguments: [
        (5, TaskTypeKey.name(.deploy), FogError.Code.refused, "host 5 \"pc-005\" has no image"),
        (99, .name(.deploy), .notFound, "no host 99"),
        (1, .name(.multicast), .refused, "task type \"Multi-Cast\" needs the name of a session for host 1"),
        (1, .name(.singleSnapin), .refused, "task type \"Single Snapin\" needs the number of a snapin"),
        (1, .name(.passwordReset), .refused, "task type \"Password Reset\" needs the name of an account"),
    ])
    func `Refuses what the server would take and not do`(
        host: Int,
        type: TaskTypeKey,
        code: FogError.Code,
        message: String
    ) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(host), type, TaskOptions(), marker: .example(6))
        }

        #expect(error?.code == code)
        #expect(error?.message == message)
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Refuses a disabled image, a protected one for capture, and one that is gone`() async throws {
        let site = Site { $0.hosts[0].image = "Windows 7" }
        #expect(site.sim.patch(Array(#"{"rows":{"image":[{"id":2,"imageProtect":1,"protected":1}]}}"#.utf8)))
        let disabled = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(6))
        }
        let protected = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(8), .name(.capture), TaskOptions(), marker: .example(6))
        }
        site.raw(.put, "/fog/host/2/edit", #"{"imageID":9999}"#)
        let gone = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(2), .name(.deploy), TaskOptions(), marker: .example(6))
        }

        #expect(disabled?.message == "image 3 \"Windows 7\" of host 1 \"pc-001\" is not enabled")
        #expect(
            protected?.message
                == "image 2 \"Ubuntu 24.04\" of host 8 \"pc-008\" is protected and cannot be captured over"
        )
        #expect(gone?.message == "image 9999 of host 2 \"pc-002\" does not exist any more")
        #expect(Set([disabled?.code, protected?.code, gone?.code]) == [.refused])
    }

    @Test func `Says which task types the server has`() async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.taskType(.id(try #require(TaskTypeID(9))))
        }

        #expect(error?.code == .refused)
        #expect(error?.message == "http://127.0.0.1 has no task type 9")
        #expect(error?.hint?.hasPrefix("it has 1 Deploy, 2 Capture, 3 Debug") == true)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Makes every type that the server has for hosts, and says which it lacks`(
        dialect: FogSim.Dialect
    ) async throws {
        let site = Site { $0.dialect = dialect }
        let needy: Set<TaskTypeName> = [.multicast, .singleSnapin, .allSnapins, .wake]
        let lacking: Set<TaskTypeName> = dialect == .fog16 ? [.virusScan, .virusQuarantine] : [.enrollSecureBoot]

        for (number, name) in TaskTypeName.allCases.enumerated() where !needy.contains(name) {
            let host = try id(number % 4 + 1)
            let options = TaskOptions(account: name == .passwordReset ? "Administrator" : nil)
            if lacking.contains(name) {
                let error = await #expect(throws: FogError.self) {
                    try await site.server.createTask(host, .name(name), options, marker: .example(number))
                }
                #expect(error?.code == .refused && error?.hint?.hasPrefix("it has 1 Deploy, 2 Capture") == true)
                continue
            }
            let made = try await site.server.createTask(host, .name(name), options, marker: .example(number))
            #expect(made.task?.typename?.lowercased() == name.serverName.lowercased())
            _ = try await site.server.cancelTask(try #require(made.task?.id))
        }
        let body = site.transport.changes.first { $0.contains(#""passreset":"Administrator""#) }
        #expect(body?.contains(#""taskTypeID":11,"#) == true)
    }

    @Test(arguments: ["", "Max Mustermann", "a;reboot", "a\"b", "$(x)"])
    func `Passes no account name on that a command line would break`(account: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try id(1),
                .name(.passwordReset),
                TaskOptions(account: account),
                marker: .example(1)
            )
        }

        #expect(error?.code == (account.isEmpty ? .refused : .invalidArgument))
        #expect(site.transport.changes.isEmpty)
    }
}
