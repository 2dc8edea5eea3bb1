import FogAPI
import FogHTTP
import Foundation

/// Checks a server and a login step by step, and shows each step.
struct LoginAttempt {
    /// Server's name.
    let name: String
    /// Asks the person; nil where nobody is there.
    let interview: LoginInterview?

    /// Looks at the server without any token; offers to pin a certificate that is not trusted.
    ///
    /// - Parameter entry: what is set of the server; gets the pin where it is agreed to.
    /// - Returns: whether it is FOG 1.6; nil where it cannot be used as it is.
    /// - Throws: ``UsageError`` where a setting does not hold.
    func look(_ entry: inout ServerEntry) async throws -> Bool? {
        let connection = try connection(entry)
        let certificate = await connection.certificate()
        let outcome = try await checkup(connection, nil, certificate).run(.login) { Self.show($0) }
        await connection.transport.shutdown()
        if outcome.isUntrusted, entry[.pin] == nil, let certificate, let interview {
            OutputFile.error.show("The server shows the certificate \(certificate.fingerprint).")
            let question = "Compare that on the server itself. Take this certificate from now on, and no other?"
            if try interview.agrees(question) {
                entry.values[.pin] = .init(certificate.fingerprint, at: "what was typed")
                return try await look(&entry)
            }
        }
        if outcome.isGood { return outcome.family == "1.6" }
        OutputFile.error.write("foghorn: no token was sent\n")
        return nil
    }

    /// Proves a login.
    func prove(_ entry: ServerEntry) async throws -> Bool {
        let connection = try connection(entry)
        let choice = ServerChoice(name: name, entry: entry, files: [])
        let credentials = try LoginSource.read(choice, environment: [:])
        let outcome = try await checkup(connection, credentials, nil).run(.login) { finding in
            if [.login, .rights].contains(finding.subject) || finding.level == .failure { Self.show(finding) }
        }
        await connection.transport.shutdown()
        return outcome.isGood
    }

    private func connection(_ entry: ServerEntry) throws(UsageError) -> Connection {
        try Connection(ServerChoice(name: name, entry: entry, files: []))
    }

    private func checkup(
        _ connection: Connection,
        _ credentials: FogCredentials?,
        _ certificate: ServerCertificate?
    ) -> Checkup {
        Checkup(
            transport: connection.transport,
            credentials: credentials,
            certificate: certificate,
            timeout: connection.settings.limits.row
        ) { Date() }
    }

    private static func show(_ finding: Finding) { OutputFile.standard.show(FindingText.lines(finding)) }
}
