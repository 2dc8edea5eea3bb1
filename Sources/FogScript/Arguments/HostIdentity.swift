import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// What a host is known by beside its name: one of these, as in `{ serial = "SN00001" }`.
struct HostIdentity: LuaOptionTable {
    var mac: MACArgument?
    var serial: String?
    var uuid: String?

    static let options: [LuaOption<HostIdentity>] = [
        .init("mac", \.mac, "one of its MAC addresses"),
        .init("serial", \.serial, "serial number in its inventory"),
        .init("uuid", \.uuid, "UUID in its inventory"),
    ]

    init() {}

    /// A host that is known by an address.
    init(mac: MACAddress) {
        self.mac = MACArgument(mac: mac)
    }

    /// Finds the host; nil where there is none.
    func find() throws -> Ask<Host?> {
        switch (mac, serial, uuid) {
        case (let mac?, nil, nil):
            let list = RowOperation.list(.mac, ["mac": .text(mac.mac.description)])
            return try Asking.rows(MACAssociation.self, .rows(list)).then { rows in
                try host(Set(rows.filter { !$0.pending }.compactMap(\.hostID)))
            }
        case (nil, let serial?, nil): return try inventoried("sysserial", serial)
        case (nil, nil, let uuid?): return try inventoried("sysuuid", uuid)
        default: throw FogError(.invalidArgument, "a host is known by one of mac, serial and uuid")
        }
    }

    /// Words for messages, as in `serial "SN00001"`.
    var words: String {
        mac.map { "MAC address \($0.mac)" } ?? serial.map { "serial \"\($0)\"" } ?? "UUID \"\(uuid ?? "")\""
    }

    private func inventoried(_ field: String, _ value: String) throws -> Ask<Host?> {
        try Asking.rows(Inventory.self, .rows(.list(.inventory, [field: .text(value)]))).then { rows in
            try host(Set(rows.compactMap(\.hostID)))
        }
    }

    private func host(_ ids: Set<HostID>) throws -> Ask<Host?> {
        guard ids.count <= 1 else {
            let numbers = ids.map(\.number).sorted().map(String.init).joined(separator: ", ")
            throw FogError(.ambiguous, "\(words) belongs to \(ids.count) hosts: \(numbers)", hint: "give the number")
        }
        guard let id = ids.first else { return .done(nil) }
        return try Asking.rows(Host.self, .rows(.find(.host, .id(id.number)))).map(\.first)
    }
}
