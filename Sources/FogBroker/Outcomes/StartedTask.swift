package import FogModel

/// A task that this run has made on the server.
package struct StartedTask: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Task's number.
    package var task: TaskID
    /// Number of its host.
    package var host: HostID
    /// Name of its host; nil where the server names none.
    package var hostname: String?
    /// Type's name or number, as in `deploy`.
    package var type: String

    /// Makes a note of a task.
    package init(task: TaskID, host: HostID, hostname: String?, type: String) {
        self.task = task
        self.host = host
        self.hostname = hostname
        self.type = type
    }

    /// As in `deploy on pc-012 (task 7)`.
    package var description: String { "\(type) on \(hostname ?? "host \(host)") (task \(task))" }
}

/// A task of which nobody knows whether the server has made it.
package struct UncertainTask: Hashable, Sendable, CustomStringConvertible {
    /// Number of its host.
    package var host: HostID
    /// Name of its host; nil where nothing has told it.
    package var hostname: String?
    /// Type's name or number, as in `deploy`.
    package var type: String

    /// As in `deploy on pc-012 (perhaps)`.
    package var description: String { "\(type) on \(hostname ?? "host \(host)") (perhaps)" }
}
