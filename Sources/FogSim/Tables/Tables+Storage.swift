extension Tables {
    static let storage: [Schema] = [
        Schema(
            "storagegroup",
            [.text("name", 250), .text("description")],
            required: ["name"],
            computed: [
                .computed("totalsupportedclients") { row, out in
                    out.writer.number(StorageGroups.slots(of: row.id, out.store))
                },
                .computed("enablednodes") { row, out in
                    out.identifiers(StorageGroups.nodes(of: row.id, out.store).filter { $0["isEnabled"].isTrue })
                },
                .computed("allnodes") { row, out in out.identifiers(StorageGroups.nodes(of: row.id, out.store)) },
            ]
        ),
        Schema(
            "storagenode",
            [
                .text("name", 250), .text("description"), .text("isMaster", 1), .integer("storagegroupID"),
                .text("isEnabled", 1), .text("isGraphEnabled", 1), .text("path"), .text("ftppath"), .text("bitrate"),
                .text("helloInterval"), .text("snapinpath"), .text("sslpath"), .text("ip"), .integer("maxClients"),
                .text("user"), .text("pass"), .text("key"), .text("interface"), .integer("bandwidth"),
                .text("webroot"),
            ],
            required: ["ip", "path", "ftppath", "user", "pass"],
            computed: [
                .computed("storagegroup") { row, out in out.whole("storagegroup", row.integer("storagegroupID")) },
                .computed("clientload") { row, out in
                    out.writer.raw(StorageGroups.load(of: row, out.store))
                },
                .computed("online") { row, out in out.writer.bool(!out.unreachable.contains(row.text("ip"))) },
            ],
            emptyWhenNested: ["storagegroup"]
        ),
        Schema(
            "nodefailure",
            [
                .integer("storagenodeID"), .integer("taskID"), .integer("hostID"), .integer("groupID"),
                .date("failureTime"),
            ],
            required: ["storagenodeID", "taskID", "hostID", "groupID"]
        ),
    ]
}

extension Renderer {
    /// Writes the numbers of rows as an array.
    mutating func identifiers(_ rows: [Row]) {
        writer.beginArray()
        for row in rows {
            writer.element()
            identifier(row.id)
        }
        writer.endArray()
    }
}
