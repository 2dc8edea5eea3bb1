/// What one probe has found out about a server.
public struct ServerInfo: Hashable, Codable, Sendable {
    /// How the server writes the numbers of its rows.
    public enum Typing: String, Codable, Sendable {
        /// As JSON numbers: PHP 8.1 and later.
        case numbers
        /// As strings: PHP 8.0 and earlier.
        case strings
    }

    /// Base address, without a trailing slash, as in `http://fog.example.org`.
    public var url: String
    /// Family of the server's API, as in `1.5`; no route of 1.5 tells the exact version.
    public var version: String
    /// How the server writes numbers.
    public var typing: Typing
    /// Time zone in which the server writes times, as in `Europe/Berlin`.
    public var zone: String

    /// Makes the result of a probe.
    public init(url: String, version: String, typing: Typing, zone: String) {
        self.url = url
        self.version = version
        self.typing = typing
        self.zone = zone
    }
}
