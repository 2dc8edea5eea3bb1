import FogModel
import FogSession
import Foundation
import Testing
import foghorn

@Suite struct FailureTextTests {
    static let source = ScriptSource(name: "lab.lua", text: "local a\nlocal b = a.x\n")

    @Test func `Shows the line of the script, the hint and the way there`() {
        let failure = ScriptFailure(
            .script,
            "lab.lua:2: no group named \"Lab Q\"",
            error: FogError(.notFound, "no group named \"Lab Q\"", hint: "did you mean \"Lab A\"?"),
            source: "lab.lua",
            line: 2,
            traceback: "stack traceback:\n\tlab.lua:2: in function 'f'\n\tlab.lua:9: in main chunk"
        )

        #expect(
            FailureText.lines(failure, source: Self.source) == """
                error: lab.lua:2: no group named "Lab Q"
                  2 | local b = a.x
                hint: did you mean "Lab A"?
                called from:
                \tlab.lua:2: in function 'f'
                \tlab.lua:9: in main chunk
                """
        )
    }

    @Test func `Shows no place where a script ends with words of its own`() {
        let traceback = "stack traceback:\n\tlab.lua:2: in function 'f'\n\tlab.lua:9: in main chunk"
        var failure = ScriptFailure(.script, "2 hosts not done", source: "lab.lua", line: 2, traceback: traceback)

        #expect(FailureText.lines(failure, source: Self.source) == "error: 2 hosts not done")

        failure.message = "lab.lua:2: attempt to index a nil value"
        #expect(FailureText.lines(failure, source: Self.source).hasSuffix("lab.lua:9: in main chunk"))
    }

    @Test func `Shows no line of another file`() {
        let failure = ScriptFailure(.script, "flow.lua:2: x", source: "flow.lua", line: 2)

        #expect(FailureText.lines(failure, source: Self.source) == "error: flow.lua:2: x")
    }

    @Test func `Cuts a message and a line of the script that would flood the terminal`() {
        let letters = String(repeating: "x", count: 1_000_000)
        let failure = ScriptFailure(.script, "lab.lua:1: " + letters, source: "lab.lua", line: 1)
        let shown = FailureText.lines(failure, source: ScriptSource(name: "lab.lua", text: "--" + letters))

        #expect(shown.count < 11_000)
        #expect(shown.split(separator: "\n").map { $0.hasSuffix("… (letters more: 990011)") } == [true, false])
    }

    @Test func `Draws a region anew in place of the last one`() {
        var region = LiveRegion()

        #expect(region.frame(["a", "b"]) == "a\nb\n")
        #expect(region.frame(["c"], above: "said") == "\u{1B}[2A\r\u{1B}[Jsaid\nc\n")
        #expect(region.frame([]) == "\u{1B}[1A\r\u{1B}[J")
    }

    @Test func `Says what is wrong with a file`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appendingPathComponent("rollout.lua").path
        try Data("print(1)".utf8).write(to: URL(fileURLWithPath: script))
        let binary = folder.appendingPathComponent("compiled.luac").path
        try Data([0x1B, 0x4C, 0x75, 0x61, 0xFF]).write(to: URL(fileURLWithPath: binary))

        #expect(try ScriptFile.read(script).text == "print(1)")
        let missing = #expect(throws: UsageError.self) { _ = try ScriptFile.read(folder.path + "/rolout.lua") }
        #expect(missing?.hint == "did you mean \"rollout.lua\"?")
        let aFolder = #expect(throws: UsageError.self) { _ = try ScriptFile.read(folder.path) }
        #expect(aFolder?.message.hasSuffix("is a folder, not a script") == true)
        let noText = #expect(throws: UsageError.self) { _ = try ScriptFile.read(binary) }
        #expect(noText?.message.hasSuffix("holds no text in UTF-8") == true)
    }
}
