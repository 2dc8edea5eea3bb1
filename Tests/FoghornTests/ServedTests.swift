import Foundation
import Testing

/// The executable against its own simulated server over HTTP.
@Suite struct ServedTests {
    /// A server that runs until the value is stopped.
    struct Server {
        let program: Program
        let environment: [String: String]

        static func start(speed: Double, hosts: Int = 6) async throws -> Server {
            let program = try Program(["sim", "--port", "0", "--hosts", "\(hosts)", "--speed", "\(speed)"])
            var environment: [String: String] = [:]
            for _ in 0..<3 {
                let line = try #require(await program.line { $0.hasPrefix("export ") })
                let pair = line.dropFirst("export ".count).split(separator: "=", maxSplits: 1)
                environment[String(pair[0])] = String(pair[1])
            }
            return Server(program: program, environment: environment)
        }

        func stop() {
            program.process.terminate()
            program.process.waitUntilExit()
        }
    }

    static let rollout = [
        "run", Program.rollout, "--yes", "--group", "Lab A", "--interval", "1", "--allow", "task:deploy", "--allow",
        "write:host",
    ]

    @Test func `Gives over HTTP what it gives in process, apart from times`() async throws {
        // Slow enough for the task to be there still, however busy the machine is.
        let server = try await Server.start(speed: 1)
        defer { server.stop() }
        let script = """
            for _, host in ipairs(fog.hosts()) do print(host) end
            for _, image in ipairs(fog.images()) do print(image) end
            print(select(2, pcall(fog.group, "Lab Q")).message)
            local task = fog.task(1, "deploy", { wake = true })
            print(task.typename, task.hostname, task.statename)
            print(select(2, pcall(fog.task, 1, "deploy")).code)
            print(fog.task_cancel(task).statename)
            """

        let served = try await Program.run(
            script: script,
            ["--allow", "task:deploy"],
            environment: server.environment
        )
        let simulated = try await Program.run(script: script, ["--sim", "--sim-hosts", "6"])

        #expect(served.code == 3, "\(served)")
        #expect(simulated.code == 3, "\(simulated)")
        #expect(served.output == simulated.output)
        #expect(served.output.contains("Cancelled"), "\(served)")
    }

    @Test func `Images a room over HTTP and stops cleanly`() async throws {
        let server = try await Server.start(speed: 600)
        defer { server.stop() }

        let run = try await Program.run(Self.rollout, environment: server.environment)

        #expect(run.code == 0, "\(run)")
        #expect(run.output.hasSuffix("4 of 4 hosts done\n"), "\(run)")
    }

    @Test func `Does not task a host twice where two run at once`() async throws {
        let server = try await Server.start(speed: 600)
        defer { server.stop() }

        async let one = Program.run(Self.rollout, environment: server.environment)
        async let other = Program.run(Self.rollout, environment: server.environment)
        let runs = try await [one, other]
        let tasks = try await Program.run(
            script: "local n = 0 for _, t in ipairs(fog.tasks({ active = false })) do "
                + "if t.statename ~= 'Cancelled' then n = n + 1 end end print(n)",
            [],
            environment: server.environment
        )

        let imaged = runs.map { $0.output.components(separatedBy: "  done  ").count - 1 }
        #expect(imaged.reduce(0, +) >= 4, "\(runs)")
        #expect(tasks.output == "\(imaged.reduce(0, +))\n", "\(runs) \(tasks)")
    }

    @Test(arguments: [
        ("FOGHORN_API_TOKEN", "the server refused the token of the API", "FOG Settings"),
        ("FOGHORN_USER_TOKEN", "user", "API"),
    ])
    func `Tells a wrong API token from a wrong user token`(
        _ variable: String,
        _ says: String,
        _ hint: String
    ) async throws {
        let server = try await Server.start(speed: 600)
        defer { server.stop() }
        var environment = server.environment
        environment[variable] = "d3Jvbmc="

        let run = try await Program.run(script: "fog.hosts()", [], environment: environment)

        #expect(run.code == 8, "\(run)")
        #expect(run.errors.contains(variable), "\(run)")
    }

    @Test(arguments: ["INT", "TERM", "HUP"])
    func `Says on a signal what it has left on the server, and cancels nothing`(_ signal: String) async throws {
        let server = try await Server.start(speed: 1)
        defer { server.stop() }
        let program = try Program(
            shell:
                "\"$FOGHORN\" run '\(Program.rollout)' --allow task:deploy --allow write:host --yes --group 'Lab A' --interval 1 2>&1 & pid=$!; "
                + "sleep 0.1; wait $pid; echo code $?",
            environment: server.environment
        )
        _ = await program.line { $0.contains("is task") }
        let outcome = try await program.finish(after: [signal])
        let tasks = try await Program.run(script: "print(#fog.tasks())", [], environment: server.environment)

        #expect(outcome.output.contains("nothing was cancelled; on the server there still run:"), "\(outcome)")
        #expect(outcome.output.hasSuffix("code 130\n"), "\(outcome)")
        #expect((Int(tasks.output.dropLast()) ?? 0) > 0, "\(tasks)")
    }

    @Test func `Ends with 130 although the script catches that it was called off`() async throws {
        let server = try await Server.start(speed: 1)
        defer { server.stop() }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".lua")
        try Data("pcall(function() fog.wait(fog.task(1, 'deploy', { wake = true })) end)".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = try Program(
            shell: "\"$FOGHORN\" run \(file.path) --allow task:deploy 2>&1; echo code $?",
            environment: server.environment
        )
        _ = await program.line { $0.contains("is task") }
        let outcome = try await program.finish(after: ["TERM"])

        #expect(outcome.output.contains("deploy on pc-001 (task 1)"), "\(outcome)")
        #expect(outcome.output.hasSuffix("code 130\n"), "\(outcome)")
    }

    @Test func `Takes its tokens from a file and keeps an audit log that only its owner can read`() async throws {
        let server = try await Server.start(speed: 600)
        defer { server.stop() }
        let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let folder = home.appendingPathComponent(".config/foghorn")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let settings = """
            servers:
              lab:
                url: \(server.environment["FOGHORN_SERVER", default: ""])
                api_token: \(server.environment["FOGHORN_API_TOKEN", default: ""])
                user_token: \(server.environment["FOGHORN_USER_TOKEN", default: ""])
            """
        let made = FileManager.default.createFile(
            atPath: folder.appendingPathComponent("config.yaml").path,
            contents: Data(settings.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        #expect(made)

        let run = try await Program.run(
            script: "fog.task(1, 'inventory')",
            ["--allow", "task:*"],
            environment: ["HOME": home.path]
        )

        let log = home.appendingPathComponent(".local/state/foghorn/audit.log").path
        let text = try String(contentsOfFile: log, encoding: .utf8)
        let mode = try FileManager.default.attributesOfItem(atPath: log)[.posixPermissions] as? Int
        #expect(run.code == 0, "\(run)")
        #expect(text.contains("\"effect\":\"task:inventory\""), "\(text)")
        #expect(text.contains("\"decision\":\"granted\""), "\(text)")
        #expect(text.contains("1 pc-001"), "\(text)")
        #expect(mode == 0o600)
        for token in server.environment.values { #expect(!text.contains(token)) }
    }

    @Test func `Ends where nobody reads its output any more`() async throws {
        let server = try await Server.start(speed: 1)
        defer { server.stop() }
        let program = try Program(
            shell:
                "(\"$FOGHORN\" run '\(Program.rollout)' --allow task:deploy --allow write:host --yes --json --group 'Lab A' --interval 1; echo code $? >&2) "
                + "| head -n 1",
            environment: server.environment
        )

        let outcome = await program.finish()

        #expect(outcome.errors.contains("nobody reads the output any more"), "\(outcome)")
        #expect(outcome.errors.hasSuffix("code 130\n"), "\(outcome)")
    }
}
