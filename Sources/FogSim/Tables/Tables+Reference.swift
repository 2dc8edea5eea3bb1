extension Tables {
    /// Tables that come filled with the installation.
    static let reference: [Schema] = [
        Schema(
            "tasktype",
            [
                .text("name", 30), .text("description"), .text("icon"), .text("kernel"), .text("kernelArgs"),
                .text("type"), .text("isAdvanced", 1), .text("access"), .text("initrd"),
            ],
            required: ["name"],
            computed: [
                .computed("isSnapinTasking") { row, out in out.writer.bool(TaskKind(row.id).isSnapinTasking) }
            ]
        ),
        Schema(
            "taskstate",
            [.text("name"), .text("description"), .integer("order"), .text("icon")],
            required: ["name"]
        ),
        Schema("imagetype", [.text("name"), .text("type")], required: ["name", "type"]),
        Schema("imagepartitiontype", [.text("name"), .text("type")], required: ["name", "type"]),
        Schema("os", [.text("name"), .text("description")], required: ["name"]),
        Schema(
            "module",
            [.text("name"), .text("description"), .text("shortName"), .integer("isDefault")],
            required: ["name", "shortName"]
        ),
        Schema(
            "moduleassociation",
            [.integer("hostID"), .integer("moduleID"), .text("state")],
            required: ["hostID", "moduleID"],
            unique: ["hostID", "moduleID"]
        ),
        Schema("keysequence", [.text("name"), .text("ascii")], required: ["name", "ascii"]),
        Schema("usercleanup", [.text("name")], required: ["name"]),
        Schema("hookevent", [.text("name")], required: ["name"]),
        Schema("notifyevent", [.text("name")], required: ["name"]),
    ]
}
