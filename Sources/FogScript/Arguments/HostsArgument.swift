import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Several hosts as scripts name them: a selector, one host, or a list of hosts, numbers or names.
enum HostsArgument: LuaConvertible {
    case selector(SelectorArgument)
    case hosts([RowArgument<Host>])
    case host(RowArgument<Host>)

    static var luaType: LuaTypeSpec { LuaTypeSpec("string", "Host", "list") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if value.table != nil {
            self = .hosts(try [RowArgument<Host>](lua: value))
        } else if value.string != nil {
            self = .selector(try SelectorArgument(lua: value))
        } else {
            self = .host(try RowArgument(lua: value))
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
            case .host(let host): try RowsArgument([host]).ids(on: fog)
            }
        return try found.map { ids in
            if ids.isEmpty { throw nobody }
            return ids
        }
    }

    /// Hosts as the server has them now, each once, in their order.
    ///
    /// Objects of the script are read again: what they show may be old, and a disk hangs on it.
    func rows(on fog: FogHandle) throws -> Ask<[Host]> {
        if case .selector(let argument) = self {
            return try Asking.rows(Host.self, .hosts(.list(argument.selector))).map(someHosts)
        }
        return try ids(on: fog).then { ids in
            guard ids.count > 2 else { return try Lookup.rows(ids).map(someHosts) }
            return try Asking.all(Host.self).map { all in
                let rows = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
                return try ids.map { id in
                    if let row = rows[id] { return row }
                    throw FogError(.notFound, "no host has the number \(id)")
                }
            }
        }
    }

    /// Whether one object or number was given, and no list of hosts and no selector.
    var isOne: Bool {
        if case .host = self { true } else { false }
    }

    private func someHosts(_ hosts: [Host]) throws -> [Host] {
        if hosts.isEmpty { throw nobody }
        return hosts
    }

    private var nobody: FogError { FogError(.notFound, "no host is meant: \(words) names none") }

    private var words: String {
        switch self {
        case .selector(let argument): "\"\(argument.text)\""
        case .hosts, .host: "an empty list"
        }
    }
}
