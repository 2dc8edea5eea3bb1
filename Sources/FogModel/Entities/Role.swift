/// A set of rights on the FOG server (1.6).
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Role: NamedEntity {
    /// FOG's class name.
    public static let className: String = "role"

    public var id: RoleID
    public var name: String = ""
    public var description: String?
    public var createdTime: Int?
    public var createdBy: String?

    /// Makes a role whose fields are all unset.
    public init(id: RoleID) {
        self.id = id
    }
}

extension Role {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.6, `GET /fog/role/ID`.
    public static let fields: [Field<Role>] = [
        .identifier(\.id, "number of the role"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
        .time("createdTime", \.createdTime, "when it was made"),
        .text("createdBy", \.createdBy, "who made it"),
    ]
}
