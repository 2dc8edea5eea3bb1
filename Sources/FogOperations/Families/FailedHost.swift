package import FogModel

/// A host that is counted as not done: also one that the server does not have.
package enum FailedHost: Hashable, Codable, Sendable {
    /// Host with that number.
    case host(HostID)
    /// Host of that name, which could not be made, or is in no list of the server.
    case absent(String)
}
