import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Several hosts as scripts name them: a selector, one host, or a list of hosts, numbers or names.
enum HostsArgument: LuaConvertible {
    case selector(SelectorArgument)
    case hosts([RowArgument<Host>])

    static var luaType: LuaTypeSpec { LuaTypeSpec("string", "Host", "list") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if value.table != nil {
            self = .hosts(try [RowArgument<Host>](lua: value))
        } else if value.string != nil {
            self = .selector(try SelectorArgument(lua: value))
        } else {
            self = .hosts([try RowArgument(lua: value)])
        }
    }

    /// Numbers of the hosts on a server, each once, in their order.
    ///
    /// Raises `not_found` for no host at all: what is done to nobody is a mistake.
    func ids(on fog: FogHandle) throws -> Ask<[HostID]> {
        let found: Ask<[HostID]> =
            switch self {
            case .selector(let argument):
                try Asking.rows(Host.self, .hosts(.list(argument.selector))).map { $0.map(\.id) }
            case .hosts(let hosts): try RowsArgument(hosts).ids(on: fog)
            }
        return try found.map { ids in
            if ids.isEmpty { throw FogError(.notFound, "no host is meant: \(words) names none") }
            return ids
        }
    }

    private var words: String {
        switch self {
        case .selector(let argument): "\"\(argument.text)\""
        case .hosts: "an empty list"
        }
    }
}
