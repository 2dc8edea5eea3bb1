/// A program that the FOG client runs on a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Snapin: Entity {
    /// FOG's class name.
    public static let className: String = "snapin"

    public var id: SnapinID
    public var name: String = ""
    public var description: String?
    public var file: String?
    public var args: String?
    public var isEnabled: Bool = false

    /// Makes a snapin whose fields are all unset.
    public init(id: SnapinID) {
        self.id = id
    }
}

extension Snapin {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/snapin/ID`.
    public static let fields: [Field<Snapin>] = [
        .identifier(\.id, "number of the snapin"),
        .name("name", \.name, "name, 1 to 200 characters"),
        .text("description", \.description, "free text"),
        .text("file", \.file, "file on the storage node"),
        .text("args", \.args, "arguments of the program"),
        .flag("isEnabled", \.isEnabled, "whether it may be run"),
    ]
}
