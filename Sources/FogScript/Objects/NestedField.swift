import FogModel
import ScriptAPI

/// A row that another names by number, as an object: `host.image` beside `host.imageID`.
///
/// It is asked for when it is first read, so that a list of hosts costs no request for their images.
struct NestedField: Sendable {
    /// Name in scripts: that of the field that holds the number, without its `ID`.
    let name: String
    /// Place of that field among those of the row.
    let place: Int
    /// Class of the row.
    let target: any ScriptEntity.Type
    private let help: String

    /// Takes a field; nil where it names no other row that scripts handle.
    init?<Owner>(of field: Field<Owner>, at place: Int) {
        guard field.name.hasSuffix("ID"), let target = field.target as? any ScriptEntity.Type else { return nil }
        name = String(field.name.dropLast(2))
        self.place = place
        self.target = target
        help = String(field.help.dropFirst("number of ".count))
    }

    /// What help says of it.
    var spec: ParameterSpec {
        ParameterSpec(name, LuaTypeSpec(target.scriptName, isOptional: true), help + " (asked for when first read)")
    }
}

extension ScriptEntity {
    /// Rows that a row of the class names by number.
    static var nestedFields: [NestedField] {
        scriptFields.enumerated().compactMap { NestedField(of: $1, at: $0) }
    }
}
