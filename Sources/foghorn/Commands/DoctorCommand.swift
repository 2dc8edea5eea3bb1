import ArgumentParser
import FogAPI
import FogHTTP
import Foundation

/// `foghorn doctor [NAME]`: looks at a server from the connection to the storage nodes.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks whether a server works, and says what to do where it does not.",
        discussion: """
            It only reads. It ends with 0 where nothing has failed, else with 8.
            """
    )

    @Argument(help: "Name or address of the server; the default one if absent.")
    var name: String?

    @OptionGroup var target: ServerOptions

    @Flag(help: "Print JSON.")
    var json = false

    /// What is printed as JSON.
    private struct Report: Encodable {
        var server: String?
        var url: String
        var version: String?
        var good: Bool
        var findings: [Finding]
    }

    func validate() throws {
        if name != nil, target.server != nil { throw ValidationError("the server is named twice") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var target = target
        target.server = target.server ?? name
        let connection = try Connection(target, environment: environment)
        var first = WallFindings.findings() + Self.settings(connection.choice)
        let credentials: FogCredentials?
        do {
            credentials = try LoginSource.read(connection.choice, environment: environment)
        } catch {
            credentials = nil
            first.append(Finding(.failure, .login, error.message, advice: error.hint))
        }
        if !json { for finding in first { OutputFile.standard.show(FindingText.lines(finding)) } }
        let checkup = Checkup(
            transport: connection.transport,
            credentials: credentials,
            certificate: await connection.certificate(),
            timeout: connection.settings.limits.row
        ) { Date() }
        let outcome = try await checkup.run(.whole) { [json] finding in
            if !json { OutputFile.standard.show(FindingText.lines(finding)) }
        }
        await connection.transport.shutdown()
        let findings = first + outcome.findings
        let isGood = !findings.contains { $0.level == .failure }
        if json {
            let report = Report(
                server: connection.choice.name,
                url: connection.settings.address.text,
                version: outcome.version,
                good: isGood,
                findings: findings
            )
            OutputFile.standard.write(JSONText.pretty(report) + "\n")
        }
        if !isGood { throw ExitCode.unreachable }
    }

    /// Says which files describe the server; one that shows secrets to others is refused before.
    private static func settings(_ choice: ServerChoice) -> [Finding] {
        guard !choice.files.isEmpty else {
            return [Finding(.good, .settings, "no file describes this server; its tokens come from the environment")]
        }
        return choice.files.map { path in
            let mode = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]) as? Int
            return Finding(
                .good,
                .settings,
                "described in \(path)" + (mode.map { " (mode \(String($0, radix: 8)))" } ?? "")
            )
        }
    }
}
