import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct BusyHostTests {
    private func id(_ number: Int) throws -> HostID { try #require(HostID(number)) }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Replaces a task that is no imaging where that is asked for, by its number`(
        dialect: FogSim.Dialect
    ) async throws {
        let site = Site { $0.dialect = dialect }
        let server = site.server
        let old = try await server.createTask(try id(1), .name(.inventory), TaskOptions(), marker: .example(1))
        site.transport.forget()

        let new = try await server.createTask(
            try id(1),
            .name(.deploy),
            TaskOptions(replace: true),
            marker: .example(2)
        )

        #expect(new.task?.typename == "Deploy" && new.replaced.map(\.id) == [old.task?.id])
        #expect(new.replaced.first?.state == .cancelled)
        #expect(site.transport.changes.first == #"DELETE /fog/task/1/cancel {"id":[1]}"#)
        #expect(try await server.tasks().map(\.typename) == ["Deploy"])
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Never replaces imaging, and wakes no busy host`(dialect: FogSim.Dialect) async throws {
        let site = Site { $0.dialect = dialect }
        _ = try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(1))
        _ = try await site.server.createTask(try id(2), .name(.inventory), TaskOptions(), marker: .example(2))
        site.transport.forget()

        for (host, type) in [(1, TaskTypeName.inventory), (1, .deploy), (1, .wake), (2, .wake)] {
            let error = await #expect(throws: FogError.self) {
                try await site.server.createTask(
                    try id(host),
                    .name(type),
                    TaskOptions(replace: true),
                    marker: .example(3)
                )
            }
            #expect(error?.code == .conflict)
        }

        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Says what it has called off where the task itself is refused`() async throws {
        let site = Site {
            $0.faults = [.init(.crash, method: "POST", path: "/task")]
        }
        #expect(
            site.sim.patch(Array(#"{"rows":{"task":[{"id":1,"hostID":1,"name":"x","typeID":10,"stateID":1}]}}"#.utf8))
        )

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try id(1),
                .name(.deploy),
                TaskOptions(replace: true),
                marker: .example(2)
            )
        }

        #expect(error?.code == .uncertain)
        #expect(error?.hint?.hasPrefix("task 1 \"x\" of host 1 was called off before that; ") == true)
    }

    @Test func `Calls it a conflict where FOG 1.6 keeps the task that the host has and says yes`() async throws {
        let site = Site { $0.dialect = .fog16 }
        // Another program is quicker between the look and the request.
        site.transport.before { line in
            guard line.hasPrefix("POST /fog/host/1/task") else { return }
            site.raw(.post, "/fog/host/1/task", #"{"taskTypeID":1,"taskName":"theirs","wol":false}"#)
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.inventory), TaskOptions(), marker: .example(1))
        }

        #expect(error?.code == .conflict)
        #expect(error?.message.contains("host 1 \"pc-001\" has an active task: 1 \"theirs") == true)
    }

    // MARK: - After a lost answer

    @Test func `Gives a host no other task while the server may be at work on a lost one`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") { throw TransportError(.timedOut, "no answer", mayHaveArrived: true) }
        }
        _ = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(1))
        }
        site.transport.before(nil)
        site.transport.forget()

        let early = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(2))
        }
        let other = try await site.server.createTask(try id(2), .name(.deploy), TaskOptions(), marker: .example(3))
        #expect(early?.code == .conflict)
        #expect(
            early?.message == "host 1 may still get a task: the answer to an earlier Deploy of this run was lost"
        )
        #expect(other.task != nil && site.transport.changes.count == 1)

        try await site.clock.sleep(for: .seconds(120))
        let late = try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(4))
        #expect(late.task != nil)
    }

    @Test func `Names the task that a lost request has made after all`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") { throw TransportError(.timedOut, "no answer", mayHaveArrived: true) }
        }
        _ = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(1))
        }
        site.transport.before(nil)
        site.raw(.post, "/fog/host/1/task", #"{"taskTypeID":1,"taskName":"fh00000000000001 Deploy"}"#)

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.message == "host 1 \"pc-001\" has an active task: 1 \"Deploy - pc-001\", queued")
    }

    // MARK: - What the server refuses

    @Test(arguments: [
        (
            400, "Image is not compatible with this host: image is x86_64, host is arm64", FogError.Code.refused,
            "processor"
        ),
        (400, "Image is not replicated to this storage group: a -> b", .refused, "storage group"),
        (400, "That session has already started. It can no longer be joined", .conflict, "next session"),
        (400, "Server is only configured to run 2 multicast tasks", .refused, "FOG_MULTICAST_MAX_SESSIONS"),
        (400, "Every configured multicast port is already in use", .refused, "FOG_MULTICAST_PORT_OVERRIDE"),
        (400, "Could not find any nodes containing this image", .refused, "storage node"),
        (400, "Host is already a member of an active task", .conflict, "cancel it first"),
        (500, "Image is not enabled", .refused, "enable the image"),
        (500, "Das Abbild ist nicht aktiviert", .refused, ""),
    ])
    func `Says in its own words what FOG refuses`(
        status: Int,
        text: String,
        code: FogError.Code,
        hint: String
    ) async throws {
        let site = Site()
        let inner = site.transport
        let transport = RefusingTransport(inner, status: status, text: text)
        let server = FogServer(transport, credentials: site.server.credentials)

        let error = await #expect(throws: FogError.self) {
            try await server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(1))
        }

        #expect(error?.code == code && error?.status == status)
        #expect(error?.message == "Deploy for host 1 \"pc-001\": the server says \"\(text)\"")
        #expect(hint.isEmpty ? error?.hint == nil : error?.hint?.contains(hint) == true)
    }

    @Test func `Calls off the task that FOG 1.6 leaves behind a refusal`() async throws {
        let site = Site()
        let text = "That session has already started. It can no longer be joined"
        let transport = RefusingTransport(site.transport, status: 400, text: text, isCarriedOut: true)
        let server = FogServer(transport, credentials: site.server.credentials)

        let error = await #expect(throws: FogError.self) {
            try await server.createTask(try id(1), .name(.deploy), TaskOptions(), marker: .example(1))
        }

        #expect(error?.code == .conflict && error?.cause == text)
        #expect(try await site.server.tasks().isEmpty)
    }
}

/// Refuses each task in given words, after it was made or instead.
private struct RefusingTransport: FogTransport {
    let inner: any FogTransport
    let status: Int
    let text: String
    let isCarriedOut: Bool

    init(_ inner: any FogTransport, status: Int, text: String, isCarriedOut: Bool = false) {
        self.inner = inner
        self.status = status
        self.text = text
        self.isCarriedOut = isCarriedOut
    }

    var address: String { inner.address }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        guard request.method == .post else { return try await inner.send(request, body: body, timeout: timeout) }
        if isCarriedOut { _ = try await inner.send(request, body: body, timeout: timeout) }
        let answer = #"{"error":"\#(text)","title":"Create Task Fail"}"#
        return ScriptedTransport.answer(status, type: "application/json", Array(answer.utf8))
    }
}
