extension Tables {
    static let printers: [Schema] = [
        Schema(
            "printer",
            [
                .text("pAnon2"), .text("pAnon3"), .text("pAnon4"), .text("pAnon5"), .text("name"),
                .text("description"), .text("port"), .text("file"), .text("model"), .text("config"),
                .text("configFile"), .text("ip"),
            ],
            required: ["name"],
            first: ["pAnon2", "pAnon3", "pAnon4", "pAnon5"]
        ),
        Schema(
            "printerassociation",
            [
                .integer("hostID"), .integer("printerID"), .text("isDefault", 1), .text("anon1"), .text("anon2"),
                .text("anon3"), .text("anon4"), .text("anon5"),
            ],
            required: ["hostID", "printerID"],
            unique: ["hostID", "printerID"]
        ),
    ]
}
