import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// One host as `fog.host` takes it: like any host argument, or by a selector.
enum HostKey: LuaConvertible {
    case host(RowArgument<Host>)
    case selector(SelectorArgument)
    case identity(HostIdentity)

    static var luaType: LuaTypeSpec {
        LuaTypeSpec(Host.scriptName, "string", "integer", "table", optionsOf: HostIdentity.self)
    }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if value.table != nil {
            self = .identity(try HostIdentity(lua: value))
        } else if let text = value.string, !text.isEmpty, !Selector.isName(text) {
            self = .selector(try SelectorArgument(lua: value))
        } else {
            self = .host(try RowArgument(lua: value))
        }
    }

    /// Finds the host; nil where there is none.
    ///
    /// - Parameters:
    ///   - fog: server to ask.
    ///   - allowsUnknown: whether a selector may name what there is not.
    /// - Returns: the host as the server has it, or as the object has it.
    /// - Throws: `FogError` with `ambiguous` where a selector fits several, `not_found` where it names nothing there is.
    func find(on fog: FogHandle, allowsUnknown: Bool = false) throws -> Ask<Host?> {
        switch self {
        case .host(.row(let object)):
            try fog.check(object)
            return .done(object.row)
        case .host(.key(let key)): return try Asking.rows(Host.self, Self.find(key)).map(\.first)
        case .identity(let identity): return try identity.find()
        case .selector(let argument):
            return try Asking.rows(Host.self, .hosts(.list(argument.selector, allowsUnknown: allowsUnknown))).map {
                hosts -> Host? in
                if hosts.count > 1 { throw Self.ambiguous(argument.text, hosts) }
                return hosts.first
            }
        }
    }

    /// Fails since there is no such host.
    func fail<Value>() throws -> Ask<Value> {
        switch self {
        case .host(.row(let object)): throw FogError(.notFound, "no \(object.row.label) any more")
        case .host(.key(let key)): return try Lookup.missing(key, Self.find(key))
        case .identity(let identity):
            throw FogError(.notFound, "no host has the \(identity.words)", operation: "findHost")
        case .selector(let argument):
            throw FogError(.notFound, "no host fits \"\(argument.text)\"", operation: "listHosts")
        }
    }

    private static func find(_ key: Key<Host>) -> FogOperation { .rows(.find(.host, RowKey(key))) }

    private static func ambiguous(_ text: String, _ hosts: [Host]) -> FogError {
        let names = hosts.prefix(8).map(\.name).joined(separator: ", ")
        let rest = hosts.count > 8 ? " and \(hosts.count - 8) more" : ""
        return FogError(
            .ambiguous,
            "\"\(text)\" fits \(hosts.count) hosts: \(names)\(rest)",
            operation: "listHosts",
            hint: "use fog.hosts for several"
        )
    }
}
