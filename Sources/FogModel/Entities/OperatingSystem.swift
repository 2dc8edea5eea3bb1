/// An operating system, by which FOG treats a disk when it images.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct OperatingSystem: NamedEntity {
    /// FOG's class name.
    public static let className: String = "os"

    public var id: OperatingSystemID
    public var name: String = ""
    public var description: String?

    /// Makes an operating system whose fields are all unset.
    public init(id: OperatingSystemID) {
        self.id = id
    }
}

extension OperatingSystem {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/os/ID`.
    public static let fields: [Field<OperatingSystem>] = [
        .identifier(\.id, "number of the operating system"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
    ]
}
