import FogSession
import Foundation
import Testing
import foghorn

/// Limits as flags and files set them.
struct LimitFlagTests {
    private let home: Home

    init() throws {
        home = try Home()
    }

    private func run(
        _ script: String,
        _ arguments: [String] = [],
        config: String? = nil,
        mode: Int = 0o600
    ) async throws -> Program.Outcome {
        if let config { try home.write(".config/foghorn/config.yaml", config, mode: mode) }
        return try await Program.run(
            script: script,
            ["--sim"] + arguments,
            environment: ["HOME": home.path, "XDG_CONFIG_HOME": home.path + "/.config"]
        )
    }

    @Test func `Shows each limit, its value and who has set it`() async throws {
        defer { home.remove() }
        let run = try await run(
            "",
            ["--show-limits", "--set-limit", "print=3", "--cpu", "7"],
            config: "limits:\n  memory: 300\n  print: 2\n"
        )
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

        #expect(run.code == 0, "\(run)")
        #expect(rows.dropFirst().prefix(ScriptLimit.allCases.count).map(\.first) == ScriptLimit.allCases.map(\.name))
        #expect(rows.contains { $0.starts(with: ["memory", "300", "MiB", "65536"]) && $0.contains("line") })
        #expect(rows.contains { $0.starts(with: ["print", "3", "MiB", "100", "--set-limit"]) })
        #expect(rows.contains { $0.starts(with: ["cpu", "7", "s", "86400", "--cpu"]) })
        #expect(rows.contains { $0.starts(with: ["jobs", "20000", "jobs", "100000", "default"]) })
        #expect(rows.contains { $0.starts(with: ["time", "none"]) })
        #expect(run.output.contains("under 'limits:' for all runs, in \(home.config)"), "\(run)")
    }

    @Test func `Ends a run at a limit of a flag or a file, with exit 10 and the way to set it higher`() async throws {
        defer { home.remove() }
        let flood = "while true do pcall(print, 'x') end"
        let flag = try await run(flood, ["--set-limit", "log=7"])
        let file = try await run(flood, config: "limits:\n  log: 7\n")
        let beaten = try await run("for turn = 1, 8 do print('x') end", ["--set-limit", "log=8"])

        for run in [flag, file] {
            #expect(run.code == 10, "\(run)")
            #expect(run.output == String(repeating: "x\n", count: 7), "\(run)")
            #expect(run.errors.contains("limit log reached: calls of print and log, at most 7 lines"), "\(run)")
            #expect(run.errors.contains("--set-limit log=N sets it higher, up to 10000000"), "\(run)")
        }
        #expect(beaten.code == 0, "\(beaten)")
    }

    @Test func `Holds while a script is only described`() async throws {
        defer { home.remove() }
        let text = "--" + String(repeating: "x", count: 70_000)
        let long = try await run(text)
        let longer = try await run(text, ["--set-limit", "source=128"])

        #expect(long.code == 10 && long.errors.contains("limit source reached"), "\(long)")
        #expect(longer.code == 0, "\(longer)")
    }

    @Test(arguments: [
        (["--set-limit", "memry=1"], nil, "did you mean \"memory\"?"),
        (["--set-limit", "memory"], nil, "sets no limit"),
        (["--memory", "0"], nil, "limit memory cannot be \"0\""),
        (["--cpu", "x"], nil, "limit cpu cannot be \"x\""),
        ([], "limits:\n  jbs: 1\n", "line 2: there is no limit \"jbs\""),
        ([], "limits:\n  jobs: [1]\n", "line 2: limit jobs cannot be \"\""),
        ([], "limits: 5\n", "line 1: limits holds no keys"),
    ])
    func `Refuses what is no limit`(arguments: [String], config: String?, message: String) async throws {
        defer { home.remove() }
        let run = try await run("print(1)", arguments, config: config)

        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains(message), "\(run)")
        #expect(run.output == "")
    }

    @Test func `Takes no limits from a file that others can write`() async throws {
        defer { home.remove() }
        let run = try await run("print(1)", config: "limits:\n  jobs: 5\n", mode: 0o666)

        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("can be written by others"), "\(run)")
    }
}
