/// A part of the FOG client that can be switched on for a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Module: NamedEntity {
    /// FOG's class name.
    public static let className: String = "module"

    public var id: ModuleID
    public var name: String = ""
    public var shortName: String?
    public var description: String?
    public var isDefault: Bool = false

    /// Makes a module whose fields are all unset.
    public init(id: ModuleID) {
        self.id = id
    }
}

extension Module {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/module/ID`.
    public static let fields: [Field<Module>] = [
        .identifier(\.id, "number of the module"),
        .name("name", \.name, "name"),
        .text("shortName", \.shortName, "FOG's short word, as in hostnamechanger"),
        .text("description", \.description, "free text"),
        .flag("isDefault", \.isDefault, "whether new hosts get it"),
    ]
}
