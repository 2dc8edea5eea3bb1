import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// How a new MAC address is used.
struct MACOptions: LuaOptionTable {
    var isPrimary = false
    var byClient: Bool?
    var byImaging: Bool?
    var moves = false

    static let options: [LuaOption<MACOptions>] = [
        .init("primary", \.isPrimary, "make it the host's primary address (default false)"),
        .init("ignore_client", \.byClient, "whether the FOG client passes it over (default false)"),
        .init("ignore_imaging", \.byImaging, "whether imaging passes it over (default false)"),
        .init("move", \.moves, "take it from the host that has it (default false)"),
    ]

    init() {}

    /// Whether anything is said about who passes it over.
    var ignores: Bool { byClient != nil || byImaging != nil }

    /// Says who passes it over.
    func ignoring(_ mac: MACAddress, _ host: HostID) -> FogOperation {
        .macs(.ignore(mac, host, byClient: byClient, byImaging: byImaging))
    }
}

/// Who passes a MAC address over.
struct MACIgnoring: LuaOptionTable {
    var client: Bool?
    var imaging: Bool?

    static let options: [LuaOption<MACIgnoring>] = [
        .init("client", \.client, "whether the FOG client passes it over"),
        .init("imaging", \.imaging, "whether imaging passes it over"),
    ]

    init() {}
}

/// A MAC address, or its beginning.
struct MACPrefix: LuaConvertible {
    /// Lower case with colons.
    var text: String

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        let given = try String(lua: value)
        let digits = given.lowercased().filter { !":-.".contains($0) }
        guard digits.allSatisfy(\.isHexDigit), (6...12).contains(digits.count), digits.count % 2 == 0 else {
            throw .value("\"\(given)\" is no MAC address or beginning of one; write at least 3 parts, as in 00:e0:4c")
        }
        let letters = Array(digits)
        text = stride(from: 0, to: letters.count, by: 2).map { String(letters[$0...($0 + 1)]) }.joined(separator: ":")
    }
}
