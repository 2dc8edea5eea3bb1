import Foundation
import Testing

/// The workflows of `scripts/workflows` through the executable.
@Suite struct WorkflowFileTests {
    static let folder = Program.root.appendingPathComponent("scripts/workflows").path
    static let files = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []

    @Test(arguments: files)
    func `Says what it is, what it takes and what it needs`(_ file: String) async throws {
        let run = try await Program.run(["run", "scripts/workflows/\(file)", "--sim", "--help"])
        let text = try String(contentsOfFile: Self.folder + "/" + file, encoding: .utf8)

        let parameters = run.output.components(separatedBy: "PARAMETERS:\n").last ?? ""
        #expect(run.code == 0 && run.errors.isEmpty, "\(run)")
        #expect(run.output.contains("\nNEEDS: read"), "\(run)")
        #expect(file == "lab-rollout.lua" || run.output.contains("\n    foghorn run \(file)"), "\(run)")
        #expect(parameters.contains("\n  --") || parameters.hasPrefix("  --"), "\(run)")
        for line in text.split(separator: "\n") where line.hasPrefix("---     foghorn") {
            #expect(run.output.contains(line.dropFirst(4)), "\(line)")
        }
    }

    @Test(arguments: files)
    func `Refuses a parameter that it has not, and names its own`(_ file: String) async throws {
        let run = try await Program.run(["run", "scripts/workflows/\(file)", "--sim", "--no-such", "x"])

        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("the workflow has no parameter --no-such"), "\(run)")
        #expect(run.errors.contains("it takes --"), "\(run)")
    }

    @Test(arguments: ["1.5-php7", "1.6"])
    func `Tries a workflow on another version of FOG, in trouble, while somebody images`(
        _ dialect: String
    ) async throws {
        let run = try await Program.run([
            "run", "scripts/workflows/watch-tasks.lua", "--sim", "--sim-dialect", dialect, "--sim-busy", "--sim-fault",
            "crash GET p=0.05", "--sim-fault", "delay:2",
        ])

        #expect(run.code == 0, "\(run)")
        #expect(run.output.hasSuffix("\n8 done\n"), "\(run)")
    }
}
