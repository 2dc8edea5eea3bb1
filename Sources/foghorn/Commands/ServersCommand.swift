import ArgumentParser
import Foundation
import Terminal

/// `foghorn servers`: lists the servers that Foghorn knows.
struct ServersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "servers",
        abstract: "Lists the servers that are described in the settings."
    )

    @Option(
        help: ArgumentHelp("File with settings (default: ~/.config/foghorn/config.yaml).", valueName: "file")
    )
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// One server as JSON.
    private struct Row: Encodable {
        var name: String
        var url: String?
        var isDefault: Bool
        var login: String
        var files: [String]

        enum CodingKeys: String, CodingKey {
            case name
            case url
            case isDefault = "default"
            case login
            case files
        }
    }

    func run() async throws {
        let folder = ConfigFolder(file: config, environment: ProcessInfo.processInfo.environment)
        let profiles = try Profiles.read(folder)
        let rows = profiles.all.map { profile in
            Row(
                name: profile.name,
                url: profile.entry[.url],
                isDefault: profile.name == profiles.defaultName || profiles.all.count == 1,
                login: LoginSource.kind(of: profile.entry),
                files: profile.files
            )
        }
        if json {
            OutputFile.standard.write(JSONText.pretty(rows) + "\n")
        } else if rows.isEmpty {
            OutputFile.error.write("foghorn: no server is described; run foghorn login NAME\n")
        } else {
            OutputFile.standard.show(Self.table(rows))
        }
    }

    private static func table(_ rows: [Row]) -> String {
        let cells =
            [["NAME", "DEFAULT", "URL", "LOGIN", "FROM"]]
            + rows.map { row in
                [
                    row.name, row.isDefault ? "yes" : "", row.url ?? "(missing)", row.login,
                    row.files.joined(separator: ", "),
                ].map { TerminalText.oneLine($0) }
            }
        let widths = (0..<4).map { column in cells.map { TextWidth.columns($0[column]) }.max() ?? 1 }
        return cells.map { line in
            zip(line, widths).map { TextWidth.fit($0, to: $1) }.joined(separator: "  ") + "  " + line[4]
        }.joined(separator: "\n")
    }
}
