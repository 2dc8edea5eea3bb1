import ArgumentParser
import FogBroker
import FogModel
import FogSession
import Foundation
import Synchronization

/// `foghorn permissions FILE`: what a script declares, and what it uses on the simulator.
struct PermissionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "Shows what a script asks to be granted.",
        usage: "foghorn permissions FILE [--infer [--PARAMETER VALUE …]]",
        discussion: """
            With --infer the script also runs on the simulated server, and what it has used is compared with what it \
            declares. All flags of 'foghorn run --sim' and the workflow's own may follow. What it prints is not shown.
            """
    )

    @Argument(help: "Lua file.", completion: .file(extensions: ["lua"]))
    var file: String

    @Flag(help: "Run the script on the simulated server and show what it uses.")
    var infer = false

    @Argument(parsing: .allUnrecognized, help: .hidden)
    var words: [String] = []

    func validate() throws {
        if !infer, let word = words.first { throw ValidationError("\(word) is for a run: add --infer") }
    }

    func run() async throws {
        let process = ScriptProcess(memory: 256 << 20, isInProcess: false)
        defer { process.close() }
        let description = try await RunCommand.describe(try ScriptFile.read(file), on: process.link)
        let used = infer ? try await use() : nil
        let report = PermissionReport(
            script: file,
            declared: description?.permissions.compactMap { try? Grant($0) },
            maxHosts: description?.maxHosts,
            used: used
        )
        OutputFile.standard.show(report.text)
    }

    /// Runs the script on the simulator and gives what it has used.
    private func use() async throws -> (verbs: [PermissionVerb], hosts: Int) {
        var command = try RunCommand.parse([file, "--sim"] + words)
        let folder = NSTemporaryDirectory() + "foghorn-infer-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        command.options.artifacts = folder
        let noted = Mutex<RunPermissions?>(nil)
        try await command.run(in: QuietView(output: .error)) { permissions in noted.withLock { $0 = permissions } }
        let permissions = noted.withLock { $0 }
        return (permissions?.used ?? [], permissions?.hostCount ?? 0)
    }
}

/// Shows only why a run has failed.
private struct QuietView: RunView {
    let output: OutputFile

    func show(_ output: SessionOutput) {}
    func show(_ event: BrokerEvent) {}
    func show(_ artifact: Artifact, at path: String) {}
    func note(_ text: String) { output.show(text) }
    func end() {}
}
