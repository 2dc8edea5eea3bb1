import FogBroker
import FogModel
import FogOperations
import FogSim
import FogTime
import Testing

@Suite struct CancellationTests {
    @Test func `Ends sleeps and waits promptly, and stops looking`() async throws {
        let stage = Stage()

        try await stage.play { stage in
            let task = try await stage.deploy(1)
            await withTaskGroup(of: Bool.self) { group in
                for operation in [
                    FogOperation.session(.sleep(5_000)), .tasks(.wait([.task(task)], WaitOptions())),
                    .tasks(.wait([.task(task)], WaitOptions())),
                ] {
                    group.addTask {
                        do {
                            _ = try await stage.ask(operation)
                            return false
                        } catch {
                            return error is CancellationError
                        }
                    }
                }
                try? await stage.clock.sleep(for: .seconds(45))
                group.cancelAll()
                for await wasCancelled in group { #expect(wasCancelled) }
            }
            let looks = stage.transport.looks
            try await stage.clock.sleep(for: .seconds(300))
            #expect(stage.transport.looks == looks)
        }

        #expect(stage.clock.now.elapsed == .seconds(345))
        #expect(stage.broker.activeTasks.count == 1)
    }

    @Test func `Hands the lead over when the one who looks is called off`() async throws {
        let stage = Stage()

        let verdicts = try await stage.play { stage in
            let task = try await stage.deploy(1)
            return try await withThrowingTaskGroup(of: [Verdict].self) { group in
                let leader = Task { try await stage.wait([task]) }
                await Task.yield()
                group.addTask { try await stage.wait([task]) }
                try await stage.clock.sleep(for: .seconds(25))
                leader.cancel()
                await #expect(throws: CancellationError.self) { try await leader.value }
                return try await group.next()
            }
        }

        #expect(verdicts?.map(\.outcome) == [.done])
    }

    @Test func `Ends a request that nobody answers`() async throws {
        let stage = Stage()

        await stage.play { stage in
            stage.transport.getStuck()
            let asked = Task { try await stage.ask(.rows(.list(.image, [:]))) }
            while stage.transport.sent.isEmpty { await Task.yield() }
            asked.cancel()
            await #expect(throws: CancellationError.self) { try await asked.value }
        }

        #expect(stage.log.all.last?.contains("result=cancelled") == true)
    }

    @Test func `Says of a task that was asked for and called off that it may be there`() async throws {
        let stage = Stage()

        await stage.play { stage in
            _ = try? await stage.ask(.rows(.find(.host, .id(1))))
            stage.transport.getStuck()
            let before = stage.transport.sent.count
            let asked = Task { try await stage.deploy(1) }
            while stage.transport.sent.count == before { await Task.yield() }
            asked.cancel()
            _ = try? await asked.value
        }

        #expect(stage.broker.uncertainTasks.map(\.description) == ["deploy on pc-001 (perhaps)"])
    }

    @Test func `Ends every wait, however the threads interleave`() async throws {
        let stage = Stage(hosts: 18)
        var tasks: [TaskID] = []
        for host in 1...12 { tasks.append(try await stage.deploy(host)) }

        // Not on the stage's executor: all of the pool's threads take part.
        let pump = Task {
            while !Task.isCancelled {
                _ = stage.clock.advance()
                await Task.yield()
            }
        }
        let (done, cancelled) = await withTaskGroup(of: Bool.self) { group in
            for (place, task) in tasks.enumerated() {
                group.addTask {
                    let waiting = Task { try await stage.wait([task], WaitOptions(interval: 20 + place)) }
                    guard place.isMultiple(of: 2) else { return (try? await waiting.value) != nil }
                    try? await stage.clock.sleep(for: .seconds(place))
                    waiting.cancel()
                    return (try? await waiting.value) != nil
                }
            }
            return await group.reduce(into: (done: 0, cancelled: 0)) { counts, isDone in
                if isDone { counts.done += 1 } else { counts.cancelled += 1 }
            }
        }

        pump.cancel()

        // The clock does not wait here: who is to be cancelled may be done before that.
        #expect(done >= 6)
        #expect(done + cancelled == 12)
    }
}
