import FogOperations
import FogSession
import Foundation
import Testing
import foghorn

/// Typed parameters on the command line.
@Suite struct ParameterTests {
    static let parameters = [
        ParameterDescription(name: "min_free", kind: .size, minimum: 1024),
        ParameterDescription(name: "begin", kind: .time),
        ParameterDescription(name: "kind", kind: .taskType),
        ParameterDescription(name: "snapins", kind: .snapin, isList: true),
        ParameterDescription(name: "room", kind: .string, length: 1...3, pattern: "%a+"),
        ParameterDescription(name: "table", kind: .file),
        ParameterDescription(name: "tables", kind: .file, isList: true),
        ParameterDescription(name: "password", kind: .secret),
        ParameterDescription(name: "wake", kind: .boolean),
    ]

    @Test func `Reads each type, and flags with dashes or underscores`() throws {
        let words = [
            "--min_free", "4G", "--begin=22:00", "--kind", "18", "--snapins", "7-Zip", "--snapins=Agent", "--no_wake",
            "--room", "abc",
        ]

        let values = try WorkflowArguments.read(words, Self.parameters)

        #expect(
            values == [
                "min_free": .integer(4 << 30), "begin": .string("22:00"), "kind": .integer(18),
                "snapins": .list([.string("7-Zip"), .string("Agent")]), "wake": .boolean(false),
                "room": .string("abc"),
            ]
        )
    }

    @Test(
        arguments: [
            (["--min-free", "4GB"], "--min-free takes a size such as 512M or 4G, not \"4GB\"", nil),
            (["--min-free", "1"], "--min-free takes 1K or more, not \"1\"", nil),
            (["--begin", "24:00"], "--begin takes a time such as 22:00 or \"2026-12-01 07:30\", not \"24:00\"", nil),
            (["--kind", "deply"], "--kind takes a task type, not \"deply\"", "did you mean \"deploy\"?"),
            (["--room", "abcd"], "--room takes 1 to 3 characters, not \"abcd\"", nil),
            (["--room", "a1"], "--room takes a text of the form %a+, not \"a1\"", nil),
            (["--min_fre", "4G"], "the workflow has no parameter --min-fre", "did you mean \"--min-free\"?"),
            (["--sede", "4"], "the workflow has no parameter --sede", "did you mean \"--seed\"?"),
            (
                ["--pasword-file", "x"], "the workflow has no parameter --pasword-file",
                "did you mean \"--password-file\"?"
            ),
            (["--no-wake=yes"], "the workflow has no parameter --no-wake", nil),
            (["--table", "/nonexistent/a.csv"], "--table: there is no file /nonexistent/a.csv", nil),
            (["--table", "/"], "--table: / is a folder, not a file", nil),
            (
                ["--table", "/dev/zero"],
                "--table: /dev/zero is larger than 8MiB, which is the most that a parameter takes", nil
            ),
            (["--password-file", "/dev/null"], "--password-file: /dev/null is empty", nil),
        ] as [([String], String, String?)]
    )
    func `Says what is wrong`(words: [String], message: String, hint: String?) {
        let error = #expect(throws: UsageError.self) { try WorkflowArguments.read(words, Self.parameters) }

        #expect(error?.message == message)
        if let hint { #expect(error?.hint == hint) }
    }

    @Test func `Hands in the content of files, together no more than a message carries`() throws {
        let home = try Home()
        defer { home.remove() }
        let small = try home.write("hosts.csv", "\u{FEFF}name\r\npc-001\r\n")
        let large = try home.write("large.csv", String(repeating: "x", count: 5 << 20))
        let latin = home.path + "/latin.csv"
        try Data([0x4D, 0xFC, 0x0A]).write(to: URL(fileURLWithPath: latin))

        let values = try WorkflowArguments.read(
            ["--table", small, "--tables", large, "--tables", small],
            Self.parameters
        )

        let file = FileValue(name: "hosts.csv", text: "\u{FEFF}name\r\npc-001\r\n")
        #expect(values["table"] == file.value)
        let both = #expect(throws: UsageError.self) {
            try WorkflowArguments.read(["--tables", large, "--tables", large], Self.parameters)
        }
        #expect(both?.message == "--tables: its files hold more than 8 MiB together")
        let bytes = #expect(throws: UsageError.self) {
            try WorkflowArguments.read(["--table", latin], Self.parameters)
        }
        #expect(bytes?.message == "--table: \(latin) holds no text in UTF-8")
    }

    @Test func `Takes a secret from a file or the environment, and never from a word`() throws {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("password", "hunter2\n")
        let environment = ["FOGHORN_PARAM_PASSWORD": "other"]

        let fromFile = try WorkflowArguments.read(["--password-file", file], Self.parameters, environment: environment)
        let fromEnvironment = try WorkflowArguments.read([], Self.parameters, environment: environment)

        #expect(fromFile == ["password": .secret(SealedText("hunter2"))])
        #expect(fromEnvironment == ["password": .secret(SealedText("other"))])
        for words in [
            ["--password", "hunter2"], ["--password=hunter2"], ["--wake", "--password", "hunter2", "--wake"],
        ] {
            let error = #expect(throws: UsageError.self) { try WorkflowArguments.read(words, Self.parameters) }
            #expect(error?.message.hasPrefix("--password is a secret") == true)
            #expect(error?.text.contains("hunter2") == false)
        }
    }
}
