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
    /// Version as the server tells it, as in `1.5.9.239` or `1.6.0-beta.5257`; the family where it does not tell.
    public var version: String
    /// Family of the server's API by the shape of its answers: `1.5` or `1.6`.
    public var family: String
    /// How the server writes numbers.
    public var typing: Typing
    /// Time zone in which the server writes times, as in `Europe/Berlin`.
    public var zone: String
    /// What the server can do beyond what every server can.
    public var capabilities: Set<Capability>

    /// Makes the result of a probe.
    public init(
        url: String,
        version: String,
        family: String = "1.5",
        typing: Typing,
        zone: String,
        capabilities: Set<Capability> = []
    ) {
        self.url = url
        self.version = version
        self.family = family
        self.typing = typing
        self.zone = zone
        self.capabilities = capabilities
    }
}
