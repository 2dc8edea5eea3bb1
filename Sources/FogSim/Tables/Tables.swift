/// Every class of the simulated server.
enum Tables {
    static let all: [Schema] =
        hosts + images + groups + tasking + snapins + storage + reference + settings + printers

    /// Classes by name.
    static let byName: [String: Schema] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Table of no class.
    static let empty = Schema("", [])
}
