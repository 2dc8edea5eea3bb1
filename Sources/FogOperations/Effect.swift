package import FogModel

/// What an operation does to the world, in the words of permissions.
package enum Effect: Hashable, Sendable {
    /// Nothing beyond the session: time, questions.
    case nothing
    /// Reads from the server.
    case read
    /// Creates or changes a row of a class.
    case write(className: String)
    /// Gives a host a task.
    case task(TaskTypeKey)
    /// Calls a task off.
    case cancel
}

extension FogOperation {
    /// What the operation does.
    package var effect: Effect {
        switch self {
        case .sleep, .now, .confirm: .nothing
        case .createHost, .updateHost: .write(className: Host.className)
        case .createImage: .write(className: Image.className)
        case .createTask(_, let type, _): .task(type)
        case .cancelTask: .cancel
        default: .read
        }
    }

    /// Whether it changes anything on the server.
    package var isChange: Bool {
        switch effect {
        case .nothing, .read: false
        case .write, .task, .cancel: true
        }
    }

    /// Hosts that it changes, as far as the operation itself names them.
    package var subjects: [HostID] {
        switch self {
        case .updateHost(let host, _), .createTask(let host, _, _): [host]
        default: []
        }
    }

    /// Name for logs and errors, as in `createTask`.
    package var name: String {
        switch self {
        case .serverInfo: "serverInfo"
        case .listHosts: "listHosts"
        case .findHost: "findHost"
        case .createHost: "createHost"
        case .updateHost: "updateHost"
        case .listImages: "listImages"
        case .findImage: "findImage"
        case .createImage: "createImage"
        case .listGroups: "listGroups"
        case .findGroup: "findGroup"
        case .listMembers: "listMembers"
        case .listTaskTypes: "listTaskTypes"
        case .listTasks: "listTasks"
        case .createTask: "createTask"
        case .cancelTask: "cancelTask"
        case .wait: "wait"
        case .sleep: "sleep"
        case .now: "now"
        case .confirm: "confirm"
        }
    }
}
