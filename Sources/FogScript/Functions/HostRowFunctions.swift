import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Functions about what the server keeps of a host beside its own row.
enum HostRowFunctions {
    static let all: [FogFunction] = [
        groups, inventory, inventorySet, imagingLog, lastImaged, powerManagement, defaultPrinter, setDefaultPrinter,
        setSecret, resetEncryption, repairSnapins,
    ]

    static let groups = FogFunction(
        "fog.host_groups",
        method: "Host:groups",
        "Lists the groups that a host is in.",
        Parameter<RowArgument<Host>>("host", "host to look for"),
        returns: Parameter<[EntityObject<Group>]>(result: "groups", "groups; empty where it is in none"),
        operation: "listGroupsOfHost",
        errors: ["not_found"],
        example: "for _, group in ipairs(fog.host(\"pc-001\"):groups()) do\n  print(group.name)\nend"
    ) { fog, host in
        try Lookup.id(host, fog).then { try Asking.rows(Group.self, .hosts(.groups($0))).map(fog.objects) }
    }

    static let inventory = FogFunction(
        "fog.host_inventory",
        method: "Host:inventory",
        "Gets the inventory of a host.",
        Parameter<RowArgument<Host>>("host", "host that it is about"),
        returns: Parameter<EntityObject<Inventory>?>(result: "inventory", "the inventory; nil where none was taken"),
        operation: "listInventories",
        errors: ["not_found"],
        example: "local inventory = fog.host(\"pc-001\"):inventory()\nprint(inventory.sysproduct, inventory.sysserial)"
    ) { fog, host in
        try Lookup.id(host, fog).then { try found($0).map { $0.map(fog.object) } }
    }

    static let inventorySet = FogFunction(
        "fog.host_inventory_set",
        method: "Host:inventory_set",
        "Writes into the inventory of a host, which is made where there is none.",
        Parameter<RowArgument<Host>>("host", "host that it is about"),
        Parameter<RowChanges<Inventory>>("values", "new values; an empty text clears a field"),
        returns: Parameter<EntityObject<Inventory>>(result: "inventory", "the inventory as the server now has it"),
        operation: "updateInventory",
        errors: ["not_found", "invalid_argument", "uncertain"],
        example: "fog.host(\"pc-001\"):inventory_set({ primaryUser = \"Room 12\", other1 = \"A-1047\" })"
    ) { fog, host, changes in
        try Lookup.id(host, fog).then { host in
            try found(host).then { row in
                let owner = ["hostID": FieldValue.integer(host.number)]
                let operation: RowOperation =
                    row.map { .update(.inventory, $0.id.number, changes.values) }
                    ?? .create(.inventory, changes.values.merging(owner) { $1 })
                return try Asking.row(Inventory.self, .rows(operation)).map(fog.object)
            }
        }
    }

    static let imagingLog = FogFunction(
        "fog.host_imaging_log",
        method: "Host:imaging_log",
        "Lists what the server has noted of a host's imaging.",
        Parameter<RowArgument<Host>>("host", "host that it is about"),
        returns: Parameter<[EntityObject<ImagingRecord>]>(result: "records", "records, the latest last"),
        operation: "listImagingRecords",
        errors: ["not_found"],
        example: "for _, record in ipairs(fog.host(\"pc-001\"):imaging_log()) do\n  print(record)\nend"
    ) { fog, host in
        try Lookup.id(host, fog).then { try history($0).map(fog.objects) }
    }

    static let lastImaged = FogFunction(
        "fog.host_last_imaged",
        method: "Host:last_imaged",
        "Tells when a host was last imaged, by the server's records.",
        Parameter<RowArgument<Host>>("host", "host that it is about"),
        details: "Captures do not count, and neither does what never ended.",
        returns: Parameter<Int?>(result: "time", "seconds since 1970-01-01 UTC; nil for never"),
        operation: "listImagingRecords",
        errors: ["not_found"],
        example: "local time = fog.host(\"pc-001\"):last_imaged()\n"
            + "print(time and (fog.now() - time) // 86400 .. \" days ago\" or \"never\")"
    ) { fog, host in
        try Lookup.id(host, fog).then { host in
            try history(host).map { records in records.filter { !$0.isCapture }.compactMap(\.finish).max() }
        }
    }

    static let powerManagement = FogFunction(
        "fog.host_power_management",
        method: "Host:power_management",
        "Lists the orders of power management of a host.",
        Parameter<RowArgument<Host>>("host", "host that has them"),
        returns: Parameter<[EntityObject<PowerManagement>]>(result: "orders", "orders; empty where it has none"),
        operation: "listPowerManagements",
        errors: ["not_found"],
        example: "print(#fog.host(\"pc-001\"):power_management())"
    ) { fog, host in
        try Lookup.id(host, fog).then { host in
            let operation = RowOperation.list(.powerManagement, ["hostID": .integer(host.number)])
            return try Asking.rows(PowerManagement.self, .rows(operation)).map(fog.objects)
        }
    }

    static let defaultPrinter = FogFunction(
        "fog.host_default_printer",
        method: "Host:default_printer",
        "Gets the printer that a host uses by default.",
        Parameter<RowArgument<Host>>("host", "host that uses it"),
        returns: Parameter<EntityObject<Printer>?>(result: "printer", "the printer; nil where there is none"),
        operation: "findDefaultPrinter",
        errors: ["not_found"],
        example: "print(fog.host(\"pc-001\"):default_printer())"
    ) { fog, host in
        try Lookup.id(host, fog).then { host in
            let operation = FogOperation.hosts(.defaultPrinter(host))
            return try Asking.answer(to: operation).then { answer in
                guard case .numbers(let numbers) = answer else { throw Asking.mismatch(operation) }
                guard let number = numbers.first else { return .done(nil) }
                return try Asking.rows(Printer.self, .rows(.find(.printer, .id(number)))).map { rows in
                    rows.first.map(fog.object)
                }
            }
        }
    }

    static let setDefaultPrinter = FogFunction(
        "fog.host_default_printer_set",
        method: "Host:default_printer_set",
        "Says which of its printers a host uses by default.",
        Parameter<RowArgument<Host>>("host", "host that uses it"),
        Parameter<RowArgument<Printer>?>("printer", "one of its printers; nil for none"),
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "setDefaultPrinter",
        errors: ["not_found", "refused", "uncertain"],
        example: "local host = fog.host(\"pc-001\")\nhost:printers_add(1)\nhost:default_printer_set(1)"
    ) { fog, host, printer in
        try Lookup.id(host, fog).then { host in
            let printer: Ask<PrinterID?> = try printer.map { try Lookup.id($0, fog).map { $0 } } ?? .done(nil)
            return try printer.then { printer in
                try Asking.answer(to: .hosts(.setDefaultPrinter(host, printer))).map { _ in Nothing() }
            }
        }
    }

    static let setSecret = FogFunction(
        "fog.host_set_secret",
        method: "Host:set_secret",
        "Sets a secret of a host; no script can read it.",
        Parameter<RowArgument<Host>>("host", "host that gets it"),
        Parameter<HostSecretName>("name", "which one: ad_password, ad_password_legacy or product_key"),
        Parameter<SecretArgument?>("secret", "new secret, best from a secret parameter of the workflow; nil clears it"),
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "setSecretOfHost",
        errors: ["not_found", "uncertain"],
        example: "fog.host(\"pc-001\"):set_secret(\"product_key\", \"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE\")"
    ) { fog, host, name, secret in
        try Lookup.id(host, fog).then { host in
            let operation = RowOperation.setSecret(.host, host.number, field: name.field, secret?.sealed)
            return try Asking.answer(to: .rows(operation)).map { _ in Nothing() }
        }
    }

    static let resetEncryption = FogFunction(
        "fog.host_reset_encryption",
        method: "Host:reset_encryption",
        "Forgets the keys of a host, so that its FOG client can introduce itself anew.",
        Parameter<RowArgument<Host>>("host", "host whose client was installed anew"),
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "updateRecord",
        errors: ["not_found", "uncertain"],
        example: "fog.host(\"pc-001\"):reset_encryption()"
    ) { fog, host in
        try Lookup.id(host, fog).then { host in
            let values: [String: DataValue] = ["pub_key": .text(""), "sec_tok": .text("")]
            let operation = RecordOperation.update(className: "host", host.number, values)
            return try Asking.answer(to: .records(operation)).map { _ in Nothing() }
        }
    }

    static let repairSnapins = FogFunction(
        "fog.snapins_repair",
        "Deletes what ties snapins to hosts where either is no longer there.",
        returns: Parameter<Int>(result: "count", "how many were deleted"),
        operation: "deleteRecord",
        errors: ["auth", "uncertain"],
        example: "print(fog.snapins_repair() .. \" deleted\")"
    ) { _ in
        try Asking.all(Host.self).then { hosts in
            try Asking.all(Snapin.self).then { snapins in
                let (hosts, snapins) = (Set(hosts.map(\.id.number)), Set(snapins.map(\.id.number)))
                return try Asking.records(.list(className: "snapinassociation", [:])).then { rows in
                    try delete(rows.filter { isStale($0, hosts, snapins) }.compactMap(\.id))
                }
            }
        }
    }

    private static func isStale(_ row: Record, _ hosts: Set<Int>, _ snapins: Set<Int>) -> Bool {
        guard let host = row["hostID"]?.integer, let snapin = row["snapinID"]?.integer else { return false }
        return !hosts.contains(host) || !snapins.contains(snapin)
    }

    private static func delete(_ associations: [Int]) throws -> Ask<Int> {
        try associations.reduce(.done(0)) { count, id in
            try count.then { count in
                try Asking.records(.delete(className: "snapinassociation", id)).map { _ in count + 1 }
            }
        }
    }

    private static func found(_ host: HostID) throws -> Ask<Inventory?> {
        try Asking.rows(Inventory.self, .rows(.list(.inventory, ["hostID": .integer(host.number)]))).map(\.first)
    }

    private static func history(_ host: HostID) throws -> Ask<[ImagingRecord]> {
        try Asking.rows(ImagingRecord.self, .rows(.list(.imagingRecord, ["hostID": .integer(host.number)]))).map {
            rows in
            rows.sorted { ($0.start ?? 0, $0.id.number) < ($1.start ?? 0, $1.id.number) }
        }
    }
}

extension ImagingRecord {
    /// Whether it is of a capture.
    ///
    /// Origin: FOG 1.5 notes `up`; 1.6 the name of the task type.
    fileprivate var isCapture: Bool {
        guard let type = type?.lowercased() else { return false }
        return type == "up" || type.contains("capture")
    }
}

/// Secret of a host, as scripts name it.
struct HostSecretName: LuaConvertible {
    /// FOG's own name of the field.
    var field: String

    private static let fields = [
        ("ad_password", "ADPass"), ("ad_password_legacy", "ADPassLegacy"), ("product_key", "productKey"),
    ]

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        let name = try String(lua: value)
        let names = Self.fields.map(\.0)
        guard let found = Self.fields.first(where: { $0.0 == name }) else {
            let hint = Suggestion.hint(for: name, among: names) ?? "one of \(names.joined(separator: ", ")) expected"
            throw .value("a host has no secret \"\(name)\"; \(hint)")
        }
        field = found.1
    }
}
