/// An account of the FOG server; classes of accounts exist on 1.6 only.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct User: NamedEntity {
    /// FOG's class name.
    public static let className: String = "user"

    public var id: UserID
    public var name: String = ""
    public var display: String?
    public var type: Int = 0
    public var api: Bool = false
    public var createdTime: Int?
    public var createdBy: String?

    /// Makes a user whose fields are all unset.
    public init(id: UserID) {
        self.id = id
    }
}

extension User {
    /// Fields that scripts see.
    ///
    /// Password and tokens are left out: no answer of 1.6 holds them.
    ///
    /// Origin: FOG 1.6, `GET /fog/user/ID`.
    public static let fields: [Field<User>] = [
        .identifier(\.id, "number of the user"),
        .name("name", \.name, "name to log in with"),
        .text("display", \.display, "name that is shown"),
        .integer("type", \.type, "0 a user, 1 one of the mobile pages"),
        .flag("api", \.api, "whether the account may use the API"),
        .time("createdTime", \.createdTime, "when it was made"),
        .text("createdBy", \.createdBy, "who made it"),
    ]
}
