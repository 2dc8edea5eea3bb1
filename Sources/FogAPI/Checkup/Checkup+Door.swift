import Foundation
import HTTPTypes

extension Checkup {
    /// First answer of a FOG server.
    struct Door {
        let answer: TransportAnswer
        /// Instant at which the answer was there, by this machine's clock.
        let received: Date
    }

    /// Asks for the health of the server without any token, and sees that a FOG server answers.
    ///
    /// - Returns: nil where the check-up cannot go on.
    func knock(_ notes: inout Notes) async throws -> Door? {
        let answer: TransportAnswer
        do {
            answer = try await ask("/fog/system/info")
        } catch let error as TransportError {
            tell(error, &notes)
            return nil
        }
        notes.add(.good, .reachable, "\(transport.address) answers")
        tellEncryption(&notes)
        switch answer.status {
        case 300..<400:
            tellRedirection(answer, &notes)
            return nil
        case 200..<300 where !answer.isPage, 401 where !answer.isPage, 403 where !answer.isPage:
            return Door(answer: answer, received: now())
        default:
            tellStranger(answer, &notes)
            return nil
        }
    }

    private func tell(_ error: TransportError, _ notes: inout Notes) {
        guard error.code == .untrusted else {
            return notes.add(
                .failure,
                .reachable,
                "\(transport.address) cannot be reached: \(error.message)",
                advice: "see that the server is up, that url is right, and that no firewall is in between"
            )
        }
        notes.add(.good, .reachable, "\(transport.address) answers")
        notes.outcome.isUntrusted = true
        notes.add(.failure, .encryption, reason(error), advice: encryptionAdvice(error))
    }

    private func reason(_ error: TransportError) -> String {
        guard let certificate, !error.message.contains("is pinned") else { return error.message }
        if certificate.validUntil < now() {
            return "the server's certificate expired on \(DayText.day(certificate.validUntil))"
        }
        if certificate.validFrom > now() {
            return "the server's certificate holds only from \(DayText.day(certificate.validFrom)) on"
        }
        if error.message.contains("not trusted") {
            return "the server's certificate was issued by an authority that this machine does not know "
                + "(\(certificate.fingerprint))"
        }
        return error.message
    }

    private func encryptionAdvice(_ error: TransportError) -> String {
        if error.message.contains("is pinned") {
            return "if the certificate was renewed, set pin to the new fingerprint; if not, give nobody your tokens"
        }
        guard let certificate else { return "see that the server speaks TLS on this port, or write http:// in its url" }
        if certificate.validUntil < now() { return "renew the certificate on the FOG server" }
        if certificate.validFrom > now() { return "set the clock of this machine, or of the server that issued it" }
        if error.message.contains("another name") {
            return "use the name in the certificate for url, or pin the certificate: pin: \(certificate.fingerprint)"
        }
        return "set ca_file to the authority's PEM file, or pin this certificate: pin: \(certificate.fingerprint)"
    }

    private func tellEncryption(_ notes: inout Notes) {
        guard let certificate else {
            let isPlain = transport.address.hasPrefix("http://")
            return isPlain ? notes.add(.note, .encryption, "the connection is not encrypted") : ()
        }
        let days = Int((certificate.validUntil.timeIntervalSince(now()) / 86_400).rounded(.down))
        let until = "the certificate holds until \(DayText.day(certificate.validUntil))"
        if days < 0 {
            notes.add(.warning, .encryption, until + ", which is past; it is pinned", advice: "renew it on the server")
        } else if days < 30 {
            notes.add(.warning, .encryption, until + ", \(days) days from now", advice: "renew it on the server")
        } else {
            notes.add(.good, .encryption, until)
        }
    }

    private func tellRedirection(_ answer: TransportAnswer, _ notes: inout Notes) {
        let target = Refusal.excerpt(Array((answer.response.headerFields[.location] ?? "").utf8))
        if target.contains("/fog/management") || target.hasPrefix("/management") || target.hasPrefix("./management") {
            return notes.add(
                .failure,
                .api,
                "the API of the server is switched off",
                advice: "switch on API ENABLED under \(FogPages.apiToken)"
            )
        }
        notes.add(
            .failure,
            .api,
            "the server sends requests on to \(target.isEmpty ? "nowhere" : target); no token was sent there",
            advice: target.hasPrefix("https://") && transport.address.hasPrefix("http://")
                ? "write https:// in its url" : "if that is the FOG server, set url to it"
        )
    }

    private func tellStranger(_ answer: TransportAnswer, _ notes: inout Notes) {
        let words = answer.body.isEmpty ? "nothing" : "\"\(Refusal.excerpt(answer.body))\""
        if [500, 502, 503, 504].contains(answer.status) {
            return notes.add(
                .failure,
                .api,
                "the web server is up, and FOG behind it is not: status \(answer.status), \(words)",
                advice: "look into the PHP and database logs of the server"
            )
        }
        notes.add(
            .failure,
            .api,
            "this is no FOG server: it answers /fog/system/info with status \(answer.status), \(words)",
            advice: "set url to the address under which /fog/management opens in a browser, without a path"
        )
    }
}

/// Days as people write them.
enum DayText {
    /// Day in UTC, as in `2027-03-01`.
    static func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
}
