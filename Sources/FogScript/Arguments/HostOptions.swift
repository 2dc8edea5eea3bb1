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
            writableOption(field.name, field.kind, field.help, set: set)
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

/// What a new image is made of.
struct ImageDraftOptions: LuaOptionTable {
    var name = ""
    var values: [String: FieldValue] = [:]

    static let options: [LuaOption<ImageDraftOptions>] =
        [.init("name", \.name, isRequired: true, "name, 1 to 40 characters")]
        + Image.fields.filter { ImageDraft.writable.contains($0.name) }.map { field in
            writableOption(field.name, field.kind, field.help) { options, name, value in options.values[name] = value }
        }

    init() {}
}

/// A network card's address.
struct MACArgument: LuaConvertible {
    var mac: MACAddress

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        let text = try String(lua: value)
        guard let mac = MACAddress(text) else {
            throw .value("\"\(text)\" is no MAC address; write it as 00:11:22:aa:bb:cc")
        }
        self.mac = mac
    }
}

/// Declares an option that sets a field; an empty text clears it.
private func writableOption<Options>(
    _ name: String,
    _ kind: FieldKind,
    _ help: String,
    set: @escaping @Sendable (inout Options, String, FieldValue) -> Void
) -> LuaOption<Options> {
    switch kind {
    case .flag:
        LuaOption(name, Bool.luaType, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .flag(try Bool(lua: value)))
        }
    case .integer, .reference, .time:
        LuaOption(name, Int.luaType, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .integer(try Int(lua: value)))
        }
    case .number:
        LuaOption(name, Double.luaType, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .number(try Double(lua: value)))
        }
    case .text, .texts, .references:
        LuaOption(name, String.luaType, help) { (options, value) throws(LuaMismatch) in
            let text = try String(lua: value)
            set(&options, name, text.isEmpty ? .none : .text(text))
        }
    }
}
