import FogSession
import Testing

@Suite struct PromptLimitTests {
    /// Settings with some limits lower than usual.
    static func settings(_ change: (inout ScriptLimits) -> Void) -> SessionSettings {
        var settings = SessionSettings()
        change(&settings.limits)
        return settings
    }

    @Test func `Ends a chunk that prints too much, and lets the next one print`() throws {
        let stage = PromptStage(Self.settings { $0[.log] = 10 })

        let failure = try #require(try stage.failure("x = 1 for i = 1, 100 do pcall(print, i) end"))
        try stage.enter("print(x)")

        #expect(failure.kind == .limit)
        #expect(failure.message.contains("limit log reached"))
        #expect(stage.output.last == "2: 1")
        #expect(stage.output.count == 11)
    }

    @Test func `Ends a chunk that holds too much, and frees what only it held`() throws {
        let stage = PromptStage(Self.settings { $0[.memory] = 8 << 20 })
        try stage.enter("kept = ('x'):rep(1000)")

        let failure = try #require(try stage.failure("local t = {} u = t for i = 1, 1e7 do t[i] = { i } end"))

        #expect(failure.kind == .memory)
        #expect(failure.message.hasSuffix("the new names of this chunk are nil now"))
        #expect(try stage.values("t, u") == [.none, .none])
        #expect(try stage.values("#kept") == [.integer(1000)])
        #expect(try stage.values("#('y'):rep(1 << 20)") == [.integer(1 << 20)])
    }

    @Test func `Says when what is kept fills the memory, and lets it be freed`() throws {
        let stage = PromptStage(Self.settings { $0[.memory] = 8 << 20 })
        try stage.enter("t = {}")

        let failure = try #require(try stage.failure("for i = 1, 1e7 do t[i] = ('x'):rep(1000) .. i end"))

        #expect(failure.message.hasSuffix("set large values to nil, or open a new state"))
        #expect(try stage.enter("t = nil") == .done(ChunkResult(values: [])))
        #expect(try stage.values("#('y'):rep(1 << 20)") == [.integer(1 << 20)])
    }

    @Test func `Ends a chunk whose time is up, with what it waits for`() throws {
        let stage = PromptStage(Self.settings { $0[.time] = 30 })

        let failure = try #require(try stage.failure("x = 1 require('flow').sleep(100)"))
        let next = try stage.values("require('flow').sleep(20)")

        #expect(failure.kind == .deadline)
        #expect(failure.message.contains("limit time reached"))
        #expect(next == [])
        #expect(try stage.values("x") == [.integer(1)])
    }

    @Test func `Ends a chunk that starts too many jobs, and no other`() throws {
        let stage = PromptStage(Self.settings { $0[.jobs] = 20 })
        stage.sleepsEnd = false
        try stage.enter("flow = require 'flow'")
        try stage.enter("flow.sleep(5) print('behind')", isBehind: true)

        let failure = try #require(try stage.failure("while true do flow.spawn(flow.sleep, 1000) end"))
        stage.sleepsEnd = true
        while stage.answerOnce() {}

        #expect(failure.kind == .limit)
        #expect(stage.output == ["2: behind"])
    }

    @Test func `Ends a chunk that makes too many coroutines, and lets the next one make some`() throws {
        let stage = PromptStage(Self.settings { $0[.coroutines] = 50 })

        let failure = try #require(
            try stage.failure("local t = {} for i = 1, 100 do t[i] = coroutine.create(print) end")
        )
        try stage.enter("t = nil")

        #expect(failure.kind == .limit)
        #expect(try stage.enter("for i = 1, 20 do coroutine.create(print) end").isOver)
    }

    @Test func `Refuses a text that is too long, and the state lives on`() throws {
        let stage = PromptStage(Self.settings { $0[.source] = 8192 })

        let failure = try #require(try stage.failure("x = '" + String(repeating: "x", count: 9000) + "'"))

        #expect(failure.kind == .limit)
        #expect(try stage.values("2") == [.integer(2)])
    }
}
