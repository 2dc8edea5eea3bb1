import FogModel
import FogOperations
import FogSession
import LuaKit
import Testing

/// Limits of one run, as the session watches them.
struct LimitTests {
    let stage = Stage()

    private func ended(_ text: String, _ limits: ScriptLimits) -> ScriptFailure? {
        do {
            _ = try stage.run(text, SessionSettings(limits: limits))
            return nil
        } catch {
            return error as? ScriptFailure
        }
    }

    /// Scripts that reach a limit, each by itself and however it tries to catch that.
    static let floods: [(ScriptLimit, Int, String)] = [
        (.print, 1000, "while true do print('a line of text') end"),
        (.print, 1000, "while true do log.debug('a line of text') end"),
        (.print, 1000, "print(('x'):rep(1000))"),
        (.log, 50, "while true do print() end"),
        (.log, 50, "while true do log.error() end"),
        (.jobs, 20, "local flow = require('flow') for turn = 1, 100 do flow.spawn(flow.sleep, 1000) end"),
        (.coroutines, 20, "local held = {} for turn = 1, 100 do held[turn] = coroutine.create(print) end"),
        (.coroutines, 20, "local held = {} for turn = 1, 100 do held[turn] = coroutine.wrap(print) end"),
    ]

    @Test(
        arguments: floods,
        [
            "%s", "while true do pcall(function() %s end) end",
            "xpcall(function() %s end, function() while true do end end)",
            "coroutine.wrap(function() %s end)()",
            "require('flow').spawn(function() %s end):join()",
            "local t <close> = setmetatable({}, { __close = function() while true do end end }) %s",
        ]
    )
    func `Ends a run that reaches a limit, whatever it catches`(
        flood: (limit: ScriptLimit, value: Int, text: String),
        around: String
    ) throws {
        let text = around.replacing("%s", with: flood.text)
        let failure = try #require(ended(text, [flood.limit: flood.value]))

        #expect(failure.kind == .limit, "\(failure)")
        #expect(failure.message.contains("limit \(flood.limit.name) reached: "), "\(failure.message)")
        #expect(failure.message.contains("--set-limit \(flood.limit.name)=N sets it higher"), "\(failure.message)")
        #expect(failure.message.hasPrefix("test.lua:1: ") || flood.limit == .jobs || around.contains("spawn"))
        #expect(stage.printed.count <= 70)
    }

    @Test func `Runs no deferred function once a limit is reached`() throws {
        let text = "require('flow').defer(function() log.info('late') end) while true do print() end"
        #expect(ended(text, [.log: 5])?.kind == .limit)
        #expect(!stage.output(.info).contains("late"))
    }

    @Test func `Lets a run use all that it has`() throws {
        #expect(ended("for turn = 1, 50 do print('123456789') end", [.log: 50, .print: 500]) == nil)
        #expect(ended("for turn = 1, 50 do print('1234567890') end", [.print: 500])?.kind == .limit)
        let jobs = "local flow = require('flow') for turn = 1, 19 do flow.spawn(flow.sleep, 1) end"
        #expect(ended(jobs, [.jobs: 20]) == nil)
        let held = "local held = {} for turn = 1, 20 do held[turn] = coroutine.create(print) end"
        #expect(ended(held, [.coroutines: 20]) == nil)
    }

    @Test func `Counts only the coroutines that the script holds`() throws {
        let text = """
            local held = {}
            for turn = 1, 10000 do
              held[turn % 15] = coroutine.wrap(function() coroutine.yield(turn) end)
              held[turn % 15]()
            end
            """
        #expect(ended(text, [.coroutines: 20]) == nil)
    }

    @Test func `Counts what the processor spends over all steps`() throws {
        // Each step is short; so the limit of one step never ends it.
        let text = "while true do for turn = 1, 200000 do end fog.now() end"
        let failure = try #require(ended(text, [.processor: 1]))

        #expect(failure.kind == .deadline)
        #expect(failure.message.contains("limit cpu-total reached: computing in all, at most 1 s"), "\(failure)")
    }

    @Test func `Ends a run that lasts longer than it may, by the clock of the run`() throws {
        let text = "local flow = require('flow') while true do pcall(flow.sleep, 60) end"
        let failure = try #require(ended(text, [.time: 3600]))

        #expect(failure.kind == .deadline)
        #expect(failure.message.contains("limit time reached"), "\(failure)")
        #expect((3600...3660).contains(stage.now))
    }

    @Test func `Asks for nothing where the run may last for ever`() throws {
        try stage.run("return 1", SessionSettings())
        #expect(stage.calls == [])
        #expect(ended("require('flow').sleep(10)", [.time: 3600]) == nil)
    }

    @Test func `Tells of a deadlock though the clock of the run goes on`() throws {
        let text = """
            local flow = require('flow')
            local job job = flow.spawn(function() return job:join() end)
            job:join()
            """
        let failure = try #require(ended(text, [.time: 3600]))
        #expect(failure.kind == .script, "\(failure)")
        #expect(stage.now == 0)
    }

    @Test func `Refuses an artifact too many, and lets the script go on`() throws {
        let text = """
            fog.artifact("a", "1") fog.artifact("b", "2") fog.artifact("a", "3")
            local ok, failure = pcall(fog.artifact, "c", "4")
            print(ok, failure.code, failure.message)
            print(pcall(fog.artifact, "a", ("x"):rep(1001)))
            """
        #expect(ended(text, [.artifacts: 2, .artifactSize: 1000]) == nil)
        #expect(stage.printed.first?.hasPrefix("false\tlimit\tlimit artifacts reached: ") == true)
        #expect(stage.printed.last?.contains("limit artifact-size reached: ") == true)
    }

    @Test func `Refuses a text that is too long, of the script and of a module`() throws {
        let long = "--" + String(repeating: "x", count: 2000)
        #expect(ended(long, [.source: 1000])?.message.contains("limit source reached") == true)
        #expect(ended(long, [:]) == nil)
        let source = ScriptSource(
            name: "test.lua",
            text: "require 'm'",
            modules: [ScriptModule(name: "m", file: "m.lua", text: long + "\nreturn 1")]
        )
        stage.send(.run(source, SessionSettings(limits: [.source: 1000])), .describe(source, [.source: 1000]))
        let failures = stage.events.suffix(2).compactMap { event in
            switch event {
            case .failed(let failure), .notDescribed(let failure): failure
            default: nil
            }
        }
        #expect(failures.map(\.kind) == [.limit, .limit])
        #expect(failures.allSatisfy { $0.message.hasPrefix("m.lua has 2011 bytes: limit source reached") })
    }

    @Test func `Reads what sets a limit and says why something does not`() throws {
        let setting = try LimitSetting("memory=512")
        #expect(setting.limit == .memory && setting.value == 512)
        for (text, message) in [
            ("memory", "\"memory\" sets no limit; write NAME=VALUE, as in --set-limit memory=512"),
            ("memry=1", "there is no limit \"memry\"; did you mean \"memory\"?"),
            ("memory=0", "limit memory cannot be \"0\"; it takes 1 to 65536 (MiB)"),
            ("cpu=ten", "limit cpu cannot be \"ten\"; it takes 1 to 86400 (s)"),
            ("cpu=", "limit cpu cannot be \"\"; it takes 1 to 86400 (s)"),
            ("jobs=1=2", "limit jobs cannot be \"1=2\"; it takes 1 to 100000 (jobs)"),
        ] {
            let fault = #expect(throws: LimitSetting.Fault.self) { try LimitSetting(text) }
            #expect(fault.map { "\($0.message); \($0.hint)" } == message)
        }
    }

    @Test func `Has a fallback within each limit's range`() {
        for limit in ScriptLimit.allCases {
            #expect(limit.range.contains(limit.fallback), "\(limit.name)")
            #expect(ScriptLimits()[limit] == limit.fallback * limit.unit.size)
        }
    }
}
