import FogModel
import FogOperations
import FogScript
import FogSession
import FogTime
import Foundation
import Synchronization
import Testing

@Suite struct ThreadedSessionTests {
    final class Handler: OperationHandler {
        let clock: VirtualClock
        let school = Mutex(School())

        init(clock: VirtualClock) {
            self.clock = clock
        }

        func answer(_ call: FogCall) async throws -> Answer {
            if case .session(.sleep(let seconds)) = call.operation {
                try await clock.sleep(for: .seconds(seconds))
                return .done
            }
            switch school.withLock({ $0.answer(call.operation) }) {
            case .success(let answer): return answer
            case .failure(let error): throw error
            }
        }
    }

    final class Rig {
        let link = ThreadedSession()
        let executor = DedicatedThreadExecutor(name: "test")
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 0))
        let printed = Printed()
        let host: SessionHost

        final class Printed: Sendable {
            let lines = Mutex<[String]>([])
        }

        init() {
            let printed = printed
            host = SessionHost(
                link: link,
                handler: Handler(clock: clock),
                executor: executor,
                clock: clock
            ) { output in
                printed.lines.withLock { $0.append(output.text) }
            }
        }

        deinit {
            link.close()
            executor.stop()
        }
    }

    @Test func `Runs a script to its end, time moving when all is quiet`() async throws {
        let rig = Rig()
        let text = """
            local flow = require("flow")
            flow.each(fog.hosts(), { parallel = 2 }, function(host) flow.sleep("1h") print(host.name) end)
            return 7
            """

        let value = try await rig.host.run(ScriptSource(name: "a.lua", text: text), SessionSettings())

        #expect(value == .integer(7))
        #expect(rig.printed.lines.withLock { $0 } == ["lab-a-1", "lab-a-2", "lab-a-3", "office-1"])
        #expect(rig.clock.now == SessionInstant(elapsed: .seconds(7200)))
    }

    @Test func `Runs one script after the other`() async throws {
        let rig = Rig()

        for number in 1...3 {
            let source = ScriptSource(name: "a.lua", text: "return fog.host(\(number)).id")
            #expect(try await rig.host.run(source, SessionSettings()) == .integer(number))
        }
        #expect(try await rig.host.describe(ScriptSource(name: "a.lua", text: "fog.hosts()")) == nil)
    }

    @Test func `Stops a script that calls nothing for too long`() async throws {
        let rig = Rig()
        let source = ScriptSource(name: "a.lua", text: "while true do end")

        let failure = await #expect(throws: ScriptFailure.self) {
            try await rig.host.run(source, SessionSettings(limits: [.step: 1]))
        }

        #expect(failure?.kind == .deadline)
        #expect(failure?.line == 1)
    }

    @Test func `Kills a script that runs, and one that waits`() async throws {
        for text in ["while true do pcall(function() while true do end end) end", "require('flow').sleep(1e9)"] {
            let link = ThreadedSession()
            link.send([.run(ScriptSource(name: "a.lua", text: "print('up')\n" + text), SessionSettings())])
            link.kill()

            var failure: ScriptFailure?
            while failure == nil, let events = await link.receive() {
                for case .failed(let found) in events { failure = found }
            }
            link.close()

            #expect(failure?.kind == .cancelled)
        }
    }
}
