extension Tables16 {
    static let hosts: [Schema] = [
        modern(
            "host",
            adding: [.text("arch"), .text("secureboot")],
            secrets: ["ADPass", "ADPassLegacy", "productKey", "pub_key", "sec_tok"],
            lacks: ["useAD", "ADDomain", "ADOU", "ADUser", "sec_time"],
            single: [.computed("archname") { row, out in out.text(row.text("arch")) }],
            row: hostRow
        ),
        modern(
            "group",
            row: [
                .computed("members") { row, out in
                    out.writer.number(Membership.hosts(of: row.id, out.store).count)
                },
                .computed("grants") { _, out in out.writer.number(0) },
            ]
        ),
        modern("groupassociation", row: [hostLink("hostLink"), link("groupLink", "group", "groupID")]),
        modern("macaddressassociation", row: [hostLink("hostLink")]),
        modern(
            "inventory",
            row: [
                .computed("hostname") { row, out in out.name("host", row.integer("hostID")) },
                .computed("mem") { row, out in out.writer.string(Memory.text(row.text("mem"))) },
                hostLink("hostLink"),
            ]
        ),
        modern("hostautologout"), modern("hostscreensetting"),
        modern("powermanagement", row: [hostLink("hostLink")]),
        modern(
            "usertracking",
            row: [
                .computed("action") { row, out in out.text(actions[row.text("action")] ?? row.text("action")) },
                hostLink("hostLink"),
            ]
        ),
    ]

    /// What a row of a host shows beside its columns.
    private static let hostRow: [Member] = [
        .computed("imagename") { row, out in out.name("image", row.integer("imageID")) },
        .computed("primac") { row, out in out.writer.string(HostMembers.primary(of: row.id, out.store) ?? "") },
        .computed("primac_vendor") { _, out in out.writer.string("") },
        .computed("groups") { row, out in
            out.text(groups(of: row.id, out.store).map(\.name).joined(separator: ", "))
        },
        .computed("groups_list") { row, out in out.references(groups(of: row.id, out.store)) },
        .computed("pingstatus") { _, out in out.writer.string(pingBadge) },
        .computed("pingstatuscode") { _, out in out.writer.number(0) },
        .computed("pingstatustext") { _, out in out.writer.string("Success") },
        .computed("hostLink") { row, out in out.link("host", row.id, row.name) },
        link("imageLink", "image", "imageID"),
    ]

    /// Groups of a host in the order in which it joined them.
    static func groups(of host: Int, _ store: Store) -> [Row] {
        store["groupassociation"].rows(where: "hostID", host).compactMap { store["group"][$0.integer("groupID")] }
    }

    /// Makes the link to another row that the web page shows.
    static func link(_ key: String, _ table: String, _ column: String) -> Member {
        .computed(key) { row, out in
            let id = row.integer(column)
            out.link(table, id, out.store[table][id]?.name ?? "")
        }
    }

    static func hostLink(_ key: String) -> Member { link(key, "host", "hostID") }

    /// Origin: `lib/service/usertracker`: 1 in, 0 out, 99 start.
    private static let actions = ["1": "Login", "0": "Logout", "99": "Service Start"]

    private static let pingBadge = #"<span class="badge badge-success" title="Success">Up</span>"#
}

extension Renderer {
    /// Writes the HTML by which the web page leads to a row.
    mutating func link(_ node: String, _ id: Int, _ name: String) {
        let place = "../management/index.php?node=\(node)&sub=edit&id=\(id)"
        writer.string("<a href=\"\(place)\">\(Markup.escape(name))</a>")
    }

    /// Writes numbers and names of rows as an array of objects.
    mutating func references(_ rows: [Row]) {
        writer.beginArray()
        for row in rows {
            writer.element()
            writer.beginObject()
            writer.key("id")
            writer.number(row.id)
            writer.key("name")
            text(row.name)
            writer.endObject()
        }
        writer.endArray()
    }
}
