package import Foundation
import HTTPTypes

/// Looks at a server step by step, from the first connection to the login and beyond, and says what it finds.
///
/// Each step stands on the one before: where a server cannot be reached, nothing is said of its login. Only small
/// requests that read are sent, each once; the tokens are sent only after the server has answered like a FOG server.
package struct Checkup: Sendable {
    /// How far a check-up goes.
    package enum Depth: Sendable {
        /// Until the login is proven.
        case login
        /// Also clock, zone, storage and known faults.
        case whole
    }

    /// What a check-up has learnt.
    package struct Outcome: Sendable {
        /// All findings in order.
        package var findings: [Finding] = []
        /// Family of the server's API, as in `1.5`; nil where it is no FOG server.
        package var family: String?
        /// Exact version, as in `1.5.9.239`; nil where it does not tell.
        package var version: String?
        /// Whether the connection failed because the certificate is not trusted.
        package var isUntrusted = false

        /// Whether nothing failed.
        package var isGood: Bool { !findings.contains { $0.level == .failure } }
    }

    /// Carries the requests.
    let transport: any FogTransport
    /// Tokens to prove; nil looks at the server alone.
    let credentials: FogCredentials?
    /// Certificate that the server shows; nil where it is not encrypted or none could be read.
    let certificate: ServerCertificate?
    /// Time for one answer.
    let timeout: Duration
    /// Gives the time of this machine.
    let now: @Sendable () -> Date
    /// Zone of this machine, to be compared with the server's.
    let zone: TimeZone

    /// Prepares a check-up; nothing is sent yet.
    package init(
        transport: any FogTransport,
        credentials: FogCredentials?,
        certificate: ServerCertificate? = nil,
        timeout: Duration = .seconds(20),
        zone: TimeZone = .current,
        now: @escaping @Sendable () -> Date
    ) {
        self.transport = transport
        self.credentials = credentials
        self.certificate = certificate
        self.timeout = timeout
        self.zone = zone
        self.now = now
    }

    /// Runs the steps.
    ///
    /// - Parameters:
    ///   - depth: how far to go.
    ///   - report: called with each finding as soon as it is there.
    /// - Returns: all findings; what goes wrong is a finding and no error.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func run(_ depth: Depth, report: @escaping (Finding) -> Void) async throws -> Outcome {
        var notes = Notes(report: report)
        try await look(depth, &notes)
        return notes.outcome
    }

    private func look(_ depth: Depth, _ notes: inout Notes) async throws {
        guard let door = try await knock(&notes) else { return }
        try await findVersion(door, &notes)
        guard let credentials else { return }
        guard try await proveLogin(credentials, &notes) else { return }
        if notes.outcome.family == "1.6" { try await probeRights(credentials, &notes) }
        guard depth == .whole else { return }
        compareClocks(door, &notes)
        try await compareZones(credentials, &notes)
        try await lookAtStorage(credentials, &notes)
        for fault in KnownFault.all where fault.concerns(version: notes.outcome.version, family: notes.outcome.family) {
            notes.add(.note, .knownFault, fault.text, advice: fault.advice)
        }
    }

    /// Sends one request that reads.
    func ask(
        _ path: String,
        _ credentials: FogCredentials? = nil,
        body: JSONValue? = nil
    ) async throws -> TransportAnswer {
        var fields = HTTPFields(credentials?.fields ?? [])
        fields[.accept] = "application/json"
        if body != nil { fields[.contentType] = "application/json" }
        let request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path, headerFields: fields)
        return try await transport.send(request, body: body?.bytes, timeout: timeout)
    }
}

/// Findings as they gather.
struct Notes {
    let report: (Finding) -> Void
    var outcome = Checkup.Outcome()

    mutating func add(_ level: Finding.Level, _ subject: Finding.Subject, _ message: String, advice: String? = nil) {
        let finding = Finding(level, subject, message, advice: advice)
        outcome.findings.append(finding)
        report(finding)
    }
}

extension TransportAnswer {
    var status: Int { response.status.code }

    /// Whether the body is a web page.
    var isPage: Bool { body.first { $0 > 0x20 } == UInt8(ascii: "<") }

    /// Texts of the body's first level by name; empty where it is no object.
    func texts(named names: Set<String>) -> [String: String] {
        var reader = JSONReader(body)
        // Anything but an object has no members.
        return (try? reader.texts(named: names)) ?? [:]
    }
}
