/// What a host is made of, as its client found; one row a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Inventory: Entity {
    /// FOG's class name.
    public static let className: String = "inventory"

    public var id: InventoryID
    public var hostID: HostID?
    public var hostname: String?
    public var primaryUser: String?
    public var other1: String?
    public var other2: String?
    public var createdTime: Int?
    public var sysman: String?
    public var sysproduct: String?
    public var sysversion: String?
    public var sysserial: String?
    public var sysuuid: String?
    public var systype: String?
    public var biosversion: String?
    public var biosvendor: String?
    public var biosdate: String?
    public var mbman: String?
    public var mbproductname: String?
    public var mbversion: String?
    public var mbserial: String?
    public var mbasset: String?
    public var cpuman: String?
    public var cpuversion: String?
    public var cpucurrent: String?
    public var cpumax: String?
    public var mem: String?
    public var memory: String?
    public var hdmodel: String?
    public var hdserial: String?
    public var hdfirmware: String?
    public var caseman: String?
    public var casever: String?
    public var caseserial: String?
    public var caseasset: String?

    /// Makes an inventory whose fields are all unset.
    public init(id: InventoryID) {
        self.id = id
    }
}

extension Inventory {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/inventory/ID`.
    public static let fields: [Field<Inventory>] = [
        .identifier(\.id, "number of the inventory"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("hostname", \.hostname, "name of the host (1.6)"),
        .text("primaryUser", \.primaryUser, "who uses the host"),
        .text("other1", \.other1, "free text 1"),
        .text("other2", \.other2, "free text 2"),
        .time("createdTime", \.createdTime, "when it was taken"),
        .text("sysman", \.sysman, "maker of the computer"),
        .text("sysproduct", \.sysproduct, "model of the computer"),
        .text("sysversion", \.sysversion, "version of the computer"),
        .text("sysserial", \.sysserial, "serial number of the computer"),
        .text("sysuuid", \.sysuuid, "UUID of the computer"),
        .text("systype", \.systype, "kind of computer"),
        .text("biosversion", \.biosversion, "version of the firmware"),
        .text("biosvendor", \.biosvendor, "maker of the firmware"),
        .text("biosdate", \.biosdate, "date of the firmware"),
        .text("mbman", \.mbman, "maker of the board"),
        .text("mbproductname", \.mbproductname, "model of the board"),
        .text("mbversion", \.mbversion, "version of the board"),
        .text("mbserial", \.mbserial, "serial number of the board"),
        .text("mbasset", \.mbasset, "asset tag of the board"),
        .text("cpuman", \.cpuman, "maker of the processor"),
        .text("cpuversion", \.cpuversion, "model of the processor"),
        .text("cpucurrent", \.cpucurrent, "speed of the processor"),
        .text("cpumax", \.cpumax, "highest speed of the processor"),
        .text("mem", \.mem, "memory as the client words it"),
        .text("memory", \.memory, "memory as the server words it, as in 15.56 GiB"),
        .text("hdmodel", \.hdmodel, "model of the disk"),
        .text("hdserial", \.hdserial, "serial number of the disk"),
        .text("hdfirmware", \.hdfirmware, "firmware of the disk"),
        .text("caseman", \.caseman, "maker of the case"),
        .text("casever", \.casever, "version of the case"),
        .text("caseserial", \.caseserial, "serial number of the case"),
        .text("caseasset", \.caseasset, "asset tag of the case"),
    ]

    /// Names the row for people, as in `inventory of host 12`.
    public var label: String { "inventory of host \(hostID.map(String.init(describing:)) ?? "?")" }
}
