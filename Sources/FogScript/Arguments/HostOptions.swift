import FogModel
import LuaKit
import ScriptAPI

/// Fields of a host that scripts may set.
struct HostChangeOptions: LuaOptionTable {
    var image: RowArgument<Image>?
    var values: [String: FieldValue] = [:]

    static let options: [LuaOption<HostChangeOptions>] =
        [.init("image", \.image, "image to assign")]
        + changeable { (options: inout Self, name, value) in
            options.values[name] = value
        }

    init() {}

    /// Options for the writable fields, made from the table of fields.
    static func changeable<Options>(
        except left: Set<String> = [],
        set: @escaping @Sendable (inout Options, String, FieldValue) -> Void
    ) -> [LuaOption<Options>] {
        Host.fields.filter { HostChanges.writable.contains($0.name) && !left.contains($0.name) }.map { field in
            valueOption(field.name, field.kind, field.help, set: set)
        }
    }
}

/// What a new host is made of.
struct HostDraftOptions: LuaOptionTable {
    var name = ""
    var mac: MACArgument?
    var macs: [MACArgument]?
    var image: RowArgument<Image>?
    var values: [String: FieldValue] = [:]

    static let options: [LuaOption<HostDraftOptions>] =
        [
            .init("name", \.name, isRequired: true, "name, 1 to 15 characters"),
            .init("mac", \.mac, "MAC address; this or macs has to be there"),
            .init("macs", \.macs, "MAC addresses, the primary first"),
            .init("image", \.image, "image to assign"),
        ] + HostChangeOptions.changeable(except: ["name"]) { options, name, value in options.values[name] = value }

    init() {}

    /// All addresses, the primary first.
    var addresses: [MACAddress] { (mac.map { [$0.mac] } ?? []) + (macs ?? []).map(\.mac) }
}

/// A network card's address.
struct MACArgument: LuaConvertible {
    var mac: MACAddress

    static var luaType: LuaTypeSpec { LuaTypeSpec("string", "MAC") }

    init(mac: MACAddress) {
        self.mac = mac
    }

    init(lua value: LuaValue) throws(LuaMismatch) {
        let object = value.object(as: EntityObject<MACAssociation>.self)
        let text: String
        if let object { text = object.row.mac } else { text = try String(lua: value) }
        guard let mac = MACAddress(text) else {
            throw .value("\"\(text)\" is no MAC address; write it as 00:11:22:aa:bb:cc")
        }
        self.mac = mac
    }
}
