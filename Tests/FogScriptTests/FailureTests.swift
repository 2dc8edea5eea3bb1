import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

@Suite struct FailureTests {
    let stage = Stage()

    @Test func `Names file and line of a text that is no Lua`() throws {
        let failure = try #require(stage.failure("local a = 1\nfor in do end"))

        #expect(failure.kind == .syntax)
        #expect(failure.source == "test.lua")
        #expect(failure.line == 2)
        #expect(failure.message == "test.lua:2: <name> expected near 'in'")
    }

    @Test(
        arguments: [
            ("error('plain')", "test.lua:1: plain", 1),
            ("error('bare', 0)", "bare", nil),
            ("local t = nil\nprint(t.x)", "test.lua:2: attempt to index a nil value (local 't')", 2),
            ("error(setmetatable({}, { __tostring = function() return 'worded' end }))", "worded", nil),
        ] as [(String, String, Int?)]
    )
    func `Words an error that was not caught`(text: String, message: String, line: Int?) throws {
        let failure = try #require(stage.failure(text))

        #expect(failure.kind == .script)
        #expect(failure.message == message)
        if let line { #expect(failure.line == line) }
    }

    @Test func `Words an error that is no text`() throws {
        #expect(stage.failure("error({})")?.message.contains("table") == true)
        #expect(Stage().failure("error()")?.message.contains("nil") == true)
    }

    @Test func `Gives Lua's traceback without our own frames`() throws {
        let failure = try #require(
            stage.failure(
                """
                local flow = require("flow")
                local function inner() error("deep") end
                local function outer() inner() return 1 end
                outer()
                """
            )
        )

        #expect(failure.traceback.contains("test.lua:2: in upvalue 'inner'"))
        #expect(failure.traceback.hasSuffix("test.lua:4: in main chunk"))
        #expect(!failure.traceback.contains("stdlib"))
        #expect(failure.traceback.contains("[C]: in function 'error'"))
    }

    @Test func `Gives no traceback where no line of the script failed`() throws {
        let text = "return workflow{ summary = 'x', parameters = { g = { type = 'group' } }, run = print }"

        let failure = try #require(stage.failure(text, arguments: ["g": .string("none")]))

        #expect(failure.message == "--g: no group named \"none\"")
        #expect(failure.traceback == "")
    }

    @Test func `Says which limit was reached`() throws {
        let failure = #expect(throws: ScriptFailure.self) {
            try stage.run(
                "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end",
                SessionSettings(limits: [.memory: 8 << 20])
            )
        }

        #expect(failure?.kind == .memory)
        #expect(failure?.message.contains("8 MiB") == true)
        #expect(failure?.line == 1)
    }

    @Test func `A limit that is too low for any script is a failure, not a crash`() throws {
        let failure = #expect(throws: ScriptFailure.self) {
            try stage.run("return 1", SessionSettings(limits: [.memory: 10_000]))
        }

        #expect(failure?.kind == .memory)
    }

    @Test func `Runs again after a failure`() throws {
        let session = ScriptSession()
        let bad = session.receive([.run(ScriptSource(name: "a", text: "error('x', 0)"), SessionSettings())])
        let good = session.receive([.run(ScriptSource(name: "a", text: "return 1"), SessionSettings())])

        #expect(bad.count == 1)
        #expect(good == [.finished(.integer(1))])
    }

    @Test func `Is denied what the operator does not confirm`() throws {
        stage.school.agrees = false

        let failure = try #require(stage.failure("fog.confirm('Wipe 3 hosts.', 3)"))

        #expect(failure.error?.code == .denied)
        #expect(failure.message == "test.lua:1: nobody said yes to \"Wipe 3 hosts.\"; that was not done")
        #expect(stage.operations == [.session(.confirm(Confirmation(question: "Wipe 3 hosts.", hostCount: 3)))])
    }
}
