import FogAPI
import FogModel
import FogSim
import Testing

@Suite struct MisfortuneTests {
    @Test(arguments: 1...12)
    func `Never makes a second task, and never touches what was not named`(seed: Int) async throws {
        var dice = Dice(state: UInt64(seed))
        let site = Site {
            $0.faults = [
                .init(.dropAnswer, method: "POST", every: 3), .init(.dropAnswer, method: "DELETE", every: 4),
                .init(.crash, method: "POST", every: 7), .init(.crash, method: "GET", every: 11),
                .init(.page(status: 502), method: "GET", every: 13),
                .init(.cutAnswer(after: 40), method: "PUT", every: 5),
            ]
        }
        var named: Set<HostID> = []
        var cancelled: Set<TaskID> = []
        var made = 0

        for number in 1...60 {
            let host = try #require(HostID(Int.random(in: 1...9, using: &dice)))
            do {
                switch Int.random(in: 0..<4, using: &dice) {
                case 0:
                    let task = try #require(TaskID(Int.random(in: 1...80, using: &dice)))
                    cancelled.insert(task)
                    _ = try await site.server.cancelTask(task)
                case 1:
                    let text = "seat & \(number)"
                    _ = try await site.server.updateHost(host, HostChanges(values: ["description": .text(text)]))
                default:
                    named.insert(host)
                    let type: TaskTypeName = [.deploy, .inventory, .capture].randomElement(using: &dice) ?? .deploy
                    _ = try await site.server.createTask(
                        host,
                        .name(type),
                        TaskOptions(),
                        marker: .example(number)
                    )
                    made += 1
                }
            } catch let error as FogError {
                #expect(
                    [.conflict, .notFound, .refused, .uncertain, .server, .unavailable].contains(error.code),
                    "\(error)"
                )
            }
        }

        let tasks = try await site.server.tasks(TaskQuery(activeOnly: false))
        let active = tasks.filter { $0.state?.isActive ?? true }
        #expect(Set(active.map(\.hostID)).count == active.count)
        #expect(Set(tasks.map(\.marker)).count == tasks.count)
        #expect(named.isSuperset(of: tasks.compactMap(\.hostID)))
        #expect(cancelled.isSuperset(of: tasks.filter { $0.state == .cancelled }.map(\.id)))
        #expect(made > 0 && tasks.count >= made)
    }
}
