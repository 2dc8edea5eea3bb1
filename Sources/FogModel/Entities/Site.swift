/// A part of an organisation that sees its own hosts only (1.6).
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Site: NamedEntity {
    /// FOG's class name.
    public static let className: String = "site"

    public var id: SiteID
    public var name: String = ""
    public var description: String?
    public var createdTime: Int?
    public var createdBy: String?

    /// Makes a site whose fields are all unset.
    public init(id: SiteID) {
        self.id = id
    }
}

extension Site {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.6, `GET /fog/site/ID`.
    public static let fields: [Field<Site>] = [
        .identifier(\.id, "number of the site"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
        .time("createdTime", \.createdTime, "when it was made"),
        .text("createdBy", \.createdBy, "who made it"),
    ]
}
