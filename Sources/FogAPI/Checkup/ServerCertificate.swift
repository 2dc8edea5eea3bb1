package import Foundation

/// Certificate that a server shows, trusted or not.
package struct ServerCertificate: Hashable, Sendable {
    /// SHA-256 of the certificate, as in `sha256:3A:…`.
    package var fingerprint: String
    /// Instant from which it holds.
    package var validFrom: Date
    /// Last instant at which it holds.
    package var validUntil: Date

    /// Makes a description.
    package init(fingerprint: String, validFrom: Date, validUntil: Date) {
        self.fingerprint = fingerprint
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}
