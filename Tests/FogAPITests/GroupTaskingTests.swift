import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct GroupTaskingTests {
    private func marker(_ host: HostID) -> TaskMarker { .example(host.number) }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives each host its own image, and tells of those that are busy or have none`(
        dialect: FogSim.Dialect
    ) async throws {
        let site = Site { $0.dialect = dialect }
        site.raw(.post, "/fog/host/2/task", #"{"taskTypeID":1,"taskName":"theirs"}"#)

        let results = try await site.server.createTasks(
            group: try #require(GroupID(1)),
            .name(.deploy),
            TaskOptions(),
            marker: marker
        )

        #expect(results.map(\.host.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(results.map { $0.error?.code } == [nil, .conflict, nil, nil, .refused, nil, nil])
        let images = results.compactMap(\.created?.task).map { $0.imageID?.number }
        #expect(images == [1, 1, 1, 1, 2])
        #expect(site.transport.changes.allSatisfy { !$0.contains("/group/") })
    }

    @Test func `Refuses for a group what only single hosts can do, before anything is sent`() async throws {
        let site = Site()
        let group = try #require(GroupID(1))

        for (type, message) in [
            (TaskTypeName.capture, "task type \"Capture\" is for single hosts, not for group 1"),
            (.multicast, "task type \"Multi-Cast\" needs the name of a session for host 1"),
            (.passwordReset, "task type \"Password Reset\" needs the name of an account"),
            (.enrollSecureBoot, "http://127.0.0.1 has no task type enroll_secure_boot"),
        ] {
            let error = await #expect(throws: FogError.self) {
                try await site.server.createTasks(group: group, .name(type), TaskOptions(), marker: marker)
            }
            #expect(error?.code == .refused)
            #expect(error?.message == message)
        }
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Gives a host that is named twice one task`() async throws {
        let site = Site()
        let host = try #require(HostID(1))

        let results = try await site.server.createTasks([host, host], .name(.deploy), TaskOptions(), marker: marker)

        #expect(results.count == 1 && site.transport.changes.count == 1)
    }
}
