/// A login or logout that the FOG client has seen on a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct UserTracking: Entity {
    /// FOG's class name.
    public static let className: String = "usertracking"

    public var id: UserTrackingID
    public var hostID: HostID?
    public var hostname: String?
    public var username: String?
    public var action: String?
    public var datetime: Int?
    public var description: String?

    /// Makes a login record whose fields are all unset.
    public init(id: UserTrackingID) {
        self.id = id
    }
}

extension UserTracking {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/usertracking/ID`.
    /// FOG writes 1 and 0 for login and logout, 99 for the start of the client; 1.6 writes words.
    public static let fields: [Field<UserTracking>] = [
        .identifier(\.id, "number of the login record"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("hostname", \.hostname, "name of the host"),
        .text("username", \.username, "account on the host"),
        .text("action", \.action, "login, logout or start"),
        .time("datetime", \.datetime, "when it was seen"),
        .text("description", \.description, "free text"),
    ]
}
