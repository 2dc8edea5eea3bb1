/// Every class of FOG 1.5.
enum Tables {
    static let all: [Schema] =
        hosts + images + groups + tasking + snapins + storage + reference + settings + printers

    /// Classes by name.
    static let byName: [String: Schema] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Classes that a server of the given version has, by name.
    static func classes(of dialect: FogSim.Dialect) -> [String: Schema] {
        dialect.isFog16 ? Tables16.byName : byName
    }

    /// Table of no class.
    static let empty = Schema("", [])
}
