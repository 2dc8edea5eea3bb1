import FogAPI
import FogModel
import FogSim
import Testing

/// Snapins of scheduled tasks, which are checked like those of tasks that are made at once.
@Suite struct ScheduledSnapinTests {
    /// A site whose host 1 has snapins 1 and 3, the last disabled; hosts 8 to 10 are group 2, and 8 has snapin 1.
    private func site() throws -> Site {
        let site = Site()
        let rows = """
            {"rows":{"snapin":[{"id":1,"name":"a","file":"a","isEnabled":"1"},{"id":2,"name":"b","file":"b","isEnabled":"1"},
            {"id":3,"name":"c","file":"c","isEnabled":"0"}],
            "snapinassociation":[{"id":1,"hostID":1,"snapinID":1},{"id":2,"hostID":1,"snapinID":3},
            {"id":3,"hostID":8,"snapinID":1}]}}
            """
        try #require(site.sim.patch(Array(rows.utf8)))
        return site
    }

    private func target(_ text: String) throws -> ScheduleDraft.Target {
        let number = try #require(Int(text.split(separator: " ")[1]))
        return text.hasPrefix("host") ? .host(try #require(HostID(number))) : .group(try #require(GroupID(number)))
    }

    private static func one(_ number: Int) -> SnapinChoice { SnapinID(number).map { .one($0) } ?? .none }

    @Test(arguments: [
        ("host 1", TaskTypeName.singleSnapin, one(9), "no snapin 9"),
        ("host 1", .singleSnapin, one(3), "snapin 3 \"c\" is not enabled"),
        ("host 1", .singleSnapin, one(2), "host 1 \"pc-001\" does not have snapin 2 \"b\""),
        ("host 1", .deploy, one(2), "host 1 \"pc-001\" does not have snapin 2 \"b\""),
        ("host 2", .allSnapins, .none, "host 2 \"pc-002\" has no snapins"),
        ("host 2", .allSnapins, .all, "host 2 \"pc-002\" has no snapins"),
        ("host 1", .allSnapins, one(1), "task type \"All Snapins\" runs all snapins of host 1"),
        ("host 1", .inventory, .all, "task type \"Hardware Inventory\" runs no snapins on host 1"),
        ("group 2", .singleSnapin, one(1), "host 9 \"pc-009\" does not have snapin 1 \"a\""),
        ("group 2", .allSnapins, .none, "host 9 \"pc-009\" has no snapins"),
    ])
    func `Schedules no snapins that would not run`(
        owner: String,
        type: TaskTypeName,
        snapins: SnapinChoice,
        message: String
    ) async throws {
        let site = try site()
        let options = TaskOptions(snapins: snapins)

        let error = await #expect(throws: FogError.self) {
            try await site.server.createScheduledTask(
                ScheduleDraft(target: target(owner), type: .name(type), time: .once(1_900_000_000), options: options)
            )
        }

        #expect(error?.message == message)
        #expect(site.transport.changes.isEmpty)
    }

    @Test(arguments: [
        ("host 1", TaskTypeName.singleSnapin, one(1), "1"), ("host 1", .allSnapins, .none, "-1"),
        ("host 1", .deploy, .all, "-1"), ("host 1", .deploy, one(1), "1"),
        // FOG would make an empty job that never ends.
        ("host 2", .deploy, .all, "0"),
    ])
    func `Schedules snapins that the host has`(
        owner: String,
        type: TaskTypeName,
        snapins: SnapinChoice,
        kept: String
    ) async throws {
        let site = try site()
        let options = TaskOptions(snapins: snapins)

        let made = try await site.server.createScheduledTask(
            ScheduleDraft(target: target(owner), type: .name(type), time: .once(1_900_000_000), options: options)
        )

        #expect(made.other2 == kept)
    }
}
