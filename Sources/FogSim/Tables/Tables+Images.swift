extension Tables {
    static let images: [Schema] = [
        Schema(
            "image",
            [
                .reference("imageTypeID", to: "imagetype"),
                .reference("imagePartitionTypeID", to: "imagepartitiontype"), .text("name", 40),
                .text("description"), .text("path"), .created(), .creator, .integer("building"), .text("size"),
                .integer("osID"), .date("deployed"), .text("format", 1), .text("magnet"), .integer("protected"),
                .integer("compress"), .text("isEnabled", 1), .text("toReplicate", 1), .integer("srvsize"),
            ],
            required: ["name", "path", "imageTypeID", "osID"],
            computed: [
                .computed("os") { row, out in out.nested("os", row.integer("osID")) },
                .computed("imagepartitiontype") { row, out in
                    out.nested("imagepartitiontype", row.integer("imagePartitionTypeID"))
                },
                .computed("imagetype") { row, out in out.nested("imagetype", row.integer("imageTypeID")) },
                .computed("imagetypename") { row, out in out.name("imagetype", row.integer("imageTypeID")) },
                .computed("imageparttypename") { row, out in
                    out.name("imagepartitiontype", row.integer("imagePartitionTypeID"))
                },
                .computed("osname") { row, out in out.name("os", row.integer("osID")) },
                .computed("storagegroupname") { row, out in
                    out.name("storagegroup", StorageGroups.ofImage(row.id, out.store))
                },
            ],
            first: ["imageTypeID", "imagePartitionTypeID"],
            emptyWhenNested: ["os", "imagepartitiontype", "imagetype"]
        ),
        Schema(
            "imageassociation",
            [.integer("imageID"), .integer("storagegroupID"), .text("primary", 1)],
            required: ["imageID", "storagegroupID"],
            unique: ["imageID", "storagegroupID"],
            computed: [.computed("image") { $1.empty() }, .computed("storagegroup") { $1.empty() }]
        ),
        Schema(
            "imaginglog",
            [.integer("hostID"), .date("start"), .date("finish"), .text("image"), .text("type"), .creator],
            required: ["hostID"],
            computed: [.computed("host") { row, out in out.host(row.integer("hostID")) }],
            indexed: ["hostID"]
        ),
    ]
}

extension Renderer {
    /// Writes the name of a row, null where there is no such row.
    mutating func name(_ table: String, _ id: Int) {
        if let row = store[table][id] { text(row.name) } else { writer.null() }
    }
}
