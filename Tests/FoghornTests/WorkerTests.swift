import FogAPI
import FogSim
import FogWorker
import Foundation
import Testing
import foghorn

/// Scripts in a worker's process, through the executable.
@Suite struct WorkerTests {
    @Test func `Gives the same run in a worker and in its own process`() async throws {
        let arguments = ["run", Program.rollout, "--sim", "--group", "Lab A", "--json", "--log", "-", "--seed", "7"]

        async let first = Program.run(arguments)
        async let second = Program.run(arguments + ["--in-process"])
        let (worker, own) = try await (first, second)

        #expect(worker.code == 0, "\(worker)")
        #expect(worker.output == own.output)
        #expect(own.errors.hasPrefix("foghorn: --in-process: the script runs beside the server's tokens"))
        #expect(worker.errors == own.errors.split(separator: "\n", maxSplits: 1).last.map(String.init))
    }

    @Test func `Reports a worker that dies in the middle, with the script's last line`() async throws {
        let script = "print('up')\nfog.info()\nwhile true do end"
        let run = try await Self.run(script, server: nil) { worker in kill(worker, SIGSEGV) }

        #expect(run.code == 1, "\(run)")
        #expect(run.errors.contains("error: the script's process crashed by signal 11"), "\(run)")
        #expect(run.errors.contains("  2 | fog.info()"), "\(run)")
    }

    /// The test reads as root what no script could read.
    @Test(.enabled(if: getuid() == 0)) func `Holds no token in the worker's memory, environment or arguments`()
        async throws
    {
        let script = "print('up')\nfog.info()\nrequire('flow').sleep('10m')"
        // The simulator's own tokens lie in the program.
        let tokens = ["api", "user"].map { Data("\($0) token \(UUID())".utf8).base64EncodedString() }
        try await ServedFog.run {
            ($0.access.apiToken, $0.access.userToken) = (tokens[0], tokens[1])
        } perform: { address in
            let dump = Dump()
            _ = try await Self.run(script, server: address, tokens: tokens) { worker in
                dump.read(worker)
                kill(worker, SIGKILL)
            }

            #expect(dump.size > 1 << 20)
            #expect(dump.contains("require('flow')"), "the dump is one of the script's process")
            for token in tokens { #expect(!dump.contains(token)) }
            #expect(dump.environment.isEmpty)
            #expect(dump.arguments.hasPrefix("foghorn\0worker\0"))
            #expect(dump.descriptors == ["0"])
        }
    }

    @Test func `Leaves no process behind when it is killed itself`() async throws {
        let path = try Self.file("print('up')\nfog.info()\nwhile true do end")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let program = try Program(shell: "$FOGHORN run \(path) --sim --cpu 600; true")
        _ = await program.line { $0 == "up" }
        let worker = try #require(Self.worker(of: program))
        _ = try await program.finish(after: ["KILL"])

        while kill(worker, 0) == 0, Self.parent(of: worker) != nil { await Task.yield() }
        #expect(Self.parent(of: worker) == nil)
    }

    @Test func `Says which walls the kernel has, and once which it lacks`() throws {
        let folder = NSTemporaryDirectory() + "foghorn-walls-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let lacking = ProcessWalls.all.subtracting([.files, .network, .scope])

        let first = WallNotice(available: lacking, folder: folder).take()
        let second = WallNotice(available: lacking, folder: folder).take()

        #expect(first?.contains("this kernel has no Landlock files, Landlock network, Landlock scope") == true)
        #expect(second == nil)
        #expect(WallNotice(available: .all, folder: folder).take() == nil)
        #expect(WallFindings.findings(lacking).map(\.level) == [.good, .warning, .warning, .warning])
    }
}

extension WorkerTests {
    /// Runs a script that prints `up`, does something to its worker then, and waits for the end.
    private static func run(
        _ script: String,
        server: String?,
        tokens: [String] = ["", ""],
        then action: (Int32) -> Void
    ) async throws -> Program.Outcome {
        let path = try file(script)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let target = server.map { ["--server", $0] } ?? ["--sim"]
        let environment = ["FOGHORN_API_TOKEN": tokens[0], "FOGHORN_USER_TOKEN": tokens[1]]
        let program = try Program(["run", path, "--cpu", "600"] + target, environment: environment)
        _ = await program.line { $0 == "up" }
        action(try #require(worker(of: program)))
        let end = await program.finish()
        return end
    }

    private static func file(_ script: String) throws -> String {
        let path = NSTemporaryDirectory() + "\(UUID()).lua"
        try Data(script.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Number of the worker that a program, or the program that a shell runs, has started.
    private static func worker(of program: Program) -> Int32? {
        let own = program.process.processIdentifier
        let all = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        let workers = all.filter { number in
            let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return String(decoding: words, as: UTF8.self).hasPrefix("foghorn\0worker\0")
        }
        return workers.first { number in
            let above = parent(of: number)
            return above == own || above.flatMap(parent) == own
        }
    }

    /// Number of the process that has started one; nil where it is gone or only its end is left.
    private static func parent(of number: Int32) -> Int32? {
        let text = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
        let words = text.split(separator: ")").last?.split(separator: " ") ?? []
        return words.count > 1 && words[0] != "Z" ? Int32(words[1]) : nil
    }
}
