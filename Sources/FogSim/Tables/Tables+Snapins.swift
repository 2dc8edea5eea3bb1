extension Tables {
    static let snapins: [Schema] = [
        Schema(
            "snapin",
            [
                .text("name", 200), .text("description"), .text("file"), .text("args"), .created(), .creator,
                .text("reboot", 1), .text("shutdown", 1), .text("runWith"), .text("runWithArgs"),
                .integer("protected"), .text("isEnabled", 1), .text("toReplicate", 1), .text("hide", 1),
                .integer("timeout"), .text("packtype", 1), .text("hash"), .integer("size"), .text("anon3"),
            ],
            required: ["name", "file"],
            computed: [
                .computed("storagegroupname") { row, out in
                    out.name("storagegroup", StorageGroups.ofSnapin(row.id, out.store))
                }
            ]
        ),
        Schema(
            "snapinassociation",
            [.integer("hostID"), .integer("snapinID")],
            required: ["hostID", "snapinID"],
            unique: ["hostID", "snapinID"],
            indexed: ["hostID"]
        ),
        Schema(
            "snapingroupassociation",
            [.integer("snapinID"), .integer("storagegroupID"), .text("primary", 1)],
            required: ["snapinID", "storagegroupID"],
            unique: ["snapinID", "storagegroupID"],
            computed: [.computed("snapin") { $1.empty() }, .computed("storagegroup") { $1.empty() }]
        ),
        Schema(
            "snapinjob",
            [.integer("hostID"), .integer("stateID"), .created()],
            required: ["hostID", "stateID"],
            computed: [
                .computed("host") { row, out in out.host(row.integer("hostID")) },
                .computed("state") { row, out in
                    out.nested("taskstate", out.snapinTaskState ?? row.integer("stateID"))
                },
            ],
            indexed: ["hostID"]
        ),
        Schema(
            "snapintask",
            [
                .integer("jobID"), .integer("stateID"), .created("checkin"), .date("complete"), .integer("snapinID"),
                .integer("return"), .text("details"),
            ],
            required: ["jobID", "stateID", "snapinID"],
            computed: [
                .computed("snapin") { row, out in out.nested("snapin", row.integer("snapinID")) },
                .computed("state") { row, out in out.nested("taskstate", row.integer("stateID")) },
                .computed("snapinjob") { row, out in
                    // Both are joined with the states at once, so that the job shows the state of the snapin.
                    out.snapinTaskState = row.integer("stateID")
                    out.whole("snapinjob", row.integer("jobID"))
                    out.snapinTaskState = nil
                },
            ],
            indexed: ["jobID"]
        ),
    ]
}

extension Renderer {
    /// Writes the whole object of a row inside another object, all null where there is no such row.
    mutating func whole(_ table: String, _ id: Int) {
        if !dialect.isFog16, let row = store[table][id] { object(row, inList: true) } else { nested(table, id) }
    }
}
