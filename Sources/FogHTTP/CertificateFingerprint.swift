import Crypto
import NIOSSL

/// SHA-256 of a certificate, by which a profile names the one that it takes.
package struct CertificateFingerprint: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// Reads a fingerprint; nil where the text is none.
    ///
    /// - Parameter text: 64 hexadecimal digits, with colons or not, after `sha256:` or not, as OpenSSL and browsers show
    ///   it.
    package init?(_ text: String) {
        var digits = text.lowercased().filter { !$0.isWhitespace }
        for start in ["sha256:", "sha256fingerprint=", "sha-256:"] where digits.hasPrefix(start) {
            digits.removeFirst(start.count)
        }
        let numbers = digits.filter { $0 != ":" }.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard numbers.count == 64, numbers.count == digits.filter({ $0 != ":" }).count else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(numbers[$0] << 4 | numbers[$0 + 1]) }
    }

    /// Computes the fingerprint of a certificate.
    ///
    /// - Throws: where the certificate cannot be written as DER.
    init(_ certificate: NIOSSLCertificate) throws {
        bytes = Array(SHA256.hash(data: try certificate.toDERBytes()))
    }

    /// Text as in `sha256:3A:0F:…`.
    package var description: String {
        "sha256:"
            + bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
            .joined(separator: ":")
    }
}
