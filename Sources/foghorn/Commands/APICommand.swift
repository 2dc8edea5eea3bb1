import ArgumentParser
import FogAPI
import FogHTTP
import FogModel
import FogOperations
import FogTime
import Foundation
import Logging

/// `foghorn api METHOD PATH`: sends a request in FOG's own words.
struct APICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Sends a request in FOG's own words and prints the answer.",
        discussion: """
            The answer goes to standard output as JSON, its secrets kept back; the status goes to standard error. What \
            changes something is asked for at the terminal, or agreed to by --yes. A cancel names one thing that is \
            there: FOG takes anything else as everything. Arguments can be seen by every user of the machine: give a \
            body with a password by '--body -' or '--body @FILE'.
            """
    )

    @Argument(help: "GET, HEAD, POST, PUT or DELETE.")
    var method: String

    @Argument(help: "Path, as in host/12 or /fog/host/12.")
    var path: String

    @Option(help: ArgumentHelp("Body; - reads it from the input, @FILE from a file.", valueName: "json"))
    var body: String?

    @Option(help: ArgumentHelp("Part of the query, as in filter=name=pc-001 (FOG 1.6).", valueName: "name=value"))
    var query: [String] = []

    @Flag(help: "Print secrets like the rest.")
    var revealSecrets = false

    @Flag(name: [.long, .short], help: "Agree to a change without being asked.")
    var yes = false

    @OptionGroup var target: ServerOptions

    func validate() throws {
        let known = ["GET", "HEAD", "POST", "PUT", "DELETE"]
        guard known.contains(method.uppercased()) else {
            throw ValidationError("FOG's API has no method \(method); it has " + known.joined(separator: ", "))
        }
        for part in query where !part.contains("=") || part.hasPrefix("=") {
            throw ValidationError("--query takes NAME=VALUE, not \"\(part)\"")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let connection = try Connection(target, environment: environment)
        let server = try connection.server(environment: environment, clock: LiveClock(startDate: Date()))
        do {
            let request = RawRequest(
                method: method.uppercased(),
                path: path,
                query: query.map(Self.encoded).joined(separator: "&"),
                body: try bodyText().map { try DataValue(json: $0) },
                revealingSecrets: revealSecrets
            )
            if case .refused(let reason) = CancelGuard.examine(method: request.method, path: request.path) {
                throw FogError(.refused, reason)
            }
            try await agree(to: request, at: server.address)
            let log = try Self.log(of: request, environment)
            let answer = try await Self.noting(request, on: log) { try await server.raw(request) }
            await connection.transport.shutdown()
            show(answer)
            if !(200..<300).contains(answer.status) { throw ExitCode.scriptError }
        } catch let error as FogError {
            await connection.transport.shutdown()
            let hint = error.hint.map { "\nhint: " + $0 } ?? ""
            OutputFile.error.show("foghorn: " + error.message + hint)
            throw error.code == .invalidArgument ? ExitCode.usage : ExitCode(error.code)
        }
    }

    /// Log of what is changed; reading leaves no line.
    private static func log(of request: RawRequest, _ environment: [String: String]) throws -> Logger? {
        if ["GET", "HEAD"].contains(request.method) { return nil }
        do throws(UsageError) {
            return try AuditLog.logger(AuditLog.standardPath(environment), clock: LiveClock(startDate: Date()))
        } catch {
            throw UsageError(error.message, hint: "set XDG_STATE_HOME to a folder that can be written")
        }
    }

    /// Sends a request and writes a line of what came of it, without what was sent.
    private static func noting(
        _ request: RawRequest,
        on log: Logger?,
        _ send: () async throws -> RawAnswer
    ) async throws -> RawAnswer {
        func note(_ result: String) {
            log?.notice("raw", metadata: ["effect": "raw", "request": "\(request)", "result": "\(result)"])
        }
        do {
            let answer = try await send()
            note("status \(answer.status)")
            return answer
        } catch {
            note((error as? FogError)?.code.rawValue ?? "failed")
            throw error
        }
    }

    private func bodyText() throws -> String? {
        switch body {
        case nil: return nil
        case "-":
            var text = ""
            while let line = readLine(strippingNewline: false) { text += line }
            return text
        case let file? where file.hasPrefix("@"):
            guard let bytes = FileManager.default.contents(atPath: String(file.dropFirst())) else {
                throw UsageError("cannot read \(file.dropFirst())")
            }
            return String(decoding: bytes, as: UTF8.self)
        case let text?: return text
        }
    }

    /// Asks before something is changed.
    private func agree(to request: RawRequest, at address: String) async throws {
        if ["GET", "HEAD"].contains(request.method) { return }
        let question = OperatorQuestion(
            answerer: yes ? .agreed : body != "-" && OperatorQuestion.isPersonThere ? .person : .nobody,
            address: address,
            output: .error
        )
        guard await question.ask(Confirmation(question: "send \(request.method) \(request.path)?", hostCount: nil))
        else {
            throw ExitCode.denied
        }
    }

    private func show(_ answer: RawAnswer) {
        OutputFile.error.show("status \(answer.status)")
        switch answer.body {
        case .empty: break
        case .data(let value): OutputFile.standard.show(DataValueText.pretty(value))
        case .text(let text): OutputFile.standard.show(text)
        case .keptBack(let count):
            OutputFile.error.show(
                "foghorn: \(count) bytes that are no JSON were kept back; --reveal-secrets shows them"
            )
        }
    }

    /// Encodes a part of a query; what follows the first `=` is the value.
    private static func encoded(_ part: String) -> String {
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return halves.map { half in
            half.utf8.map { byte in
                // RFC 3986, section 2.3: what needs no encoding.
                let letter = Character(UnicodeScalar(byte))
                let isPlain = byte < 0x80 && (letter.isLetter || letter.isNumber || "-._~".contains(letter))
                return isPlain
                    ? String(letter) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }.joined(separator: "=")
    }
}
