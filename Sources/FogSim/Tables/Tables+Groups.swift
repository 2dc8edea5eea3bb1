extension Tables {
    static let groups: [Schema] = [
        Schema(
            "group",
            [
                .text("name", 50), .text("description"), .creator, .created(), .integer("building"), .text("kernel"),
                .text("kernelArgs"), .text("kernelDevice"),
            ],
            required: ["name"],
            computed: [
                .computed("hostcount") { row, out in out.writer.number(Membership.hosts(of: row.id, out.store).count) }
            ]
        ),
        Schema(
            "groupassociation",
            [.integer("hostID"), .integer("groupID")],
            required: ["hostID", "groupID"],
            unique: ["hostID", "groupID"],
            indexed: ["hostID", "groupID"]
        ),
    ]
}

/// Members of groups.
enum Membership {
    /// Numbers of a group's hosts in the order in which they joined.
    static func hosts(of group: Int, _ store: Store) -> [Int] {
        store["groupassociation"].rows(where: "groupID", group).map { $0.integer("hostID") }
            .filter { store["host"][$0] != nil }
    }
}
