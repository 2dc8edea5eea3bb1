import FogOperations
import FogScript
import FogSession
import Testing

/// Files that scripts hand over.
@Suite struct ArtifactTests {
    let stage = Stage()

    @Test func `Hands files over in order with prints and operations`() throws {
        try stage.run(
            """
            print("before")
            fog.artifact("report.csv", "a,b\\r\\n")
            fog.now()
            fog.artifact("Räume.md", "# Räume")
            print("after")
            """
        )

        let told = stage.events.compactMap { event in
            switch event {
            case .output(let output): output.text
            case .artifact(let file): "\(file.name)=\(file.text)"
            case .operation(let call): call.operation.name
            default: nil
            }
        }
        #expect(told == ["before", "report.csv=a,b\r\n", "now", "Räume.md=# Räume", "after"])
    }

    @Test(arguments: [
        ("'../x', ''", "a name has no \"/\""), ("'.x', ''", "a name does not begin with a dot"),
        ("'', ''", "a name is empty"), ("'a\\n', ''", "a name has no control characters"),
        ("('n'):rep(201), ''", "a name has at most 200 bytes"), ("'a', '\\xff'", "it is no text in UTF-8"),
        ("'a'", "string expected"),
        ("'a', ('x'):rep((64 << 20) + 1)", "limit artifact-size reached: all artifacts together"),
    ])
    func `Refuses what cannot be handed over`(arguments: String, message: String) throws {
        let failure = try #require(stage.failure("fog.artifact(\(arguments))"))

        #expect(failure.message.contains(message), "\(failure.message)")
        #expect(failure.line == 1)
        #expect(!stage.events.contains { if case .artifact = $0 { true } else { false } })
    }

    @Test func `Keeps only the last of a name, however often it is written`() throws {
        try stage.run(
            """
            local text = ("x"):rep(40 << 20)
            for turn = 1, 5 do fog.artifact("a", text) end
            fog.artifact("a", "last")
            fog.artifact("b", text)
            """
        )

        let files = stage.events.compactMap { if case .artifact(let file) = $0 { file } else { nil } }
        #expect(files.map(\.name) == ["a", "b"])
        #expect(files.first?.text == "last")
    }

    @Test func `Lets a script catch that everything is too large, and go on`() throws {
        try stage.run(
            """
            local half = ("x"):rep(33 << 20)
            fog.artifact("a", half)
            local ok, failure = pcall(fog.artifact, "b", half)
            print(ok, failure.code)
            fog.artifact("b", "small")
            """
        )

        #expect(stage.printed == ["false\tlimit"])
    }
}
