import Foundation
import Testing

/// What people get wrong, and what they are told.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var arguments: [String]
        var code: Int32
        var says: [String]
    }

    @Test(arguments: [
        Case(
            description: "no such file",
            arguments: ["run", "scripts/workflows/lab-rolout.lua", "--sim"],
            code: 2,
            says: ["there is no file scripts/workflows/lab-rolout.lua", "did you mean \"lab-rollout.lua\"?"]
        ),
        Case(
            description: "unknown parameter",
            arguments: ["run", Program.rollout, "--sim", "--gruop", "Lab A"],
            code: 2,
            says: ["the workflow has no parameter --gruop", "did you mean \"--group\"?"]
        ),
        Case(
            description: "wrong type",
            arguments: ["run", Program.rollout, "--sim", "--group", "Lab A", "--parallel", "many"],
            code: 2,
            says: ["--parallel takes a whole number, not \"many\""]
        ),
        Case(
            description: "missing parameter",
            arguments: ["run", Program.rollout, "--sim"],
            code: 2,
            says: ["the workflow needs --group"]
        ),
        Case(
            description: "unknown group",
            arguments: ["run", Program.rollout, "--sim", "--group", "Lab Q"],
            code: 2,
            says: ["no group named \"Lab Q\"", "did you mean \"Lab A\" or \"Lab B\"?"]
        ),
        Case(
            description: "unknown image",
            arguments: ["run", Program.rollout, "--sim", "--group", "Lab A", "--image", "Windows 12"],
            code: 2,
            says: ["no image named \"Windows 12\"", "did you mean \"Windows 11\"?"]
        ),
        Case(
            description: "no server named",
            arguments: ["run", Program.rollout, "--group", "Lab A"],
            code: 2,
            says: ["no server is named", "--sim"]
        ),
        Case(
            description: "no token",
            arguments: ["run", Program.rollout, "--group", "Lab A", "--server", "http://127.0.0.1:9"],
            code: 2,
            says: ["the token of the API is missing", "FOGHORN_API_TOKEN"]
        ),
        Case(
            description: "nonsense for an address",
            arguments: ["run", Program.rollout, "--group", "Lab A", "--server", "ftp://fog"],
            code: 2,
            says: ["ftp://"]
        ),
        Case(
            description: "two servers",
            arguments: ["run", Program.rollout, "--sim", "--server", "http://fog"],
            code: 2,
            says: ["--sim and --server exclude each other"]
        ),
        Case(
            description: "unknown version to simulate",
            arguments: ["run", Program.rollout, "--sim", "--sim-dialect", "1.5-php9"],
            code: 2,
            says: ["--sim-dialect takes one of 1.5-php7", "did you mean"]
        ),
        Case(
            description: "fault that is none",
            arguments: ["run", Program.rollout, "--sim", "--sim-fault", "explode"],
            code: 2,
            says: ["--sim-fault: no fault is called 'explode'"]
        ),
        Case(
            description: "simulator's flag for a server",
            arguments: ["run", Program.rollout, "--sim-busy", "--server", "http://fog"],
            code: 2,
            says: ["--sim-dialect, --sim-fault and --sim-busy belong to --sim"]
        ),
        Case(description: "unknown command", arguments: ["rnu"], code: 2, says: ["rnu"]),
    ])
    func `Says what is wrong and what to do`(_ row: Case) async throws {
        let run = try await Program.run(row.arguments)

        #expect(run.code == row.code, "\(run)")
        for words in row.says { #expect(run.errors.contains(words), "\(run)") }
    }

    @Test func `Shows the line of a syntax error`() async throws {
        let run = try await Program.run(script: "local a = 1\nlocal b = = 2\n", ["--sim"])

        #expect(run.code == 1)
        #expect(run.errors.contains(".lua:2: unexpected symbol near '='"), "\(run)")
        #expect(run.errors.contains("  2 | local b = = 2"), "\(run)")
    }

    @Test func `Shows where an error came from`() async throws {
        let run = try await Program.run(script: "local function f(h) return h.nmae end\nf(fog.host(1))\n", ["--sim"])

        #expect(run.code == 1)
        #expect(run.errors.contains("\"nmae\""), "\(run)")
        #expect(run.errors.contains("did you mean \"name\"?"), "\(run)")
        #expect(run.errors.contains("  1 | local function f(h)"), "\(run)")
    }

    @Test func `Names a server that cannot be reached`() async throws {
        let run = try await Program.run(
            script: "fog.hosts()",
            ["--server", "http://127.0.0.1:9"],
            environment: RunTests.tokens
        )

        #expect(run.code == 8)
        #expect(run.errors.contains("http://127.0.0.1:9"), "\(run)")
        #expect(run.errors.contains("connection refused"), "\(run)")
    }

    @Test func `Ends a script that computes without a pause or takes too much memory`() async throws {
        async let endless = Program.run(script: "while true do end", ["--sim", "--cpu", "1"])
        async let greedy = Program.run(
            script: "local t = {} while true do t[#t + 1] = ('x'):rep(1000) end",
            ["--sim", "--memory", "16"]
        )
        let (time, memory) = try await (endless, greedy)

        #expect(time.code == 10, "\(time)")
        #expect(memory.code == 10, "\(memory)")
    }
}
