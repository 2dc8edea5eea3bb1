import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct SnapinTaskingTests {
    /// A site whose host 1 has snapins 1 and 2, and whose snapin 3 belongs to nobody; snapin 4 is disabled.
    private func site(_ dialect: FogSim.Dialect = .fog15php8) -> Site {
        let site = Site { $0.dialect = dialect }
        for (name, isEnabled) in [("firefox", "1"), ("office", "1"), ("spare", "1"), ("old", "0")] {
            site.raw(
                .post,
                "/fog/snapin/create",
                #"{"name":"\#(name)","file":"\#(name).ps1","isEnabled":"\#(isEnabled)"}"#
            )
        }
        for snapin in [1, 2, 4] {
            site.raw(.post, "/fog/snapinassociation/create", #"{"hostID":1,"snapinID":\#(snapin)}"#)
        }
        site.transport.forget()
        return site
    }

    private func id<Row>(_ number: Int) throws -> Identifier<Row> { try #require(Identifier<Row>(number)) }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives the snapins of the job that it made`(dialect: FogSim.Dialect) async throws {
        let site = site(dialect)

        let made = try await site.server.createTask(
            try id(1),
            .name(.singleSnapin),
            TaskOptions(snapins: .one(try id(2)), stopsAtFailedSnapin: true),
            marker: .example(1)
        )

        guard case .snapins(let work) = made.work else {
            Issue.record("made \(made.work)")
            return
        }
        #expect(work.parts.map(\.snapin.number) == [2])
        #expect(site.sim.rows(of: "snapintask").map { $0["snapinID"] } == ["2"])
        #expect(site.transport.changes.count == 1)
        #expect(site.transport.changes.first?.contains(#""deploySnapins":2,"#) == true)
        #expect(site.transport.changes.first?.contains(#""snapinAbortOnFailure":true"#) == true)
    }

    @Test func `Runs all snapins of a host`() async throws {
        let site = site()

        let made = try await site.server.createTask(try id(1), .name(.allSnapins), TaskOptions(), marker: .example(1))

        guard case .snapins(let work) = made.work else {
            Issue.record("made \(made.work)")
            return
        }
        #expect(work.parts.map(\.snapin.number).sorted() == [1, 2, 4])
        #expect(work.task?.marker == "fh00000000000001" && work.job.number == 1)
        #expect(site.transport.changes.first?.contains(#""deploySnapins":true"#) == true)
    }

    @Test func `Tells the snapins of one work from those of another`() async throws {
        let site = site()
        let first = try await site.server.createTask(try id(1), .name(.allSnapins), TaskOptions(), marker: .example(1))

        let second = try await site.server.createTask(
            try id(1),
            .name(.singleSnapin),
            TaskOptions(snapins: .one(try id(1)), replace: true),
            marker: .example(2)
        )

        guard case .snapins(let old) = first.work, case .snapins(let new) = second.work else {
            Issue.record("made \(first.work) and \(second.work)")
            return
        }
        #expect(Set(old.parts.map(\.id)).isDisjoint(with: new.parts.map(\.id)))
        #expect(new.parts.map(\.snapin.number) == [1])
        #expect(second.replaced.map(\.id) == [old.task?.id])
    }

    @Test func `Finds the snapins where FOG has renamed the task and the answer was lost`() async throws {
        let site = site()
        site.transport.before { line in
            guard line.hasPrefix("POST") else { return }
            site.raw(.post, "/fog/host/1/task", #"{"taskTypeID":13,"taskName":"x","deploySnapins":2}"#)
            site.raw(.put, "/fog/task/1/edit", #"{"name":"Multiple Snapin -- orig Single","typeID":12}"#)
            throw TransportError(.cut, "closed", mayHaveArrived: true)
        }

        let made = try await site.server.createTask(
            try id(1),
            .name(.singleSnapin),
            TaskOptions(snapins: .one(try id(2))),
            marker: .example(1)
        )

        guard case .snapins(let work) = made.work else {
            Issue.record("made \(made.work)")
            return
        }
        #expect(work.parts.map(\.snapin.number) == [2] && work.task?.id.number == 1)
    }

    @Test func `Takes no snapins of another run for its own`() async throws {
        let site = site()
        site.transport.before { line in
            guard line.hasPrefix("POST") else { return }
            let body = #"{"taskTypeID":13,"taskName":"fh00000000000009 x","deploySnapins":2}"#
            site.raw(.post, "/fog/host/1/task", body)
            throw TransportError(.cut, "closed", mayHaveArrived: true)
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try id(1),
                .name(.singleSnapin),
                TaskOptions(snapins: .one(try id(2))),
                marker: .example(1)
            )
        }

        #expect(error?.code == .uncertain)
    }

    @Test(arguments: [
        (1, TaskTypeName.singleSnapin, SnapinChoice.none, "task type \"Single Snapin\" needs the number of a snapin"),
        (1, .singleSnapin, .all, "task type \"Single Snapin\" needs the number of a snapin"),
        (1, .singleSnapin, .one(SnapinID(3)!), "host 1 \"pc-001\" does not have snapin 3 \"spare\""),
        (1, .singleSnapin, .one(SnapinID(4)!), "snapin 4 \"old\" is not enabled"),
        (1, .singleSnapin, .one(SnapinID(9)!), "no snapin 9"),
        (2, .allSnapins, .none, "host 2 \"pc-002\" has no snapins"),
        (1, .allSnapins, .one(SnapinID(1)!), "task type \"All Snapins\" runs all snapins of host 1"),
        (1, .deployNoSnapins, .all, "task type \"Deploy - No Snapins\" runs no snapins on host 1"),
        (1, .inventory, .all, "task type \"Hardware Inventory\" runs no snapins on host 1"),
    ])
    func `Asks for no snapin that FOG would take and not run`(
        host: Int,
        type: TaskTypeName,
        snapins: SnapinChoice,
        message: String
    ) async throws {
        let site = site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try id(host),
                .name(type),
                TaskOptions(snapins: snapins),
                marker: .example(1)
            )
        }

        #expect(error?.message == message)
        #expect(error?.code == (message.hasPrefix("no ") ? .notFound : .refused))
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Makes no empty job for a deploy to a host without snapins`() async throws {
        let site = site()

        _ = try await site.server.createTask(
            try id(2),
            .name(.deploy),
            TaskOptions(snapins: .all),
            marker: .example(1)
        )

        #expect(site.transport.changes.first?.contains(#""deploySnapins":false"#) == true)
    }

    @Test func `Cancels one snapin, and a job with the rest`() async throws {
        let site = site()
        let made = try await site.server.createTask(try id(1), .name(.allSnapins), TaskOptions(), marker: .example(1))
        guard case .snapins(let work) = made.work, let first = work.parts.first else { return }
        site.transport.forget()

        let one = try await site.server.cancelSnapinTask(first.id)
        let rest = try await site.server.cancel(work)

        #expect(one.state == .cancelled && one.id == first.id)
        #expect(rest.allSatisfy { $0.state == .cancelled } && rest.count == 3)
        #expect(site.transport.changes.first == #"DELETE /fog/snapintask/\#(first.id)/cancel {"id":[\#(first.id)]}"#)
        #expect(try await site.server.tasks().isEmpty)
    }

    @Test func `Sends nothing for a snapin task or job that does not exist`() async throws {
        let site = site()
        _ = try await site.server.createTask(try id(1), .name(.allSnapins), TaskOptions(), marker: .example(1))
        site.transport.forget()

        for target in [CancelTarget(.snapinTask, 77), CancelTarget(.snapinJob, 77), CancelTarget(.task, 77)] {
            let error = await #expect(throws: FogError.self) { try await site.server.cancel(try #require(target)) }
            #expect(error?.code == .notFound)
        }

        #expect(site.transport.changes.isEmpty)
    }
}
