import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct FlowLimitTests {
    let stage = Stage()

    private func failure(_ text: String) throws -> ScriptFailure {
        try #require(stage.failure("local flow = require('flow')\n" + text))
    }

    @Test func `Starts nothing new once more have failed than the budget allows`() throws {
        let failure = try failure(
            """
            flow.budget(1)
            flow.each({ 1, 2, 3, 4, 5 }, { parallel = 1 }, function(item)
              print(item)
              error("broken", 0)
            end)
            """
        )

        #expect(failure.error?.code == .budget)
        #expect(failure.message.contains("failure budget hit: 2 failed, 1 may fail; last: 2: broken"))
        #expect(stage.printed == ["1", "2"])
        #expect(stage.output(.warning) == ["1: broken", "2: broken"])
    }

    @Test func `Counts a share over all waves`() throws {
        let failure = try failure(
            """
            flow.budget("20%")
            local items = {}
            for i = 1, 10 do items[i] = i end
            flow.waves(items, { "2", "30%", "rest" }, { parallel = 1 }, function(item)
              print(item)
              if item % 2 == 0 then error("broken", 0) end
            end)
            """
        )

        #expect(failure.error?.code == .budget)
        #expect(stage.printed == ["1", "2", "3", "4", "5", "6"])
    }

    @Test func `Takes a number of failures as a text, as a parameter gives it`() throws {
        let failure = try failure("flow.budget(\"1\") flow.each({ 1, 2, 3 }, error)")

        #expect(failure.error?.code == .budget)
        #expect(failure.message.contains("2 failed, 1 may fail"))
    }

    @Test func `Runs what was deferred in reverse order after a failure, and it may still ask`() throws {
        let failure = try failure(
            """
            flow.defer(function() print("first", #fog.hosts()) end)
            flow.defer(print, "second")
            error("broken")
            """
        )

        #expect(failure.message == "test.lua:4: broken")
        #expect(stage.printed == ["second", "first\t4"])
    }

    @Test func `Runs what was deferred after a call-off`() {
        stage.sleepsEnd = false
        stage.send(
            .run(
                ScriptSource(
                    name: "test.lua",
                    text: """
                        local flow = require("flow")
                        flow.defer(function() print("hosts", #fog.hosts()) end)
                        flow.sleep(100)
                        """
                ),
                SessionSettings()
            )
        )

        stage.send(.cancel)
        stage.answerOnce()

        #expect(stage.printed == ["hosts\t4"])
        guard case .failed(let failure)? = stage.events.last else {
            Issue.record("the run goes on")
            return
        }
        #expect(failure.kind == .cancelled)
    }

    // The school's clock begins at 08:00 UTC.
    @Test func `Waits for a window, and starts nothing new after it`() throws {
        let failure = try failure(
            """
            flow.within("09:00-09:10", function()
              flow.each({ 1, 2, 3, 4 }, { parallel = 1 }, function(item)
                print(item)
                flow.sleep("4m")
              end)
            end)
            """
        )

        #expect(failure.error?.code == .window)
        #expect(stage.printed == ["1", "2", "3"])
        #expect(stage.now == 3_600 + 3 * 240)
    }

    @Test(arguments: [
        ("flow.within('08:30-09:00', { wait = false }, print)", "the window \"08:30-09:00\" is closed"),
        ("flow.within('8-9', print)", "bad argument #1 'window' to 'flow.within' (a time of day such as"),
        ("flow.budget('much')", "bad argument #1 'allowed' to 'flow.budget' (a number of failures or a share"),
        ("flow.waves({ 1 }, { 'rest', 2 }, print)", "bad argument #2 'sizes' to 'flow.waves' (size 1: a number"),
        ("flow.eahc()", "flow has no function \"eahc\"; did you mean \"each\"?"),
        ("flow.each = print", "flow is read-only: cannot set \"each\""),
        ("require('jsno')", "no module named \"jsno\"; did you mean \"json\"?"),
    ])
    func `Says what is wrong`(call: String, message: String) throws {
        #expect(try failure(call).message.hasPrefix("test.lua:2: " + message))
    }
}
