public import FogModel

/// A request in FOG's own words, for what has no function of its own.
public struct RawRequest: Sendable {
    /// Method of HTTP: GET, HEAD, POST, PUT or DELETE.
    public var method: String
    /// Path from `/fog/` on, not decoded by FOG, as in `/fog/host/12`; `host/12` will do.
    public var path: String
    /// What follows the question mark, percent-encoded; FOG 1.5 passes it over.
    public var query: String
    /// Body, sent as JSON, for a GET of 1.5 the filter; nil is none.
    public var body: DataValue?
    /// Whether secrets in the answer are given like the rest.
    public var revealingSecrets: Bool

    /// Makes a request.
    public init(
        method: String,
        path: String,
        query: String = "",
        body: DataValue? = nil,
        revealingSecrets: Bool = false
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.revealingSecrets = revealingSecrets
    }
}

extension RawRequest: CustomStringConvertible, CustomReflectable {
    /// Method and path; a body may hold secrets and is left out.
    public var description: String { "\(method) \(path)" }
    /// Shows method and path only.
    public var customMirror: Mirror { Mirror(self, children: ["method": method, "path": path]) }
}

/// Answer to a ``RawRequest``.
public struct RawAnswer: Hashable, Sendable {
    /// What lay in an answer.
    public enum Body: Hashable, Sendable {
        /// Nothing.
        case empty
        /// JSON; secrets in it are `DataValue.secret` unless they were asked for.
        case data(DataValue)
        /// Anything else.
        case text(String)
        /// Something else than JSON that is too long to be sure that no secret is in it.
        case keptBack(bytes: Int)
    }

    /// Status of HTTP; 200 to 299 is done.
    public let status: Int
    /// What lay in the answer.
    public let body: Body

    /// Makes an answer.
    public init(status: Int, body: Body) {
        self.status = status
        self.body = body
    }
}
