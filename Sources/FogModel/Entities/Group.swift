/// A named set of hosts.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Group: NamedEntity {
    /// FOG's class name.
    public static let className: String = "group"

    public var id: GroupID
    public var name: String = ""
    public var description: String?
    public var hostcount: Int?
    public var kernel: String?
    public var kernelArgs: String?
    public var kernelDevice: String?
    public var createdTime: Int?
    public var createdBy: String?

    /// Makes a group whose fields are all unset.
    public init(id: GroupID) {
        self.id = id
    }
}

extension Group {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/group/ID`.
    public static let fields: [Field<Group>] = [
        .identifier(\.id, "number of the group"),
        .name("name", \.name, "name, 1 to 50 characters"),
        .text("description", \.description, "free text"),
        .integer("hostcount", \.hostcount, "how many hosts the group has; nil is not told, as in lists of FOG 1.6"),
        .text("kernel", \.kernel, "kernel given to its hosts"),
        .text("kernelArgs", \.kernelArgs, "kernel arguments given to its hosts"),
        .text("kernelDevice", \.kernelDevice, "disk given to its hosts"),
        .time("createdTime", \.createdTime, "when the group was made"),
        .text("createdBy", \.createdBy, "who made the group"),
    ]
}
