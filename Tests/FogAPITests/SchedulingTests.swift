import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct SchedulingTests {
    private func host(_ number: Int) throws -> ScheduleDraft.Target { .host(try #require(HostID(number))) }
    private func group(_ number: Int) throws -> ScheduleDraft.Target { .group(try #require(GroupID(number))) }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Schedules once, reads it back, and takes it back`(dialect: FogSim.Dialect) async throws {
        let site = Site { $0.dialect = dialect }
        let options = TaskOptions(name: "tonight", wake: true, shutdown: true)

        let made = try await site.server.createScheduledTask(
            ScheduleDraft(target: try host(1), type: .name(.deploy), time: .once(1_900_000_000), options: options)
        )

        #expect(
            made.name == "tonight" && made.hostID == HostID(1) && made.shutdown && made.scheduleTime == 1_900_000_000
        )
        #expect(made.other2 == "0" && made.other4 == "1")
        #expect(try await site.server.scheduledTasks().map(\.id) == [made.id])
        try await site.server.deleteScheduledTask(made.id)
        #expect(try await site.server.scheduledTasks(activeOnly: false).isEmpty)
        #expect(site.transport.changes.last?.hasPrefix("DELETE /fog/scheduledtask/1 ") == true)
    }

    @Test func `Schedules again and again`() async throws {
        let site = Site()
        let time = try CronTime("30 22 * * 1-5")

        let made = try await site.server.createScheduledTask(
            ScheduleDraft(target: try group(1), type: .name(.inventory), time: .cron(time), description: "nightly")
        )

        #expect(made.groupID == GroupID(1) && made.hostID == nil && made.minute == "30" && made.dayOfWeek == "1-5")
        #expect(
            site.transport.changes.first?.contains(#""type":"C","taskTypeID":10,"hostID":1,"isGroupTask":"1""#) == true
        )
    }

    @Test(arguments: [
        ("host 5", TaskTypeName.inventory, TaskOptions(), "host 5 \"pc-005\" has no image"),
        ("host 99", .deploy, TaskOptions(), "no host 99"),
        ("group 1", .deploy, TaskOptions(), "\"Deploy\" of group 1 is not scheduled as one"),
        ("group 1", .multicast, TaskOptions(), "the hosts of group 1 have 3 different images"),
        ("group 1", .capture, TaskOptions(), "task type \"Capture\" is for single hosts, not for group 1"),
        ("host 1", .multicast, TaskOptions(), "task type \"Multi-Cast\" is for groups, not for host 1"),
        (
            "host 1", .passwordReset, TaskOptions(),
            "\"Password Reset\" cannot be scheduled: FOG keeps no account for it"
        ),
        ("host 1", .singleSnapin, TaskOptions(), "task type \"Single Snapin\" needs the number of a snapin"),
        (
            "host 1", .deploy, TaskOptions(debug: true, replace: true),
            "FOG keeps no debug, replace for a scheduled task"
        ),
    ])
    func `Schedules nothing that FOG would take and not do`(
        target: String,
        type: TaskTypeName,
        options: TaskOptions,
        message: String
    ) async throws {
        let site = Site()
        let number = try #require(Int(target.split(separator: " ")[1]))
        let owner = target.hasPrefix("host") ? try host(number) : try group(number)

        let error = await #expect(throws: FogError.self) {
            try await site.server.createScheduledTask(
                ScheduleDraft(target: owner, type: .name(type), time: .once(1_900_000_000), options: options)
            )
        }

        #expect(error?.message == message)
        #expect(site.transport.changes.isEmpty)
    }

    @Test(arguments: [0, -5, 4_294_967_296])
    func `Takes no time that the server cannot keep`(seconds: Int) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createScheduledTask(
                ScheduleDraft(target: try host(1), type: .name(.deploy), time: .once(seconds))
            )
        }

        #expect(error?.code == .invalidArgument && site.transport.changes.isEmpty)
    }

    @Test func `Finds the row whose answer was lost, and sends nothing twice`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST"), .init(.dropAnswer, method: "DELETE")] }

        let made = try await site.server.createScheduledTask(
            ScheduleDraft(target: try host(1), type: .name(.deploy), time: .once(1_900_000_000))
        )
        try await site.server.deleteScheduledTask(made.id)

        #expect(site.transport.changes.count == 2)
        #expect(try await site.server.scheduledTasks().isEmpty)
    }

    @Test func `Says that a lost one is uncertain, and that one is not there`() async throws {
        let site = Site { $0.faults = [.init(.dropRequest, method: "POST")] }

        let lost = await #expect(throws: FogError.self) {
            try await site.server.createScheduledTask(
                ScheduleDraft(target: try host(1), type: .name(.deploy), time: .once(1_900_000_000))
            )
        }
        let missing = await #expect(throws: FogError.self) {
            try await site.server.deleteScheduledTask(try #require(ScheduledTaskID(9)))
        }

        #expect(lost?.code == .uncertain && missing?.code == .notFound)
        #expect(site.transport.changes.count == 1)
    }
}
