extension Renderer {
    /// Writes a row of a list of FOG 1.5; those that are asked for by the thousand come from the cache.
    mutating func item(_ row: Row) {
        switch row.schema.name {
        case "host": host(row.id)
        case "macaddressassociation", "groupassociation":
            cached(.item(row.schema.name, row.id, isEscaping: isEscaping)) { $0.object(row, inList: true) }
        default: object(row, inList: true)
        }
    }

    /// Writes a whole host inside another object, all null where there is no such host.
    mutating func host(_ id: Int, image: Int? = nil) {
        if dialect.isFog16 { return nested("host", id) }
        cached(.host(id, image: image, isEscaping: isEscaping)) { renderer in
            renderer.taskImage = image
            if let row = renderer.store["host"][id] {
                renderer.object(row, inList: true)
            } else {
                renderer.absentHost()
            }
            renderer.taskImage = nil
        }
    }

    private mutating func absentHost() {
        let blank = store["host"].blank(now: "", user: "")
        writer.beginObject()
        for member in blank.schema.listMembers {
            writer.key(member.key)
            if case .computed(let write) = member.source { write(blank, &self) } else { writer.null() }
        }
        writer.endObject()
    }
}

/// What a host shows beside its columns.
enum HostMembers {
    static let all: [Member] = [
        .computed("ADPass") { row, out in out.revealed(row.text("ADPass")) },
        .computed("productKey") { row, out in out.revealed(row.text("productKey")) },
        // Origin: recordings 084, 101: an icon of the web page, for a host that has never been pinged.
        // A whole object that was put back leaves the icon itself in the column; the next change spoils it.
        .computed("pingstatus") { row, out in
            if row.text("pingstatus").hasPrefix("&") { out.writer.null() } else { out.writer.string(pingIcon) }
        },
        .computed("primac") { row, out in out.writer.string(primary(of: row.id, out.store) ?? "") },
        .computed("imagename") { row, out in
            if let image = out.store["image"][out.taskImage ?? row.integer("imageID")] {
                out.text(image.name)
            } else {
                out.writer.null()
            }
        },
        .computed("hostscreen") { row, out in out.satellite("hostscreensetting", of: row.id) },
        .computed("hostalo") { row, out in out.satellite("hostautologout", of: row.id) },
        .computed("inventory") { row, out in out.inventory(of: row.id) },
        .computed("image") { row, out in out.nested("image", out.taskImage ?? row.integer("imageID")) },
        .computed("pingstatuscode") { _, out in out.writer.number(0) },
        .computed("pingstatustext") { _, out in out.writer.string("Success") },
        .computed("macs") { row, out in
            out.writer.beginArray()
            for mac in macs(of: row.id, out.store) {
                out.writer.element()
                out.writer.string(mac)
            }
            out.writer.endArray()
        },
    ]

    /// MAC addresses of a host in the order in which they were stored.
    static func macs(of host: Int, _ store: Store) -> [String] {
        store["macaddressassociation"].rows(where: "hostID", host)
            .filter { $0.id > 0 && !$0["pending"].isTrue }
            .map { $0.text("mac") }
    }

    /// Primary MAC address of a host, `nil` where it has none.
    static func primary(of host: Int, _ store: Store) -> String? {
        store["macaddressassociation"].rows(where: "hostID", host).first { $0["primary"].isTrue }?.text("mac")
    }

    private static let pingIcon =
        #"<i class="icon-ping-windows fa fa-windows green" data-toggle="tooltip" data-placement="right" title="Windows"></i>"#
}

extension Renderer {
    /// Writes a secret as the server believes it to be.
    fileprivate mutating func revealed(_ text: String) {
        writer.string(Obscured.reveal(isEscaping ? Markup.escape(text) : text))
    }

    /// Writes the one row of `table` that belongs to a host.
    fileprivate mutating func satellite(_ table: String, of host: Int) {
        nested(table, store[table].rows(where: "hostID", host).first?.id ?? 0)
    }

    fileprivate mutating func inventory(of host: Int) {
        let table = store["inventory"]
        if dialect.isFog16 { return nested("inventory", table.rows(where: "hostID", host).first?.id ?? 0) }
        if let row = table.rows(where: "hostID", host).first { return object(row, inList: true) }
        writer.beginObject()
        for member in table.schema.nestedColumns {
            writer.key(quoted: member.quotedKey)
            writer.null()
        }
        writer.key("memory")
        writer.string(Memory.text(""))
        writer.endObject()
    }
}
