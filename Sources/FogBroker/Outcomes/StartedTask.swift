package import FogModel

/// A task that this run has made on the server.
package struct StartedTask: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Name of the server; nil for the one that the run is about.
    package var server: String?
    /// Task's number.
    package var task: TaskID
    /// Number of its host.
    package var host: HostID
    /// Name of its host; nil where the server names none.
    package var hostname: String?
    /// Type's name or number, as in `deploy`.
    package var type: String

    /// Makes a note of a task.
    package init(server: String? = nil, task: TaskID, host: HostID, hostname: String?, type: String) {
        self.server = server
        self.task = task
        self.host = host
        self.hostname = hostname
        self.type = type
    }

    /// As in `deploy on pc-012 (task 7)`.
    package var description: String {
        "\(type) on \(hostname ?? "host \(host)")\(server.map { " of " + $0 } ?? "") (task \(task))"
    }
}

/// A task of which nobody knows whether the server has made it.
package struct UncertainTask: Hashable, Sendable, CustomStringConvertible {
    /// Name of the server; nil for the one that the run is about.
    package var server: String?
    /// Number of its host.
    package var host: HostID
    /// Name of its host; nil where nothing has told it.
    package var hostname: String?
    /// Type's name or number, as in `deploy`.
    package var type: String

    /// As in `deploy on pc-012 (perhaps)`.
    package var description: String {
        "\(type) on \(hostname ?? "host \(host)")\(server.map { " of " + $0 } ?? "") (perhaps)"
    }
}
