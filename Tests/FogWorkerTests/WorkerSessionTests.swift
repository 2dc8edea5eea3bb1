import FogSession
import FogWorker
import Foundation
import Testing

/// Scripts in a worker's process.
@Suite struct WorkerSessionTests {
    /// A script that says that it is up, waits for a moment and computes until it is stopped.
    private static let endless = """
        print('up')
        require('flow').sleep(1)
        while true do pcall(function() while true do end end) end
        """
    /// Settings that let it.
    private static let patient = SessionSettings(limits: [.step: 3600])

    @Test func `Runs a script to its end, time moving when all is quiet`() async throws {
        let rig = Rig()

        let value = try await rig.run(
            """
            local flow = require("flow")
            local names = flow.each({ "a", "b", "c" }, { parallel = 2 }, function(name) flow.sleep("1h") print(name) end)
            return 7
            """
        )

        #expect(value == .integer(7))
        #expect(await rig.lines == ["a", "b", "c"])
    }

    @Test func `Runs one script after the other, and describes`() async throws {
        let rig = Rig()

        for number in 1...3 { #expect(try await rig.run("return \(number)") == .integer(number)) }
        #expect(try await rig.host.describe(ScriptSource(name: "a.lua", text: "fog.hosts()")) == nil)
    }

    @Test func `Passes on the error that a script did not catch, with its line`() async throws {
        let failure = await #expect(throws: ScriptFailure.self) { try await Rig().run("\nerror('no')") }

        #expect(failure?.kind == .script)
        #expect(failure?.message == "a.lua:2: no")
        #expect(failure?.line == 2)
    }

    @Test func `Ends a script that calls nothing for too long`() async throws {
        let failure = await #expect(throws: ScriptFailure.self) {
            try await Rig().run("while true do end", SessionSettings(limits: [.step: 1]))
        }

        #expect(failure?.kind == .deadline)
        #expect(failure?.line == 1)
    }

    @Test func `Stops a script that takes too much memory`() async throws {
        let failure = await #expect(throws: ScriptFailure.self) {
            try await Rig().run(
                "local t = {} while true do t[#t + 1] = ('x'):rep(1e6) end",
                SessionSettings(limits: [.memory: 32 << 20])
            )
        }

        #expect(failure?.kind == .memory)
    }

    @Test(arguments: [SIGKILL, SIGSEGV, SIGABRT]) func `Reports a worker that dies, with the script's last line`(
        _ signal: Int32
    ) async throws {
        let rig = Rig()
        let run = rig.failing(Self.endless, Self.patient)
        let number = try await rig.worker(whenPrinted: "up")

        kill(number, signal)

        let failure = await run.value
        #expect(failure?.kind == .crashed)
        #expect(failure?.message.contains("system call") == false)
        // The second line waits; a slow machine gets here when the third has been seen.
        let line = try #require(failure?.line)
        #expect([2, 3].contains(line))
        #expect(failure?.message.hasSuffix("; the script was last seen at a.lua:\(line)") == true)
    }

    @Test func `Kills a worker that stops answering`() async throws {
        let rig = Rig(patience: WorkerPatience(tick: 20, wall: 0, grace: 10))
        let run = rig.failing(Self.endless, Self.patient)
        let number = try await rig.worker(whenPrinted: "up")

        kill(number, SIGSTOP)

        let failure = await run.value
        #expect(failure?.kind == .deadline)
        #expect(failure?.message.contains("gave no answer any more") == true, "\(failure?.message ?? "")")
    }

    @Test func `Kills a script that runs`() async throws {
        let rig = Rig()
        let run = rig.failing(Self.endless, Self.patient)
        _ = try await rig.worker(whenPrinted: "up")

        rig.host.kill()

        let failure = await run.value
        #expect(failure?.kind == .cancelled)
    }

    @Test func `Says so where the program is not there`() async throws {
        let link = WorkerSession(path: "/nowhere/foghorn", arguments: ["foghorn", "worker"])

        link.send([.run(ScriptSource(name: "a.lua", text: ""), SessionSettings())])

        let events = await link.receive()
        guard case .failed(let failure)? = events?.first else {
            return #expect(Bool(false), "\(String(describing: events))")
        }
        #expect(failure.kind == .crashed)
        #expect(failure.message.contains("could not be started"))
        #expect(await link.receive() == nil)
    }
}
