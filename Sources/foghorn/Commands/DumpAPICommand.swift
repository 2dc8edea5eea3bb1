import ArgumentParser
import FogScript
import Foundation

/// `foghorn dump-api`: what scripts can use, for editors, pages and programs.
struct DumpAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump-api",
        abstract: "Writes what scripts can use: as JSON, as Markdown, or as stubs for editors."
    )

    @Flag(help: "Print all of it as JSON.")
    var json = false

    @Flag(help: "Print the manual in Markdown.")
    var markdown = false

    @Option(help: ArgumentHelp("Write stubs for editors (LuaCATS) into a folder.", valueName: "FOLDER"))
    var stubs: String?

    func run() throws {
        switch (json, markdown, stubs) {
        case (true, false, nil): OutputFile.standard.write(JSONText.pretty(Manual.current) + "\n")
        case (false, true, nil): OutputFile.standard.write(ManualMarkdown.text(.current))
        case (false, false, let folder?): try write(Stubs(.current).files, to: FilePath.expanded(folder))
        default: throw UsageError("dump-api takes one of --json, --markdown and --stubs FOLDER")
        }
    }

    private func write(_ files: [String: String], to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, text) in files.sorted(by: { $0.key < $1.key }) {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
            }
        } catch {
            throw UsageError("cannot write stubs to \(folder): \(error.localizedDescription)")
        }
        OutputFile.standard.show("\(files.count) files in \(folder)")
    }
}
