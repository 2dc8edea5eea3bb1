package import FogModel

/// Operations about one matter.
package protocol OperationFamily: Hashable, Codable, Sendable {
    /// Name for logs and errors, as in `createTask`.
    var name: String { get }
    /// What the operation does.
    var effect: Effect { get }
    /// Hosts that it changes, as far as the operation itself names them.
    var subjects: [HostID] { get }
}

extension OperationFamily {
    /// No host.
    package var subjects: [HostID] { [] }
}
