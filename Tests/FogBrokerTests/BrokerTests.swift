import FogBroker
import FogModel
import FogOperations
import FogSim
import FogTime
import Testing

@Suite struct BrokerTests {
    @Test func `Answers each operation with the kind of answer that its case names`() async throws {
        let stage = Stage()
        let draft = HostDraft(name: "new-1", macs: [try #require(MACAddress("02f060ffff01"))])

        let answers = try await stage.play { stage in
            var answers: [String] = []
            for operation: FogOperation in [
                .server(.info), .hosts(.list(nil)), .rows(.find(.host, .name("pc-001"))),
                .rows(.find(.host, .name("none"))), .hosts(.create(draft)),
                .hosts(.update(id(1), HostChanges(image: .name("Ubuntu 24.04")))), .rows(.list(.image, [:])),
                .rows(.find(.image, .id(99))),
                .rows(.create(.image, ["name": .text("Golden")])), .rows(.list(.group, [:])),
                .rows(.find(.group, .name("Lab A"))), .links(.list(.groupHosts, of: 1)),
                .rows(.list(.taskType, [:])), .tasks(.list(TaskQuery())),
                .tasks(.create(id(1), .name(.deploy), TaskOptions())),
                .tasks(.cancel(id(1))), .tasks(.wait([.task(id(1))], WaitOptions())), .session(.sleep(1.5)),
                .server(.zoneOffset(at: 0)),
                .session(.now),
                .session(.confirm(FogOperations.Confirmation(question: "?", hostCount: nil))),
            ] {
                answers.append(Self.summary(try await stage.ask(operation)))
            }
            return answers
        }

        #expect(
            answers == [
                "server", "30 hosts", "1 hosts", "0 hosts", "1 hosts", "1 hosts", "3 images", "0 images", "1 images",
                "2 groups", "1 groups", "20 hosts", "21 tasktypes", "0 tasks", "created a task", "1 tasks", "cancelled",
                "done",
                "zone", "time", "flag",
            ]
        )
    }

    static func summary(_ answer: Answer) -> String {
        switch answer {
        case .done: "done"
        case .server: "server"
        case .rows(let rows): "\(rows.count) \(rows.entityClass.rawValue)s"
        case .plugins(let plugins): "\(plugins.count) plugins"
        case .numbers(let numbers): "\(numbers.count) numbers"
        case .records(let records): "\(records.count) records"
        case .raw(let reply): "raw \(reply.status)"
        case .created(let created): created.task == nil ? "created nothing" : "created a task"
        case .multicast(let work): "multicast of \(work.hosts.count)"
        case .verdicts(let verdicts, _): verdicts.map(\.outcome.words).joined(separator: ", ")
        case .reason(let reason): reason.kind.rawValue
        case .time: "time"
        case .zone: "zone"
        case .permission: "permission"
        case .flag: "flag"
        }
    }

    @Test func `Writes one audit line for each operation, without what was sent`() async throws {
        let stage = Stage()

        try await stage.play { stage in
            _ = try await stage.ask(.hosts(.list(nil)))
            _ = try await stage.ask(
                .hosts(
                    .update(
                        id(1),
                        HostChanges(image: .name("Ubuntu 24.04"), values: ["ADUser": .text("hidden-account")])
                    )
                )
            )
            _ = try await stage.deploy(1)
            _ = try? await stage.deploy(1)
            _ = try await stage.ask(.tasks(.cancel(id(1))))
            _ = try await stage.ask(.session(.sleep(2.5)))
        }

        #expect(
            stage.log.all.map { $0.replacing(/error=.*? number/, with: "error=… number") } == [
                "info listHosts effect=read number=1 operation=listHosts result=ok seconds=0.0",
                "notice permission decision=granted hosts=[\"1 pc-001\"] needs=[\"write:host\"] number=2 operation=updateHost",
                "notice updateHost effect=write:host hosts=[\"1 pc-001\"] number=2 operation=updateHost result=ok seconds=0.0",
                "notice permission decision=granted hosts=[\"1 pc-001\"] needs=[\"task:deploy\"] number=3 "
                    + "operation=createTask",
                "notice createTask effect=task:deploy hosts=[\"1 pc-001\"] number=3 operation=createTask result=ok seconds=0.0 "
                    + "tasks=[\"1\"]",
                "notice permission decision=granted hosts=[\"1 pc-001\"] needs=[\"task:deploy\"] number=4 "
                    + "operation=createTask",
                "notice createTask effect=task:deploy error=… number=4 operation=createTask result=conflict seconds=0.0",
                "notice permission decision=granted needs=[\"cancel\"] number=5 operation=cancelTask",
                "notice cancelTask effect=cancel hosts=[\"1 pc-001\"] number=5 operation=cancelTask result=ok seconds=0.0 "
                    + "tasks=[\"1\"]",
                "debug sleep effect=nothing number=6 operation=sleep result=ok seconds=2.5",
            ]
        )
        #expect(!stage.log.all.joined().contains("hidden-account"))
    }

    @Test func `Names the operation in its error`() async throws {
        let stage = Stage()

        let error = await stage.play { stage in
            await #expect(throws: FogError.self) { try await stage.ask(.tasks(.cancel(id(99)))) }
        }

        #expect(error?.operation == "cancelTask")
        #expect(error?.code == .notFound)
    }

    @Test func `Keeps the last outcome of each host that the run tried to task`() async throws {
        let stage = Stage { $0.behaviours["pc-002"] = .neverBoots }

        try await stage.play { stage in
            let tasks = [try await stage.deploy(1), try await stage.deploy(2), try await stage.deploy(3)]
            _ = try? await stage.deploy(3)
            #expect(stage.broker.outcome.failed.map(\.hostname) == ["pc-003"])
            // Host 25 has no image.
            _ = try? await stage.deploy(25)
            _ = try await stage.wait(tasks)
        }

        let outcome = stage.broker.outcome
        #expect(outcome.done.compactMap(\.hostname) == ["pc-003", "pc-001"])
        #expect(outcome.failed.map(\.host) == [id(25), id(2)])
        #expect(outcome.failed.first?.reason.contains("has no image") == true)
        #expect(outcome.failed.last?.reason.hasPrefix("never checked in: not seen since") == true)
        #expect(outcome.hasFailures)
        #expect(stage.broker.activeTasks.map(\.description) == ["deploy on pc-002 (task 2)"])
    }

    @Test func `Learns of the end of its tasks from looks that others asked for`() async throws {
        let stage = Stage { $0.rates.spread = 0 }

        try await stage.play { stage in
            _ = try await stage.deploy(1)
            try await stage.clock.sleep(for: .seconds(60))
            let second = try await stage.deploy(2)
            #expect(stage.broker.activeTasks.count == 2)
            _ = try await stage.wait([second])
        }

        #expect(stage.broker.activeTasks.isEmpty)
    }

    @Test func `Asks the operator, and says no where the operator does`() async throws {
        let stage = Stage(isOperatorWilling: false)

        let answer = try await stage.play { stage in
            try await stage.ask(
                .session(.confirm(FogOperations.Confirmation(question: "Image 20 hosts?", hostCount: 20)))
            )
        }

        #expect(answer == .flag(false))
        #expect(stage.questions.all.map(\.hostCount) == [20])
        #expect(stage.log.all.last?.contains("agreed=false") == true)
    }

    @Test(arguments: [-1, .nan, .infinity, 1e300])
    func `Refuses to sleep for a time that is none`(seconds: Double) async throws {
        let stage = Stage()

        let error = await stage.play { stage in
            await #expect(throws: FogError.self) { try await stage.ask(.session(.sleep(seconds))) }
        }

        #expect(error?.code == .invalidArgument)
    }

    @Test func `Tells the same in the same order on every run`() async throws {
        func run() async throws -> (events: [BrokerEvent], log: [String], sent: [String]) {
            let stage = Stage(hosts: 15) { configuration in
                configuration.slots = 3
                configuration.behaviours["pc-005"] = .stalls(at: 30)
                configuration.outages = [.seconds(200)..<Duration.seconds(400)]
            }
            try await stage.play { stage in
                try await withThrowingDiscardingTaskGroup { group in
                    for host in 1...8 {
                        group.addTask {
                            let task = try await stage.deploy(host)
                            _ = try await stage.wait([task], WaitOptions(interval: 5 + host % 7))
                        }
                    }
                }
            }
            return (stage.events.all, stage.log.all, stage.transport.sent)
        }

        let (one, other) = (try await run(), try await run())

        #expect(one.events == other.events)
        #expect(one.log == other.log)
        #expect(one.sent == other.sent)
        #expect(one.events.count > 100)
    }
}
