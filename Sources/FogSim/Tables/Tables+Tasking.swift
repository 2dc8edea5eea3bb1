extension Tables {
    static let tasking: [Schema] = [
        Schema(
            "task",
            [
                .text("name", 250), .date("checkInTime"), .integer("hostID"), .integer("stateID"), .created(),
                .text("createdBy"), .text("isForced", 1), .date("scheduledStartTime"), .integer("typeID"),
                Column(name: "pct", kind: .zeroFilled(digits: 10), initial: .value(.text("0000000000"))),
                .text("bpm"), .text("timeElapsed"), .text("timeRemaining"), .text("dataCopied"), .text("percent"),
                .text("dataTotal"), .integer("storagegroupID"), .integer("storagenodeID"), .text("NFSFailures"),
                .integer("NFSLastMemberID"), .text("shutdown", 1), .text("passreset"), .integer("isDebug"),
                .integer("imageID"), .text("wol", 1),
            ],
            required: ["name", "typeID", "hostID"],
            computed: [
                .computed("image") { row, out in out.nested("image", row.integer("imageID")) },
                .computed("host") { row, out in out.host(row.integer("hostID"), image: row.integer("imageID")) },
                .computed("type") { row, out in out.nested("tasktype", row.integer("typeID")) },
                .computed("state") { row, out in out.nested("taskstate", row.integer("stateID")) },
                .computed("storagenode") { row, out in out.nested("storagenode", row.integer("storagenodeID")) },
                .computed("storagegroup") { row, out in
                    out.nested("storagegroup", StorageGroups.ofNode(row.integer("storagenodeID"), out.store))
                },
            ],
            indexed: ["stateID", "hostID"]
        ),
        Schema(
            "tasklog",
            [.text("taskID"), .text("ip"), .creator, .integer("stateID"), .created()],
            required: ["taskID", "stateID"]
        ),
        Schema(
            "multicastsession",
            [
                .text("name", 250), .integer("port"), .text("logpath"), .text("image"), .integer("clients"),
                .integer("sessclients"), .text("interface"), .date("starttime"), .integer("percent"),
                .integer("stateID"), .date("completetime"), .integer("isDD"), .integer("storagegroupID"),
                .text("anon3"), .text("anon4"), .text("anon5"),
            ],
            required: ["name", "port", "logpath", "image", "interface"],
            computed: [
                .computed("image") { row, out in out.nested("image", row.integer("image")) },
                .computed("state") { row, out in out.nested("taskstate", row.integer("stateID")) },
                .computed("imageID") { row, out in out.writer.string(row.text("image")) },
            ]
        ),
        Schema(
            "multicastsessionassociation",
            [.integer("msID"), .integer("taskID")],
            required: ["msID", "taskID"],
            first: ["msID"],
            indexed: ["msID", "taskID"]
        ),
        Schema(
            "scheduledtask",
            [
                .text("name"), .text("description"), .text("type", 1), .integer("taskTypeID"), .text("minute"),
                .text("hour"), .text("dayOfMonth"), .text("month"), .text("dayOfWeek"), .text("isGroupTask", 1),
                .integer("hostID"), .text("shutdown"), .text("other1"), .text("other2"), .text("other3"),
                .text("other4"), .text("other5"), .integer("scheduleTime"), .text("isActive", 1), .integer("imageID"),
            ],
            required: ["type", "taskTypeID", "hostID"],
            computed: [
                .optional("host") { row, out in
                    if !row["isGroupTask"].isTrue { out.member("host") { $0.host(row.integer("hostID")) } }
                },
                .optional("group") { row, out in
                    if row["isGroupTask"].isTrue { out.member("group") { $0.whole("group", row.integer("hostID")) } }
                },
                .computed("tasktype") { row, out in out.nested("tasktype", row.integer("taskTypeID")) },
                .computed("runtime") { row, out in
                    out.writer.string(Schedule.nextRun(of: row, after: out.now, zone: out.zone))
                },
            ]
        ),
    ]
}
