import FogModel
import FogSim
import Foundation
import Testing
import foghorn

/// `foghorn api`: requests in FOG's own words.
@Suite struct APITests {
    /// Sends a request to a simulated server with its tokens; `then` looks at the server afterwards.
    static func ask(
        _ address: String,
        _ arguments: [String]
    ) async throws -> Program.Outcome {
        try await Program.run(["api"] + arguments, environment: environment(address))
    }

    static func environment(_ address: String) -> [String: String] {
        [
            "FOGHORN_SERVER": address, "FOGHORN_API_TOKEN": FogSim.Access().apiToken,
            "FOGHORN_USER_TOKEN": FogSim.Access().userToken,
        ]
    }

    @Test func `Prints the answer as JSON, its status apart`() async throws {
        try await ServedFog.run { address in
            let run = try await Self.ask(address, ["get", "image/1"])

            #expect(run.code == 0, "\(run)")
            #expect(run.errors == "status 200\n")
            let row = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            #expect(row?["name"] as? String == "Windows 11")
        }
    }

    @Test func `Keeps secrets back unless asked by name`() async throws {
        try await ServedFog.run { address in
            let usual = try await Self.ask(address, ["GET", "storagenode/1"])
            let revealed = try await Self.ask(address, ["GET", "storagenode/1", "--reveal-secrets"])

            #expect(usual.output.contains(#""pass": "(secret)""#), "\(usual)")
            #expect(revealed.code == 0 && !revealed.output.contains("(secret)"), "\(revealed)")
        }
    }

    @Test func `Filters by a body on 1.5 and by the query on 1.6`() async throws {
        try await ServedFog.run { address in
            let run = try await Self.ask(address, ["GET", "host", "--body", #"{"name": "pc-002"}"#])

            #expect(run.output.contains(#""count": 1"#), "\(run)")
        }
        try await ServedFog.run {
            $0.dialect = .fog16
        } perform: { address in
            let run = try await Self.ask(address, ["GET", "host", "--query", "filter=name=pc-002"])

            #expect(run.output.contains(#""recordsFiltered": 1"#), "\(run)")
            #expect(!run.output.contains("pc-001"), "\(run)")
        }
    }

    @Test func `Changes nothing that nobody has agreed to`() async throws {
        try await ServedFog.run { address in
            let update = ["PUT", "group/1", "--body", #"{"description": "north"}"#]

            let silent = try await Self.ask(address, update)
            let before = try await Self.ask(address, ["GET", "group/1"])
            let agreed = try await Self.ask(address, update + ["--yes"])
            let after = try await Self.ask(address, ["GET", "group/1"])

            #expect(silent.code == 5, "\(silent)")
            #expect(silent.errors.contains("send PUT group/1?") && silent.errors.contains("--yes"))
            #expect(!before.output.contains("north"))
            #expect(agreed.code == 0, "\(agreed)")
            #expect(after.output.contains("north"))
        }
    }

    @Test func `Refuses to call everything off before it asks anybody`() async throws {
        try await ServedFog.run { address in
            let run = try await Self.ask(address, ["DELETE", "task/cancel"])

            #expect(run.code != 0 && !run.errors.contains("--yes"), "\(run)")
        }
    }

    @Test func `Changes nothing that cannot be written down`() async throws {
        try await ServedFog.run { address in
            let run = try await Program.run(
                ["api", "PUT", "group/1", "--body", #"{"description": "north"}"#, "--yes"],
                environment: Self.environment(address).merging(["XDG_STATE_HOME": "/proc"]) { $1 }
            )
            let after = try await Self.ask(address, ["GET", "group/1"])

            #expect(run.code == 2 && run.errors.contains("XDG_STATE_HOME"), "\(run)")
            #expect(!after.output.contains("north"))
        }
    }

    @Test func `Leaves a line of each change in the audit log, without what was sent`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run { address in
            let environment = Self.environment(address).merging(["HOME": home.path]) { $1 }

            _ = try await Program.run(["api", "GET", "group/1"], environment: environment)
            _ = try await Program.run(
                ["api", "PUT", "group/1", "--body", #"{"description": "hidden"}"#, "--yes"],
                environment: environment
            )

            let log = home.path + "/.local/state/foghorn/audit.log"
            let text = String(decoding: try #require(FileManager.default.contents(atPath: log)), as: UTF8.self)
            #expect(text.contains("PUT group/1") && text.contains("status 200"), "\(text)")
            #expect(!text.contains("GET") && !text.contains("hidden"), "\(text)")
            #expect(home.mode(log) == 0o600)
        }
    }

    @Test(arguments: [
        ["DELETE", "/task/0/cancel"], ["DELETE", "task/4711/cancel"], ["DELETE", "task/cancel"],
        ["DELETE", "fog/task/1/CANCEL"], ["DELETE", "task//cancel"], ["delete", "task/1%2Fcancel"],
        ["DELETE", "task/cancel", "--body", #"{"hostId": 1}"#],
    ])
    func `Never calls everything off`(_ arguments: [String]) async throws {
        try await ServedFog.run { address in
            let task = try await Self.ask(
                address,
                ["POST", "host/1/task", "--body", #"{"taskTypeID": 1}"#, "--yes"]
            )

            let run = try await Self.ask(address, arguments + ["--yes"])
            let tasks = try await Self.ask(address, ["GET", "task/active"])

            #expect(task.code == 0, "\(task)")
            #expect(run.code == 1 && run.errors.hasPrefix("foghorn: "), "\(run)")
            #expect(tasks.output.contains(#""count": 1"#), "\(tasks)")
        }
    }

    @Test func `Calls off the one task that is named`() async throws {
        try await ServedFog.run { address in
            for host in [1, 2] {
                _ = try await Self.ask(
                    address,
                    ["POST", "host/\(host)/task", "--body", #"{"taskTypeID": 1}"#, "--yes"]
                )
            }

            let run = try await Self.ask(address, ["DELETE", "task/1/cancel", "--yes"])
            let tasks = try await Self.ask(address, ["GET", "task/active"])

            #expect(run.code == 0, "\(run)")
            #expect(tasks.output.contains(#""count": 1"#) && tasks.output.contains("pc-002"), "\(tasks)")
        }
    }

    struct Failing: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Failing(arguments: ["GET", "host/999"], code: 1, says: "status 404"),
        Failing(arguments: ["GET", "nonsense"], code: 1, says: "status 501"),
        Failing(arguments: ["BREW", "host"], code: 2, says: "FOG's API has no method BREW"),
        Failing(arguments: ["GET", "host/../task"], code: 2, says: "cannot be sent"),
        Failing(arguments: ["GET", "host", "--body", "{"], code: 2, says: "the body is no JSON"),
        Failing(arguments: ["GET", "host", "--query", "name"], code: 2, says: "NAME=VALUE"),
        Failing(arguments: ["GET"], code: 2, says: "path"),
    ])
    func `Ends with a code that says what failed`(_ item: Failing) async throws {
        try await ServedFog.run { address in
            let run = try await Self.ask(address, item.arguments)

            #expect(run.code == item.code, "\(run)")
            #expect(run.errors.contains(item.says), "\(run)")
        }
    }

    @Test func `Ends with 8 where the server refuses the login or cannot be reached`() async throws {
        var environment = Self.environment("http://127.0.0.1:9")
        environment["FOGHORN_USER_TOKEN"] = "d3Jvbmc="
        let unreachable = try await Program.run(["api", "POST", "host", "--yes"], environment: environment)

        #expect(unreachable.code == 8, "\(unreachable)")
        try await ServedFog.run { address in
            environment["FOGHORN_SERVER"] = address
            let refused = try await Program.run(["api", "GET", "host"], environment: environment)

            #expect(refused.code == 8, "\(refused)")
            #expect(!refused.errors.contains("d3Jvbmc="))
        }
    }

    @Test func `Writes JSON that can be read again`() throws {
        let value = DataValue.map([
            .init("text", .text("a \"b\" \\ \n\t\u{1B}[2Jü")), .init("none", .null), .init("flag", .bool(true)),
            .init("list", .list([.integer(1), .number(1.5), .list([]), .map([])])), .init("hidden", .secret),
        ])

        let text = DataValueText.pretty(value)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]

        #expect(object?["text"] as? String == "a \"b\" \\ \n\t\u{1B}[2Jü")
        #expect(object?["hidden"] as? String == "(secret)")
        #expect(text.hasPrefix("{\n  \"text\": "))
        #expect(!text.contains("\u{1B}"))
    }
}
