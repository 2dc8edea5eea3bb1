/// A kind of task, as the server's own table lists it.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct TaskType: NamedEntity {
    /// FOG's class name.
    public static let className: String = "tasktype"

    public var id: TaskTypeID
    public var name: String = ""
    public var description: String?
    public var kernelArgs: String?
    public var kernel: String?
    public var access: String?
    public var isAdvanced: Bool = false
    public var isSnapinTasking: Bool = false

    /// Makes a task type whose fields are all unset.
    public init(id: TaskTypeID) {
        self.id = id
    }
}

extension TaskType {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/tasktype/ID`.
    public static let fields: [Field<TaskType>] = [
        .identifier(\.id, "number of the task type"),
        .name("name", \.name, "name as the server's pages show it"),
        .text("description", \.description, "what it does"),
        .text("kernelArgs", \.kernelArgs, "kernel arguments that make the client do it"),
        .text("kernel", \.kernel, "kernel of its own"),
        .text("access", \.access, "host, group or both"),
        .flag("isAdvanced", \.isAdvanced, "whether the server's pages list it as advanced"),
        .flag("isSnapinTasking", \.isSnapinTasking, "whether it runs snapins"),
    ]

    /// Whether a host that runs it writes or reads a whole disk image.
    ///
    /// Origin: FOG 1.5.9.239, task types 1, 2, 8, 15, 16, 17: kernel arguments begin with `type=down` or `type=up`.
    public var isImaging: Bool { isDeploy || isCapture }

    /// Whether it writes an image to the host's disk.
    public var isDeploy: Bool { kernelArgs?.hasPrefix("type=down") ?? false }

    /// Whether it writes the host's disk over an image.
    public var isCapture: Bool { kernelArgs?.hasPrefix("type=up") ?? false }
}
