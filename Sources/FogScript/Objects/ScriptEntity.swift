import FogModel

/// An entity that scripts handle as an object.
protocol ScriptEntity: Entity {
    /// One line for `tostring`.
    var line: String { get }
    /// Fields that scripts see beside FOG's own, each reckoned from those.
    static var reckoned: [Field<Self>] { get }
}

extension ScriptEntity {
    /// Class and number, as in `SnapinJob 12`.
    var line: String { "\(Self.scriptName) \(id)" }
    /// Has none.
    static var reckoned: [Field<Self>] { [] }
    /// Name in messages, as in `Host`.
    static var scriptName: String { EntityClass(Self.self).title }

    /// Fields in the order in which `pairs` gives them.
    static var scriptFields: [Field<Self>] {
        let reckoned = reckoned
        return reckoned.isEmpty ? fields : fields + reckoned
    }
}

extension ScriptEntity where Self: NamedEntity {
    /// Class, number and name, as in `Snapin 3 "7-Zip"`.
    var line: String { "\(Self.scriptName) \(id) \"\(name)\"" }
}
