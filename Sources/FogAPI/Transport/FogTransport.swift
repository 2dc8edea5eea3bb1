public import HTTPTypes

/// Carries requests to a FOG server and brings the answers back.
///
/// A transport neither retries nor follows redirects, and it knows nothing of tokens: that is the client's part.
public protocol FogTransport: Sendable {
    /// Base address for people, without a trailing slash, as in `http://fog.example.org`.
    var address: String { get }

    /// Sends one request and reads the whole answer.
    ///
    /// - Parameters:
    ///   - request: method, path from `/fog/` on, and headers; scheme and authority are the transport's own.
    ///   - body: bytes to send; nil sends none. A GET may have a body.
    ///   - timeout: time from the beginning until the whole answer has been read.
    /// - Returns: status, headers and body, whatever the status.
    /// - Throws: ``TransportError``; `CancellationError` where the task was cancelled.
    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer
}

/// Answer of a server as it came over the wire.
public struct TransportAnswer: Sendable {
    /// Status and headers.
    public var response: HTTPResponse
    /// Whole body; empty where there was none.
    public var body: [UInt8]

    /// Makes an answer.
    public init(response: HTTPResponse, body: [UInt8]) {
        self.response = response
        self.body = body
    }
}

/// Why no whole answer came.
public struct TransportError: Error, Hashable, Sendable {
    /// Kind of failure.
    public enum Code: String, Sendable, CaseIterable {
        /// Name not found, nothing listens there, or no way there.
        case unreachable
        /// No whole answer in time.
        case timedOut
        /// Connection ended before the answer did.
        case cut
        /// Answer larger than the client takes.
        case tooLarge
        /// Certificate not trusted, or no common TLS.
        case untrusted
        /// What came was no HTTP.
        case malformed
    }

    /// Kind of failure.
    public var code: Code
    /// What happened, one line without the address.
    public var message: String
    /// Whether the server may have got the request, so that a change may have happened.
    public var mayHaveArrived: Bool

    /// Makes an error.
    public init(_ code: Code, _ message: String, mayHaveArrived: Bool) {
        self.code = code
        self.message = message
        self.mayHaveArrived = mayHaveArrived
    }
}
