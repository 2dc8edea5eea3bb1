/// Every class of FOG 1.6.
///
/// Columns are those of FOG 1.5 where it has the class; classes that only 1.6 has carry a number, a name where they
/// have one, and what their name says.
///
/// Origin: api-1.6.md section 3.1.
enum Tables16 {
    /// Names in the server's order; 64 of them.
    static let names = byName.keys.sorted()

    /// Classes by name.
    static let byName: [String: Schema] = Dictionary(
        uniqueKeysWithValues: (hosts + images + tasking + storage + people + facts + others).map { ($0.name, $0) }
    )

    /// Classes that are read and not written.
    static let readOnly: Set<String> = ["history", "tasklog", "usertracking"]

    /// Classes that can be tasked or cancelled.
    static let taskable: Set<String> = World.taskable.union(["filedeletequeue"])

    /// Classes that have active rows.
    static let activatable: Set<String> = World.activatable.union(["filedeletequeue", "powermanagement"])

    /// Fields that the server alone sets, by class.
    ///
    /// Origin: api-1.6.md section 7, "Edit".
    static let serverOwned: [String: Set<String>] = [
        "task": [
            "pct", "percent", "bpm", "timeElapsed", "timeRemaining", "dataCopied", "dataTotal", "checkInTime",
        ],
        "host": ["pub_key", "sec_tok", "sec_time", "secureboot", "pingstatus"],
        "plugin": ["state", "installed", "version"],
    ]

    /// Makes a class from that of FOG 1.5: native numbers for flags, null for links that lead nowhere.
    static func modern(
        _ name: String,
        as newName: String? = nil,
        adding columns: [Column] = [],
        secrets: Set<String> = [],
        lacks: Set<String> = [],
        single: [Member] = [],
        row: [Member] = []
    ) -> Schema {
        guard let old = Tables.byName[name] else { preconditionFailure("no class \(name) (bug)") }
        let replaced = Set(single.map(\.key))
        return Schema(
            fog16: newName ?? name,
            old.columns.dropFirst().map(modern) + columns,
            required: old.required,
            unique: old.unique,
            indexed: old.indexed,
            secrets: secrets,
            lacks: lacks,
            single: old.computed.filter { !replaced.contains($0.key) && !$0.isHidden } + single,
            row: row
        )
    }

    /// Columns of one letter that are words and no flags.
    private static let letters: Set<String> = ["format", "type", "packtype"]

    private static func modern(_ column: Column) -> Column {
        switch column.kind {
        case .text(limit: 1) where !letters.contains(column.name): .integer(column.name)
        case .zeroFilled: .integer(column.name)
        case .integer where column.name.hasSuffix("ID"): .link(column.name)
        default: column
        }
    }

    /// Makes a class that binds two others.
    static func association(_ name: String, _ first: String, _ second: String) -> Schema {
        Schema(
            fog16: name,
            [.link(first), .link(second)],
            required: [first, second],
            unique: [first, second],
            indexed: [first, second]
        )
    }
}
