/// A key that can choose an entry of the boot menu.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct KeySequence: NamedEntity {
    /// FOG's class name.
    public static let className: String = "keysequence"

    public var id: KeySequenceID
    public var name: String = ""
    public var ascii: String?

    /// Makes a key whose fields are all unset.
    public init(id: KeySequenceID) {
        self.id = id
    }
}

extension KeySequence {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/keysequence/ID`.
    public static let fields: [Field<KeySequence>] = [
        .identifier(\.id, "number of the key"),
        .name("name", \.name, "name"),
        .text("ascii", \.ascii, "its code, as in 0x01"),
    ]
}
