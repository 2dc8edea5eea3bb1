/// An entry of the menu that hosts show when they boot from the network.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct PXEMenuEntry: NamedEntity {
    /// FOG's class name.
    public static let className: String = "pxemenuoptions"

    public var id: PXEMenuEntryID
    public var name: String = ""
    public var description: String?
    public var params: String?
    public var args: String?
    public var isDefault: Bool = false
    public var regMenu: Int = 0
    public var hotkey: Bool = false
    public var keysequence: String?

    /// Makes a menu entry whose fields are all unset.
    public init(id: PXEMenuEntryID) {
        self.id = id
    }
}

extension PXEMenuEntry {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/pxemenuoptions/ID`.
    public static let fields: [Field<PXEMenuEntry>] = [
        .identifier(\.id, "number of the menu entry"),
        .name("name", \.name, "name"),
        .text("description", \.description, "text of the entry"),
        .text("params", \.params, "commands of iPXE"),
        .text("args", \.args, "kernel arguments"),
        .flag("default", \.isDefault, "whether it is chosen by itself"),
        .integer(
            "regMenu",
            \.regMenu,
            "to whom it is shown: 0 known hosts, 1 unknown hosts, 2 all, 3 and more by setting"
        ),
        .flag("hotkey", \.hotkey, "whether a key chooses it"),
        .text("keysequence", \.keysequence, "that key"),
    ]
}
