/// Something that not every FOG server can do, asked for by name.
///
/// Found by the shape of a server's answers when the client connects, never by its version.
public enum Capability: String, CaseIterable, Codable, Hashable, Sendable {
    /// Lists come in pages, so that no list is too long for the server.
    case paging
    /// The server itself picks the rows of a list by the values of their fields.
    case filters
    /// A user's `fog_…` token is enough to log in.
    case bearerTokens
    /// Rights are given by roles: some users may do less than others.
    case roles
    /// Users can be read and changed.
    case users
    /// Hosts may belong to sites, and a user see only some of them.
    case sites
    /// One search looks through all classes.
    case universalSearch
    /// Related rows can be asked for with a row, as in `?expand=image`.
    case expand
    /// Rows can be counted without reading them.
    case counts
    /// A task that failed is told from one that is still at work.
    case failedState
}
