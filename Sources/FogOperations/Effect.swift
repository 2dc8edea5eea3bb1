package import FogModel

/// What an operation does to the world, in the words of permissions.
package enum Effect: Hashable, Sendable {
    /// Nothing beyond the session: time, questions.
    case nothing
    /// Reads from the server.
    case read
    /// Creates or changes a row of a class.
    case write(className: String)
    /// Deletes a row of a class.
    case delete(className: String)
    /// Changes a setting of the server.
    case setting
    /// Gives a host a task.
    case task(TaskTypeKey)
    /// Calls work off.
    case cancel
    /// Sends a changing request in FOG's own words.
    case raw

    /// Whether it changes anything on the server.
    package var isChange: Bool {
        switch self {
        case .nothing, .read: false
        case .write, .delete, .setting, .task, .cancel, .raw: true
        }
    }
}

extension Effect: CustomStringConvertible {
    /// Effect in the words of permissions, as in `task:deploy`.
    package var description: String {
        switch self {
        case .nothing: "nothing"
        case .read: "read"
        case .write(let className): "write:\(className)"
        case .delete(let className): "delete:\(className)"
        case .setting: "setting"
        case .task(let type): "task:\(type)"
        case .cancel: "cancel"
        case .raw: "raw"
        }
    }
}
