/// What has to be known of a class before a row of it is written: FOG saves first and finds fault afterwards.
struct ClassRules: Sendable {
    /// What a row's name may hold.
    enum NameRule: Sendable {
        /// The class has no names, or none that have to be unique.
        case none
        /// Any text that survives: FOG spoils `& < > " '` at the next change.
        case plain
        /// Name of a host.
        case host
    }

    /// Rule for `name`.
    var name = NameRule.none
    /// Members without which FOG refuses a row, or saves one that it cannot read.
    var required: [String] = []
    /// Longest texts in characters; FOG cuts longer ones without a word.
    var lengths: [String: Int] = [:]
    /// Members that are sent for a new row where the caller leaves them open.
    var defaults: [JSONValue.Member] = []
    /// Members that are numbers of other rows: FogModel's class by member.
    var references: [String: String] = [:]
    /// Members whose values must not be those of another row, apart from the name: the whole of them is compared.
    var unique: [String] = []
    /// Members by which a row is found again whose answer was lost: one of them for a name, several for an association.
    var keys: [String] = ["name"]
    /// Flags that FOG keeps as numbers.
    var numericFlags: Set<String> = []
    /// Members that would replace a whole set, with the functions that add and remove single rows.
    var sets: [String: String] = [:]
    /// Words for a member's values; nothing else may be sent.
    var choices: [String: [String]] = [:]
    /// Members that are names of folders below another: no way out of it may be in them.
    var folders: Set<String> = []
    /// Why rows cannot be made, changed or deleted; nil where they can.
    var closed: String?
}

extension ClassRules {
    /// Gives the rules of a class; a class that is not known has none but those that hold for all.
    ///
    /// - Parameter className: class as FogModel names it.
    /// - Returns: the rules.
    static func of(_ className: String) -> ClassRules { table[className] ?? ClassRules(keys: []) }

    private static let hostSets = [
        "macs": "addMAC and removeMAC", "snapins": "addSnapins and removeSnapins", "groups": "addHosts and removeHosts",
        "printers": "addPrinters and removePrinters", "modules": "addModules and removeModules",
        "hosts": "a change of each host", "storagegroups": "addStorageGroups and removeStorageGroups",
    ]

    private static func association(_ one: String, _ other: String, _ classes: [String]) -> ClassRules {
        ClassRules(
            required: [one, other],
            references: [one: classes[0], other: classes[1]],
            keys: [one, other]
        )
    }

    /// Origin: FOG 1.5.9.239, sections 1, 4 and 5.
    private static let table: [String: ClassRules] = [
        "host": ClassRules(
            name: .host,
            required: ["name"],
            lengths: ["kernel": 250, "kernelArgs": 250, "kernelDevice": 250],
            references: ["imageID": "image"],
            sets: hostSets
        ),
        "image": ClassRules(
            name: .plain,
            required: ["name", "path", "imageTypeID", "osID"],
            lengths: ["name": 40],
            defaults: [
                .init("imagePartitionTypeID", .integer(1)), .init("isEnabled", .text("1")),
                .init("toReplicate", .text("1")), .init("format", .text("5")), .init("compress", .integer(6)),
            ],
            references: [
                "imageTypeID": "imagetype", "imagePartitionTypeID": "imagepartitiontype", "osID": "os",
            ],
            unique: ["path"],
            numericFlags: ["protected"],
            sets: hostSets,
            folders: ["path"]
        ),
        "group": ClassRules(
            name: .plain,
            required: ["name"],
            lengths: ["name": 50],
            sets: hostSets.merging(["imageID": "a change of each host"]) { $1 }
        ),
        "snapin": ClassRules(
            name: .plain,
            required: ["name", "file"],
            lengths: ["name": 200],
            defaults: [
                .init("isEnabled", .text("1")), .init("toReplicate", .text("1")), .init("hide", .text("0")),
                .init("packtype", .text("0")), .init("timeout", .integer(0)),
            ],
            numericFlags: ["protected"],
            sets: hostSets
        ),
        "printer": ClassRules(
            name: .plain,
            required: ["name", "config"],
            choices: ["config": ["Local", "Network", "iPrint", "Cups"]]
        ),
        "storagegroup": ClassRules(name: .plain, required: ["name"], lengths: ["name": 250]),
        "storagenode": ClassRules(
            name: .plain,
            required: ["name", "path", "ftppath", "ip", "user", "pass"],
            lengths: ["name": 250],
            defaults: [.init("isEnabled", .text("1")), .init("maxClients", .integer(10))],
            references: ["storagegroupID": "storagegroup"]
        ),
        "inventory": ClassRules(required: ["hostID"], references: ["hostID": "host"], keys: ["hostID"]),
        "powermanagement": ClassRules(
            required: ["hostID", "min", "hour", "dom", "month", "dow", "action"],
            references: ["hostID": "host"],
            keys: ["hostID", "min", "hour", "dom", "month", "dow", "action"],
            choices: ["action": ["shutdown", "reboot", "wol"]]
        ),
        "macaddressassociation": ClassRules(
            required: ["hostID", "mac"],
            references: ["hostID": "host"],
            keys: ["mac"]
        ),
        "groupassociation": association("hostID", "groupID", ["host", "group"]),
        "snapinassociation": association("hostID", "snapinID", ["host", "snapin"]),
        "printerassociation": association("hostID", "printerID", ["host", "printer"]),
        "moduleassociation": association("hostID", "moduleID", ["host", "module"]),
        "imageassociation": association("imageID", "storagegroupID", ["image", "storagegroup"]),
        "snapingroupassociation": association("snapinID", "storagegroupID", ["snapin", "storagegroup"]),
        "setting": ClassRules(required: ["name"]),
        "pxemenuoptions": ClassRules(name: .plain, required: ["name"], numericFlags: ["default", "hotkey"]),
        "module": ClassRules(numericFlags: ["isDefault"]),
        "role": ClassRules(name: .plain, required: ["name"]),
        "site": ClassRules(name: .plain, required: ["name"]),
        "scheduledtask": ClassRules(
            required: ["type", "taskTypeID", "hostID"],
            references: ["taskTypeID": "tasktype"],
            keys: [],
            choices: ["type": ["S", "C"]]
        ),
        "user": ClassRules(closed: "accounts are made and changed on FOG's pages"),
        "task": ClassRules(keys: []),
        "tasktype": ClassRules(closed: "FOG's own table"),
        "taskstate": ClassRules(closed: "FOG's own table"),
        "imagetype": ClassRules(closed: "FOG's own table"),
        "imagepartitiontype": ClassRules(closed: "FOG's own table"),
        "os": ClassRules(closed: "FOG's own table"),
        "history": ClassRules(closed: "a record of what was"),
        "imaginglog": ClassRules(closed: "a record of what was"),
        "tasklog": ClassRules(closed: "a record of what was"),
        "usertracking": ClassRules(closed: "a record of what was"),
    ]
}
