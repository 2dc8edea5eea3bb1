import FogModel
import FogSession
import Testing

@Suite struct JobTests {
    @Test func `Runs what a chunk has left behind while others are evaluated`() throws {
        let stage = PromptStage()
        try stage.enter("flow = require 'flow'")
        stage.sleepsEnd = false

        let first = try stage.enter("flow.spawn(function() flow.sleep(60) print('late') end) x = 1")
        let second = try stage.values("x")

        #expect(first == .done(ChunkResult(values: [], goesOn: true)))
        #expect(second == [.integer(1)])
        #expect(stage.ended.isEmpty)
        stage.sleepsEnd = true
        stage.answerOnce()
        #expect(stage.output == ["2: late"])
        #expect(stage.ended == [2])
    }

    @Test func `Runs a chunk behind the prompt from its beginning, and keeps what it gives`() throws {
        let stage = PromptStage()
        stage.sleepsEnd = false

        let begun = try stage.enter("require('flow').sleep(5) return 'done'", isBehind: true)
        let other = try stage.values("1 + 1")
        let jobs = stage.ask(.jobs)
        stage.sleepsEnd = true
        stage.answerOnce()

        #expect(begun == .begun)
        #expect(other == [.integer(2)])
        #expect(
            jobs
                == .jobs([
                    PromptJob(
                        number: 1,
                        text: "require('flow').sleep(5) return 'done'",
                        isLeftOver: false,
                        strands: 1,
                        waitsFor: ["sleep"]
                    )
                ])
        )
        #expect(stage.events.contains(.prompt(.evaluated(1, .done(.init(values: [.text(.init("done"))], kept: "_1"))))))
        #expect(try stage.values("_1") == [.text(ShownText("done"))])
    }

    @Test func `Calls off one job and no other, and keeps the state`() throws {
        let stage = PromptStage()
        try stage.enter("flow = require 'flow'")
        stage.sleepsEnd = false
        try stage.enter("flow.sleep(100) print('two')", isBehind: true)
        try stage.enter("x = 5 flow.sleep(200) print('three')", isBehind: true)

        stage.stop(3)

        let failure = stage.events.compactMap { event -> ScriptFailure? in
            if case .prompt(.evaluated(3, .failed(let failure, goesOn: false))) = event { failure } else { nil }
        }
        #expect(failure.map(\.kind) == [.cancelled])
        #expect(failure.first?.line == 1)
        #expect(try stage.values("x") == [.integer(5)])
        stage.sleepsEnd = true
        while stage.answerOnce() {}
        #expect(stage.output == ["2: two"])
    }

    @Test func `Lets what was called off clean up`() throws {
        let stage = PromptStage()
        try stage.enter("flow = require 'flow'")
        stage.sleepsEnd = false
        try stage.enter("flow.defer(function() flow.sleep(1) print('clean') end) flow.sleep(100)", isBehind: true)

        stage.stop(2)
        stage.sleepsEnd = true
        stage.answerOnce()

        #expect(stage.output == ["2: clean"])
        let isFailed = stage.events.contains { event in
            if case .prompt(.evaluated(2, .failed(_, goesOn: false))) = event { true } else { false }
        }
        #expect(isFailed)
    }

    @Test func `Runs what is deferred at the end of its chunk`() throws {
        let stage = PromptStage()

        try stage.enter("require('flow').defer(function() print('end') end) print('begin')")
        try stage.enter("print('next')")

        #expect(stage.output == ["1: begin", "1: end", "2: next"])
    }

    @Test func `Calls off what a failed chunk has set going`() throws {
        let stage = PromptStage()
        stage.sleepsEnd = false

        let evaluation = try stage.enter(
            "local flow = require 'flow' flow.spawn(flow.sleep, 100) flow.yield() error('broken')".replacing(
                "flow.yield() ",
                with: ""
            )
        )

        guard case .failed(let failure, goesOn: false) = evaluation else {
            Issue.record("\(evaluation)")
            return
        }
        #expect(failure.message == "prompt:1:1: broken")
        #expect(stage.ask(.jobs) == .jobs([]))
    }

    @Test func `Says what has failed behind the prompt`() throws {
        let stage = PromptStage()
        stage.sleepsEnd = false

        try stage.enter("local flow = require 'flow' flow.spawn(function() flow.sleep(1) error('broken') end)")
        stage.sleepsEnd = true
        stage.answerOnce()

        #expect(stage.output == ["1: a job failed and nobody joined it: prompt:1:1: broken"])
        let failures = stage.events.compactMap { event -> ScriptFailure? in
            if case .prompt(.ended(job: 1, let failure)) = event { failure } else { nil }
        }
        #expect(failures.map(\.message) == ["prompt:1:1: broken"])
    }

    @Test func `Ends a chunk that waits for itself`() throws {
        let stage = PromptStage()

        let failure = try #require(
            try stage.failure(
                "flow = require 'flow' local a; a = flow.spawn(function() b:join() end) b = flow.spawn(function() a:join() end) b:join()"
            )
        )

        #expect(failure.message.contains("deadlock"))
        #expect(try stage.values("1") == [.integer(1)])
    }
}
