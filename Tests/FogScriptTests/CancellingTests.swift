import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

@Suite struct CancellingTests {
    let stage = Stage()

    private func start(_ text: String) {
        stage.sleepsEnd = false
        stage.send(.run(ScriptSource(name: "test.lua", text: text), SessionSettings()))
    }

    private func failure() -> ScriptFailure? {
        if case .failed(let failure)? = stage.events.last { failure } else { nil }
    }

    @Test func `Raises cancelled in every coroutine that waits, and fails the run`() throws {
        start(
            """
            local flow = require("flow")
            flow.spawn(function()
              local ok, err = pcall(flow.sleep, 10)
              print("job", err.code)
            end)
            flow.sleep(20)
            """
        )

        stage.send(.cancel)

        #expect(stage.printed == ["job\tcancelled"])
        #expect(failure()?.kind == .cancelled)
        #expect(failure()?.message == "test.lua:6: called off")
        #expect(failure()?.error?.code == .cancelled)
    }

    @Test func `Raises cancelled at each operation from then on`() throws {
        start(
            """
            local flow = require("flow")
            print(select(2, pcall(flow.sleep, 10)).code)
            print(select(2, pcall(fog.hosts)).code)
            print(select(2, pcall(flow.each, { 1, 2 }, fog.host)).code)
            return "cleaned up"
            """
        )

        stage.send(.cancel)

        #expect(stage.printed == ["cancelled", "cancelled", "cancelled"])
        #expect(stage.events.last == .finished(.string("cleaned up")))
        #expect(stage.operations.count == 1)
    }

    @Test func `Drops answers that come after the call-off, and counts them`() throws {
        start(
            """
            local flow = require("flow")
            pcall(fog.hosts)
            flow.spawn(function() end)
            local ok, err = pcall(flow.sleep, 5)
            print(ok, err.code)
            """
        )

        stage.send(.cancel, .answer(1, .success(.rows([Host]()))))

        #expect(stage.printed == ["false\tcancelled"])
        #expect(stage.events.last == .finished(.none))
    }

    @Test func `Calls off what still runs when the main chunk fails`() throws {
        start(
            """
            local flow = require("flow")
            flow.spawn(function()
              local ok, err = pcall(flow.sleep, 100)
              print(err.code)
            end)
            flow.spawn(function() fog.hosts() end)
            fog.info()
            error("main")
            """
        )
        stage.answerOnce()

        #expect(failure()?.message == "test.lua:8: main")
        #expect(failure()?.kind == .script)
        #expect(stage.printed.contains("cancelled"))
    }

    @Test func `Reports idle with the number of answers seen`() throws {
        stage.send(.run(ScriptSource(name: "test.lua", text: "fog.hosts() fog.hosts()"), SessionSettings()))
        #expect(stage.events.last == .idle(answersSeen: 0))

        stage.answerOnce()
        #expect(stage.events.last == .idle(answersSeen: 1))

        stage.answerOnce()
        #expect(stage.events.last == .finished(.none))
    }
}
