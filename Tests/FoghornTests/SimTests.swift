import FogSim
import Foundation
import Testing

/// `foghorn sim` and its flags.
@Suite struct SimTests {
    /// Serves a simulation with flags, lends what `foghorn api` prints for a path, and stops it.
    static func answer(_ flags: [String], _ request: [String]) async throws -> Program.Outcome {
        let program = try Program(["sim", "--port", "0", "--hosts", "6"] + flags)
        defer { program.process.terminate() }
        let line = await program.line { $0.hasPrefix("export FOGHORN_SERVER=") }
        let address = String(try #require(line).dropFirst("export FOGHORN_SERVER=".count))
        let access = FogSim.Access()
        return try await Program.run(
            ["api"] + request,
            environment: [
                "FOGHORN_SERVER": address, "FOGHORN_API_TOKEN": access.apiToken, "FOGHORN_USER_TOKEN": access.userToken,
            ]
        )
    }

    @Test(arguments: [
        (FogSim.Dialect.fog15php7, #""count": "#), (.fog15php8, #""count": "#), (.fog16beta, #""recordsTotal": "#),
        (.fog16, #""recordsTotal": "#),
    ])
    func `Imitates the version that is named`(_ dialect: FogSim.Dialect, _ shape: String) async throws {
        let answer = try await Self.answer(["--dialect", dialect.rawValue], ["GET", "host"])

        #expect(answer.code == 0 && answer.output.contains(shape), "\(answer)")
    }

    @Test func `Switches a quirk off and on`() async throws {
        let request = ["POST", "image", "--yes", "--body"]
        let body = #"{"name": "New", "path": "new", "imageTypeID": 1, "osID": 9}"#

        let usual = try await Self.answer([], request + [body])
        let without = try await Self.answer(["--no-quirk", "created-disabled"], request + [body])

        #expect(usual.output.contains(#""isEnabled": """#), "\(usual)")
        #expect(without.output.contains(#""isEnabled": "1""#), "\(without)")
    }

    @Test func `Lets go wrong what the rule says, and nothing else`() async throws {
        let fault = ["--fault", "page:418 GET /fog/image/*"]

        let struck = try await Self.answer(fault, ["GET", "image/1"])
        let spared = try await Self.answer(fault, ["GET", "group/1"])

        #expect((struck.output + struck.errors).contains("418"), "\(struck)")
        #expect(spared.code == 0, "\(spared)")
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let flags: [String]
        let says: String
        var testDescription: String { flags.joined(separator: " ") }
    }

    @Test(arguments: [
        Wrong(flags: ["--dialect", "1.5-php9"], says: "--dialect takes one of 1.5-php7"),
        Wrong(flags: ["--dialect", "1.6-bta"], says: "did you mean \"1.6-beta\"?"),
        Wrong(flags: ["--quirk", "created-disbled"], says: "did you mean \"created-disabled\"?"),
        Wrong(flags: ["--no-quirk", "nonsense"], says: "'foghorn sim --help' lists them"),
        Wrong(flags: ["--fault", "explode"], says: "--fault: "),
        Wrong(flags: ["--fault", "crash p=2"], says: "--fault: "),
        Wrong(flags: ["--port", "70000"], says: "--port takes 0 to 65535"),
        Wrong(flags: ["--hosts", "0"], says: "--hosts takes 1 to 10000"),
        Wrong(flags: ["--hosts", "2000000000"], says: "--hosts takes 1 to 10000"),
        Wrong(flags: ["--speed", "0"], says: "--speed takes"),
        Wrong(flags: ["--seed", "-1"], says: "--seed"),
    ])
    func `Says what a flag takes`(_ item: Wrong) async throws {
        let run = try await Program.run(["sim"] + item.flags)

        #expect(run.code == 2 || run.code == 64, "\(run)")
        #expect(run.errors.contains(item.says), "\(run)")
    }
}
