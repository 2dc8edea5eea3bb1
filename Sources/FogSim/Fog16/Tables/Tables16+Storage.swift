extension Tables16 {
    static let storage: [Schema] = [
        modern(
            "storagegroup",
            row: [
                .computed("enablednodes") { row, out in
                    out.identifiers(StorageGroups.nodes(of: row.id, out.store).filter { $0["isEnabled"].isTrue })
                },
                .computed("masternode") { row, out in
                    out.number(orUnset: StorageGroups.master(of: row.id, out.store)?.id ?? 0)
                },
            ]
        ),
        modern(
            "storagenode",
            secrets: ["pass", "key"],
            single: [.hidden("pass"), .hidden("key")],
            row: [
                .computed("clientload") { row, out in out.writer.raw(StorageGroups.load(of: row, out.store)) },
                .computed("location_url") { row, out in
                    out.writer.string("http://" + row.text("ip") + row.text("webroot"))
                },
            ]
        ),
        modern("nodefailure"),
        modern(
            "service",
            as: "setting",
            single: [settingValue],
            row: [settingValue]
        ),
        modern("plugin", adding: [.integer("state"), .integer("installed"), .text("version")]),
    ]

    /// Value of a setting; one that looks like a secret has none.
    private static let settingValue = Member.optional("value") { row, out in
        if !isSecret(setting: row.name) { out.member("value") { $0.text(row.text("value")) } }
    }

    /// Whether the name of a setting looks like that of a secret.
    static func isSecret(setting name: String) -> Bool {
        let folded = name.uppercased()
        return ["PASS", "SECRET", "TOKEN"].contains { folded.contains($0) }
    }
}
