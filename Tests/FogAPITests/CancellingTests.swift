import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct CancellingTests {
    private func tasked(_ change: (inout FogSim.Configuration) -> Void = { _ in }) async throws -> Site {
        let site = Site(change)
        for number in [1, 2, 3] {
            site.raw(.post, "/fog/host/\(number)/task", #"{"taskTypeID":1,"taskName":"x"}"#)
        }
        #expect(try await site.server.tasks().count == 3)
        site.transport.forget()
        return site
    }

    @Test func `Cancels one task and no other`() async throws {
        let site = try await tasked()

        let task = try await site.server.cancelTask(try #require(TaskID(2)))

        #expect(task.state == .cancelled)
        #expect(try await site.server.tasks().map(\.id.number) == [1, 3])
        #expect(site.transport.changes == [#"DELETE /fog/task/2/cancel {"id":[2]}"#])
    }

    @Test func `Sends nothing for a task that does not exist, since FOG would cancel all`() async throws {
        let site = try await tasked()

        let error = await #expect(throws: FogError.self) {
            try await site.server.cancelTask(try #require(TaskID(99_999)))
        }

        #expect(error?.code == .notFound)
        #expect(error?.message == "no task 99999")
        #expect(site.transport.changes.isEmpty)
        #expect(try await site.server.tasks().count == 3)
    }

    @Test func `Cancels nothing where the task goes between the look and the request`() async throws {
        let site = try await tasked()
        site.transport.before { line in
            if line.hasPrefix("DELETE") { site.raw(.delete, "/fog/task/2/delete") }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.cancelTask(try #require(TaskID(2)))
        }

        #expect(error?.code == .notFound)
        #expect(try await site.server.tasks().map(\.id.number) == [1, 3])
    }

    @Test func `Leaves a task that has ended as it is`() async throws {
        let site = try await tasked()
        site.raw(.put, "/fog/task/1/edit", #"{"stateID":4}"#)

        let task = try await site.server.cancelTask(try #require(TaskID(1)))

        #expect(task.state == .complete)
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Looks the task up where the answer was lost`() async throws {
        let site = try await tasked { $0.faults = [.init(.dropAnswer, method: "DELETE")] }

        let task = try await site.server.cancelTask(try #require(TaskID(1)))

        #expect(task.state == .cancelled)
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Calls a lost request uncertain where the task is still active`() async throws {
        let site = try await tasked()
        site.transport.before { line in
            if line.hasPrefix("DELETE") { throw TransportError(.timedOut, "no answer", mayHaveArrived: true) }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.cancelTask(try #require(TaskID(1)))
        }

        #expect(error?.code == .uncertain)
        #expect(site.transport.changes.count == 1)
    }

    @Test func `Says so where the server takes the request and does nothing`() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.line {
            case "GET /fog/task/7": .json(#"{"id":7,"name":"x","stateID":1,"host":{"name":"pc-7"}}"#)
            case "DELETE /fog/task/7/cancel": .json("null")
            default: .json(#"{"count":0,"services":[]}"#)
            }
        }

        let error = await #expect(throws: FogError.self) {
            try await FogServer(transport).cancelTask(try #require(TaskID(7)))
        }

        #expect(error?.code == .server)
        #expect(error?.message == "task 7 of host pc-7 is still queued after it was cancelled")
    }

    @Test func `Asks for nothing where a query names no task or no host`() async throws {
        let site = try await tasked()

        #expect(try await site.server.tasks(TaskQuery(ids: [])).isEmpty)
        #expect(try await site.server.tasks(TaskQuery(hosts: [])).isEmpty)
        #expect(site.transport.sent.isEmpty)
    }

    @Test func `Looks at every task itself, since a proxy may drop the filter`() async throws {
        let site = try await tasked()
        site.raw(.put, "/fog/task/3/edit", #"{"stateID":4}"#)
        let all = String(decoding: try await site.server.send(.list("task")), as: UTF8.self)
        let server = FogServer(
            ScriptedTransport { request, _ in
                request.path.hasPrefix("/fog/task") ? .json(all) : .json(#"{"services":[]}"#)
            }
        )
        let two = try #require(HostID(2))

        #expect(try await server.tasks().map(\.id.number) == [1, 2])
        #expect(try await server.tasks(TaskQuery(hosts: [two])).map(\.id.number) == [2])
        #expect(
            try await server.tasks(TaskQuery(activeOnly: false, ids: [TaskID(3)].compactMap(\.self))).map(\.id.number)
                == [3]
        )
    }

    @Test func `Filters tasks by number, host and state`() async throws {
        let site = try await tasked()
        site.raw(.put, "/fog/task/1/edit", #"{"stateID":4}"#)
        let host = try #require(HostID(2))

        #expect(try await site.server.tasks(TaskQuery(hosts: [host])).map(\.id.number) == [2])
        #expect(
            try await site.server.tasks(TaskQuery(activeOnly: false, ids: [TaskID(1), TaskID(3)].compactMap(\.self)))
                .map(\.id.number) == [1, 3]
        )
        #expect(try await site.server.tasks().map(\.id.number) == [2, 3])
    }

    @Test func `Cancels all that one host has to do, each by its number, and nothing of an idle one`() async throws {
        let site = try await tasked()

        let cancelled = try await site.server.cancelTasks(of: try #require(HostID(2)))
        let none = try await site.server.cancelTasks(of: try #require(HostID(9)))

        #expect(cancelled.map(\.id.number) == [2] && none.isEmpty)
        #expect(site.transport.changes == [#"DELETE /fog/task/2/cancel {"id":[2]}"#])
    }

    @Test func `Takes 409 for what has ended meanwhile`() async throws {
        let transport = ScriptedTransport { request, number in
            switch request.line {
            case "GET /fog/task/7":
                .json(#"{"id":7,"name":"x","stateID":\#(number < 4 ? 3 : 4),"host":{"name":"pc-7"}}"#)
            case "DELETE /fog/task/7/cancel": .json(#"{"error":"It has finished"}"#, status: 409)
            default: .json(#"{"count":0,"services":[]}"#)
            }
        }

        let task = try await FogServer(transport).cancelTask(try #require(TaskID(7)))

        #expect(task.state == .complete && transport.changes.count == 1)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Calls off for a raw request what a typed one would`(dialect: FogSim.Dialect) async throws {
        let site = try await tasked { $0.dialect = dialect }
        let target = { (kind: CancelTarget.Class, id: Int) in try #require(CancelTarget(kind, id)) }

        #expect(try await site.server.cancel(try target(.task, 1)))
        #expect(try await !site.server.cancel(try target(.task, 1)))
        #expect(try await site.server.cancel(try target(.host, 2)))
        #expect(try await !site.server.cancel(try target(.host, 2)))
        for kind in CancelTarget.Class.allCases {
            let error = await #expect(throws: FogError.self) { try await site.server.cancel(try target(kind, 999)) }
            // 1.5 has no deletions of files that wait.
            #expect(error?.code == .notFound || kind == .fileDeletion)
        }
        #expect(try await site.server.tasks().map(\.id.number) == [3])
    }
}
