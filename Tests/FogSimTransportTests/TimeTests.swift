import FogAPI
import FogSim
import FogSimTransport
import FogTime
import Foundation
import HTTPTypes
import Testing

/// Answers that take time, come too late or never, on a clock that is moved by hand.
@Suite struct TimeTests {
    private let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))

    private func site(_ change: (inout FogSim.Configuration) -> Void) -> (sim: FogSim, transport: FogSimTransport) {
        var lab = FogSim.Configuration.lab()
        lab.isObserved = true
        change(&lab)
        let sim = FogSim(configuration: lab, seed: 1, start: clock.startDate)
        let clock = clock
        let transport = FogSimTransport(
            sim,
            elapsed: { clock.now.elapsed },
            sleep: { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
        )
        return (sim, transport)
    }

    /// Posts tasks for host 1 at the same moment; tells what became of each, and when.
    private func post(_ count: Int = 1, _ transport: FogSimTransport) async -> [(outcome: String, at: Duration)] {
        await withTaskGroup { group in
            for _ in 0..<count { group.addTask { await self.outcome(transport) } }
            var left = count
            var outcomes: [(outcome: String, at: Duration)] = []
            group.addTask { ("", .zero) }
            while left > 0, let outcome = await group.next() {
                if outcome.outcome.isEmpty {
                    // Time moves on where nothing else does.
                    _ = clock.advance()
                    await Task.yield()
                    group.addTask { ("", .zero) }
                } else {
                    left -= 1
                    outcomes.append(outcome)
                }
            }
            return outcomes
        }
    }

    private func outcome(_ transport: FogSimTransport) async -> (outcome: String, at: Duration) {
        let text: String
        do {
            text = try await String(task(transport, timeout: .seconds(30)).response.status.code)
        } catch let error as TransportError {
            text = error.code.rawValue + (error.mayHaveArrived ? "" : ", not sent")
        } catch {
            text = "\(error)"
        }
        return (text, clock.now.elapsed)
    }

    private func task(_ transport: FogSimTransport, timeout: Duration) async throws -> TransportAnswer {
        var request = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/fog/host/1/task")
        for (name, value) in [
            ("fog-api-token", FogSim.Access().apiToken), ("fog-user-token", FogSim.Access().userToken),
        ] { request.headerFields[try #require(HTTPField.Name(name))] = value }
        return try await transport.send(request, body: Array(#"{"taskTypeID":1}"#.utf8), timeout: timeout)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let faults: [FogSim.FaultRule]
        let outcome: String
        let seconds: Int
        /// Tasks made by the time of the outcome, and an hour later.
        let tasks: [Int]
    }

    @Test(arguments: [
        Case(testDescription: "plain", faults: [], outcome: "200", seconds: 0, tasks: [1, 1]),
        Case(testDescription: "slow", faults: [.init(.delay(.seconds(9)))], outcome: "200", seconds: 9, tasks: [1, 1]),
        Case(
            testDescription: "too slow",
            faults: [.init(.delay(.seconds(90)))],
            outcome: "timedOut",
            seconds: 30,
            tasks: [0, 1]
        ),
        Case(testDescription: "hang", faults: [.init(.hang)], outcome: "timedOut", seconds: 30, tasks: [0, 0]),
        Case(
            testDescription: "hang after",
            faults: [.init(.hangAfter)],
            outcome: "timedOut",
            seconds: 30,
            tasks: [1, 1]
        ),
        Case(testDescription: "lost", faults: [.init(.dropAnswer)], outcome: "cut", seconds: 0, tasks: [1, 1]),
        Case(testDescription: "never came", faults: [.init(.dropRequest)], outcome: "cut", seconds: 0, tasks: [0, 0]),
        Case(
            testDescription: "slow and lost",
            faults: [.init(.delay(.seconds(9))), .init(.dropAnswer)],
            outcome: "cut",
            seconds: 9,
            tasks: [1, 1]
        ),
    ])
    func `Lets each fault take its time on the clock`(row: Case) async throws {
        let (sim, transport) = site { $0.faults = row.faults }

        let outcome = try #require(await post(1, transport).first)

        #expect(outcome == (row.outcome, .seconds(row.seconds)))
        sim.advance(to: outcome.at)
        #expect(sim.rows(of: "task").count == row.tasks[0])
        sim.advance(to: .seconds(3600))
        #expect(sim.rows(of: "task").count == row.tasks[1])
    }

    @Test func `Shows that six requests at once make several tasks`() async {
        let (sim, transport) = site { $0.latency = .milliseconds(40) ... .milliseconds(400) }

        let outcomes = await post(6, transport)

        let made = outcomes.count { $0.outcome == "200" }
        #expect(made > 1)
        #expect(sim.rows(of: "task").count == made)
        #expect(outcomes.allSatisfy { $0.at >= .milliseconds(40) && $0.at <= .milliseconds(400) })
    }

    @Test func `Gives up where the task is cancelled, and the request takes effect all the same`() async throws {
        let (sim, transport) = site { $0.faults = [.init(.delay(.seconds(9)))] }

        let error = await withTaskGroup { group in
            group.addTask { () -> String in
                do { _ = try await task(transport, timeout: .seconds(30)) } catch { return "\(type(of: error))" }
                return "answered"
            }
            while sim.nextEvent() == nil { await Task.yield() }
            group.cancelAll()
            return await group.next()
        }

        #expect(error == "CancellationError")
        sim.advance(to: .seconds(10))
        #expect(sim.rows(of: "task").count == 1)
    }

    @Test func `Fails at once where it cannot wait`() async throws {
        var lab = FogSim.Configuration.lab()
        lab.faults = [.init(.hang)]
        let sim = FogSim(configuration: lab, seed: 1, start: clock.startDate)

        let error = await #expect(throws: TransportError.self) {
            try await task(FogSimTransport(sim) { .zero }, timeout: .seconds(30))
        }

        #expect(error?.code == .timedOut)
        #expect(error?.message == "no whole answer within 30 s")
    }
}
