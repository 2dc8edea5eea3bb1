import AsyncHTTPClient
import FogAPI
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// An error of the libraries below, to be told in the port's words.
struct Failure {
    private let error: any Error

    /// Takes what the client library threw.
    init(_ error: any Error) {
        self.error = error
    }

    /// Translates the error.
    ///
    /// - Parameters:
    ///   - wasSent: whether any byte of the request was handed to a connection.
    ///   - timeout: time that the request had.
    ///   - limits: the transport's.
    /// - Returns: ``TransportError``, or `CancellationError` as it is.
    func mapped(wasSent: Bool, timeout: Duration, limits: HTTPLimits) -> any Error {
        if error is CancellationError { return error }
        let (code, message) = told(wasSent: wasSent, timeout: timeout, limits: limits)
        return TransportError(code, message, mayHaveArrived: wasSent)
    }

    private func told(wasSent: Bool, timeout: Duration, limits: HTTPLimits) -> (TransportError.Code, String) {
        switch error {
        case let error as OtherCertificate: (.untrusted, error.message)
        case is AnswerTooLarge: (.tooLarge, "the answer is larger than \(limits.body >> 20) MiB")
        case let error as HTTPClientError: told(error, wasSent: wasSent, timeout: timeout, limits: limits)
        case let error as NIOConnectionError: (.unreachable, Self.reason(error))
        case let error as ChannelError: told(error, wasSent: wasSent, limits: limits)
        case let error as IOError where wasSent: (.cut, "the connection broke: \(Self.text(error))")
        case let error as IOError: (.unreachable, Self.text(error))
        case is SocketAddressError: (.unreachable, "the name cannot be resolved")
        case HTTPParserError.invalidEOFState: (.cut, "the connection ended before the answer did")
        case is HTTPParserError: (.malformed, "what came is no HTTP")
        case let error as NIOSSLError: told(error, wasSent: wasSent)
        case let error as NIOSSLExtraError: (.untrusted, Self.reason(error))
        case let error as BoringSSLError: (.untrusted, "the encrypted connection failed: \(error)")
        default: (wasSent ? .cut : .unreachable, "the connection failed: \(error)")
        }
    }

    private func told(
        _ error: HTTPClientError,
        wasSent: Bool,
        timeout: Duration,
        limits: HTTPLimits
    ) -> (TransportError.Code, String) {
        switch error {
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            (.timedOut, (wasSent ? "no whole answer" : "no connection") + " within \(timeout.spelledOut)")
        case .connectTimeout: (.unreachable, "no connection within \(limits.connect.spelledOut)")
        case .tlsHandshakeTimeout: (.unreachable, "no encrypted connection within \(limits.connect.spelledOut)")
        case .remoteConnectionClosed: (.cut, "the server closed the connection before the answer was whole")
        case .alreadyShutdown, .cancelled: (wasSent ? .cut : .unreachable, "the transport has been shut down")
        default: (wasSent ? .cut : .unreachable, "the request failed: \(error.shortDescription.lowercased())")
        }
    }

    private func told(_ error: ChannelError, wasSent: Bool, limits: HTTPLimits) -> (TransportError.Code, String) {
        switch error {
        case .connectTimeout: (.unreachable, "no connection within \(limits.connect.spelledOut)")
        default: (wasSent ? .cut : .unreachable, "the connection failed: \(error)")
        }
    }

    private func told(_ error: NIOSSLError, wasSent: Bool) -> (TransportError.Code, String) {
        switch error {
        case .handshakeFailed(let cause): (.untrusted, Self.reason(cause))
        case .uncleanShutdown: (.cut, "the server closed the connection before the answer was whole")
        case .unableToValidateCertificate, .noCertificateToValidate: (.untrusted, "the certificate is not trusted")
        default: (wasSent ? .cut : .untrusted, "the encrypted connection failed: \(error)")
        }
    }
}

extension Failure {
    /// Says why a TLS handshake failed.
    ///
    /// Origin: reason codes of BoringSSL, as they stand in the text of its errors.
    private static func reason(_ error: BoringSSLError) -> String {
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            return "the server's certificate is not trusted: its issuer is unknown here, or it has expired"
        }
        if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
            return "the server does not speak TLS on this port"
        }
        if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
            return "the server offers no TLS of version 1.2 or later"
        }
        return "no encrypted connection can be made: \(text)"
    }

    private static func reason(_ error: NIOSSLExtraError) -> String {
        error == .failedToValidateHostname
            ? "the server's certificate is for another name" : "the server's certificate is not trusted: \(error)"
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        if error.connectionErrors.isEmpty { return "the name cannot be resolved" }
        let reasons = error.connectionErrors.map { failure in
            switch failure.error {
            case let error as IOError: text(error)
            case ChannelError.connectTimeout: "no connection in time"
            default: "\(failure.error)"
            }
        }
        return reasons.last ?? "no connection"
    }

    /// Text of the system for an error number, as in `connection refused`.
    private static func text(_ error: IOError) -> String {
        // The library words it as in "connection reset (error set): Connection refused) (errno: 111)".
        let whole = error.description
        let tail = whole.firstRange(of: "): ").map { whole[$0.upperBound...] } ?? whole[...]
        let head = tail.firstRange(of: " (errno").map { tail[..<$0.lowerBound] } ?? tail
        return (head.hasSuffix(")") ? head.dropLast() : head).lowercased()
    }
}

extension Duration {
    /// The time in seconds, as in `30 s` or `0.2 s`.
    fileprivate var spelledOut: String {
        let milliseconds = Int(self / .milliseconds(1))
        if milliseconds.isMultiple(of: 1_000) { return "\(milliseconds / 1_000) s" }
        return "\(Double(milliseconds) / 1_000) s"
    }
}
