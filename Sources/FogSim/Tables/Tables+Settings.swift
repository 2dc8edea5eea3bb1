extension Tables {
    /// Tables of the server's own settings and records.
    static let settings: [Schema] = [
        Schema(
            "service",
            [.text("name"), .text("description"), .text("value"), .text("category")],
            required: ["name"]
        ),
        Schema(
            "plugin",
            [
                .text("name"), .text("description"), .text("location"), .text("icon"), .text("runinclude"),
                .text("hash"),
            ],
            required: ["name"],
            computed: PluginMembers.all
        ),
        Schema(
            "pxemenuoptions",
            [
                .text("name"), .text("description"), .text("params"), .integer("default"), .integer("regMenu"),
                .text("args"), .text("hotkey"), .text("keysequence"),
            ],
            required: ["name"]
        ),
        Schema("clientupdater", [.text("name"), .text("md5"), .text("type"), .text("file")], required: ["name"]),
        Schema("dircleaner", [.text("path")], required: ["path"]),
        Schema("greenfog", [.text("hostID"), .text("hour"), .text("min"), .text("action"), .text("days")]),
        Schema("history", [.text("info"), .creator, .created(), .text("ip")], required: ["info"]),
        Schema("ipxe", [.text("product"), .text("manufacturer"), .text("mac"), .text("success"), .text("failure")]),
        Schema("oui", [.text("prefix"), .text("name")], required: ["prefix", "name"]),
        Schema("virus", [.text("name"), .text("hostMAC"), .text("file"), .date("date"), .text("mode")]),
    ]
}

/// What a plugin shows: no number, and what makes its page.
private enum PluginMembers {
    static let all: [Member] = [
        .hidden("id"),
        .computed("icon") { row, out in out.writer.string(row.text("icon")) },
        .computed("runinclude") { row, out in
            out.writer.beginArray()
            out.writer.element()
            out.text(row.name)
            out.writer.element()
            out.text(row.text("location") + "html/run.php")
            out.writer.endArray()
        },
    ]
}
