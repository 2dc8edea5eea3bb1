extension Tables16 {
    static let tasking: [Schema] = [
        modern("task", row: [hostLink("hostLink"), link("imageLink", "image", "imageID")]),
        modern(
            "tasktype",
            single: [
                flag("isImagingTask") { $0.isImaging }, flag("isCapture") { $0.isCapture },
                flag("isDeploy") { $0.isDeploy }, flag("isMulticast") { $0.isMulticast },
                flag("isSnapinTasking") { $0.isSnapinTasking }, flag("isSnapinTask") { [12, 13].contains($0.id) },
                flag("isInitNeeded") { ![4, 12, 13, 14].contains($0.id) },
                flag("isDebug") { [3, 15, 16].contains($0.id) },
                .computed("initIDs") { _, out in
                    out.writer.beginArray()
                    out.writer.endArray()
                },
            ]
        ),
        modern("taskstate"),
        modern(
            "tasklog",
            adding: ["host", "type", "state", "image"].flatMap { name -> [Column] in
                name == "state" ? [.text("stateName")] : [.link(name + "ID"), .text(name + "Name")]
            },
            row: [hostLink("hostLink")]
        ),
        modern(
            "multicastsession",
            single: [.computed("imageID") { row, out in out.number(orUnset: row.integer("image")) }],
            row: [
                .computed("imageID") { row, out in out.number(orUnset: row.integer("image")) },
                .computed("imageLink") { row, out in
                    let id = row.integer("image")
                    out.link("image", id, out.store["image"][id]?.name ?? "")
                },
            ]
        ),
        modern("multicastsessionassociation"),
        modern(
            "scheduledtask",
            row: [
                .computed("type") { row, out in out.text(row.text("type") == "C" ? "Cron" : "Single") },
                .computed("isActive") { row, out in out.text(row["isActive"].isTrue ? "Yes" : "No") },
                .computed("starttime") { row, out in
                    out.writer.string(Schedule.nextRun(of: row, after: out.now, zone: out.zone))
                },
                .computed("taskTypeName") { row, out in out.name("tasktype", row.integer("taskTypeID")) },
            ]
        ),
        modern("snapinjob", row: [hostLink("hostLink")]),
        modern("snapintask", row: [link("snapinLink", "snapin", "snapinID")]),
        Schema(
            fog16: "filedeletequeue",
            [.text("path"), .link("storagegroupID"), .link("stateID"), .text("pathtype"), .created(), .creator],
            required: ["path", "storagegroupID"],
            indexed: ["stateID"]
        ),
    ]

    private static func flag(_ key: String, _ holds: @escaping @Sendable (TaskKind) -> Bool) -> Member {
        .computed(key) { row, out in out.writer.bool(holds(TaskKind(row.id))) }
    }
}

extension Renderer {
    /// Writes the number of another row, or that there is none.
    mutating func number(orUnset id: Int) {
        if id == 0 { unset() } else { writer.number(id) }
    }
}
