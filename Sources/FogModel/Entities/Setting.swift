/// A setting of the server, as in FOG_TZ_INFO.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Setting: NamedEntity {
    /// FOG's class name.
    public static let className: String = "setting"

    public var id: SettingID
    public var name: String = ""
    public var description: String?
    public var value: String?
    public var category: String?
    public var isSecret: Bool = false

    /// Makes a setting whose fields are all unset.
    public init(id: SettingID) {
        self.id = id
    }
}

extension Setting {
    /// Fields that scripts see.
    ///
    /// A value that is secret by its name is left out: reading one takes a call of its own.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/service/ID`; 1.6 calls the class `setting`.
    public static let fields: [Field<Setting>] = [
        .identifier(\.id, "number of the setting"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
        .text("value", \.value, "value; nil where it is empty or secret"),
        .text("category", \.category, "heading under which FOG shows it"),
        .flag("isSecret", \.isSecret, "whether the value is kept back"),
    ]
}
