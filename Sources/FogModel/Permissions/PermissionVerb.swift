/// One thing that an operation does, in the words of permissions.
public enum PermissionVerb: Hashable, Sendable {
    /// Reads.
    case read
    /// Creates or changes a row of a class.
    case write(String)
    /// Deletes a row of a class.
    case delete(String)
    /// Gives a host a task.
    case task(TaskTypeKey)
    /// Calls work off.
    case cancel
    /// Changes a setting of the server.
    case setting
    /// Sends a changing request in FOG's own words.
    case raw

    /// Whether it changes anything on the server.
    public var isChange: Bool { self != .read }

    /// Whether what it does cannot be taken back, or reaches beyond hosts: a wildcard never grants it.
    ///
    /// A number stands for a type that is none of FOG's own: nobody knows what it does.
    public var isDestructive: Bool {
        switch self {
        case .read: false
        case .write(let name): Self.closedClasses.contains(name)
        case .task(.name(let type)): Self.destructiveTypes.contains(type)
        case .task(.id), .delete, .cancel, .setting, .raw: true
        }
    }

    /// Task types that destroy what is on a disk or in an image, or open a computer to whoever sits there.
    public static let destructiveTypes: Set<TaskTypeName> = [
        .fastWipe, .normalWipe, .fullWipe, .capture, .captureDebug, .passwordReset,
    ]

    /// Classes whose rows say who may do what, or what the server runs.
    private static let closedClasses: Set<String> = [
        "user", "role", "rolepermission", "roleuserassociation", "roleusergroupassociation", "usergroup",
        "usergroupmember", "plugin", "hookevent",
    ]
}

extension PermissionVerb: CustomStringConvertible {
    /// Verb as grants write it, as in `task:deploy`.
    public var description: String {
        switch self {
        case .read: "read"
        case .write(let name): "write:\(name)"
        case .delete(let name): "delete:\(name)"
        case .task(let type): "task:\(type)"
        case .cancel: "cancel"
        case .setting: "setting"
        case .raw: "raw"
        }
    }
}
