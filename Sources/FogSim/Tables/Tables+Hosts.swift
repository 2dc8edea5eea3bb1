extension Tables {
    static let hosts: [Schema] = [
        Schema(
            "host",
            [
                .text("name", 16), .text("description"), .text("ip", 25), .integer("imageID"), .integer("building"),
                .created(), .date("deployed"), .creator, .text("useAD", 1), .text("ADDomain"), .text("ADOU"),
                .text("ADUser"), .text("ADPass"), .text("ADPassLegacy"), .text("productKey"), .text("printerLevel"),
                .text("kernelArgs", 250), .text("kernel", 250), .text("kernelDevice", 250), .text("init"),
                .text("pending", 1), .text("pub_key"), .text("sec_tok"), .date("sec_time"), .text("pingstatus", 20),
                .text("biosexit"), .text("efiexit"), .text("enforce", 1),
            ],
            required: ["name"],
            computed: HostMembers.all,
            indexed: ["imageID"]
        ),
        Schema(
            "macaddressassociation",
            [
                .integer("hostID"), .text("mac", 59), .text("description"), .text("pending", 1), .text("primary", 1),
                .text("clientIgnore", 1), .text("imageIgnore", 1),
            ],
            required: ["hostID", "mac"],
            unique: ["mac"],
            indexed: ["hostID", "mac"]
        ),
        Schema(
            "inventory",
            [
                .integer("hostID"), .text("primaryUser"), .text("other1"), .text("other2"), .created(),
                .date("deleteDate"),
            ]
                + inventoryTexts.map { .text($0) },
            required: ["hostID"],
            unique: ["hostID"],
            computed: [.computed("memory") { row, out in out.writer.string(Memory.text(row.text("mem"))) }],
            indexed: ["hostID"]
        ),
        Schema(
            "hostscreensetting",
            [
                .integer("hostID"), .integer("width"), .integer("height"), .integer("refresh"),
                .integer("orientation"), .text("other1"), .text("other2"),
            ],
            required: ["hostID"],
            indexed: ["hostID"]
        ),
        Schema("hostautologout", [.integer("hostID"), .integer("time")], required: ["hostID"], indexed: ["hostID"]),
        Schema(
            "powermanagement",
            [
                .integer("hostID"), .text("min"), .text("hour"), .text("dom"), .text("month"), .text("dow"),
                .text("onDemand", 1), .text("action"),
            ],
            required: ["hostID", "min", "hour", "dom", "month", "dow", "action"]
        ),
        Schema(
            "usertracking",
            [
                .integer("hostID"), .text("username"), .text("action"), .date("datetime"), .text("description"),
                .text("date", 10), .text("anon3"),
            ],
            required: ["hostID"],
            computed: [.computed("host") { row, out in out.host(row.integer("hostID")) }]
        ),
    ]

    private static let inventoryTexts = [
        "sysman", "sysproduct", "sysversion", "sysserial", "sysuuid", "systype", "biosversion", "biosvendor",
        "biosdate", "mbman", "mbproductname", "mbversion", "mbserial", "mbasset", "cpuman", "cpuversion",
        "cpucurrent", "cpumax", "mem", "hdmodel", "hdserial", "hdfirmware", "caseman", "casever", "caseserial",
        "caseasset",
    ]
}
