import FogModel
import FogOperations
import ScriptAPI

/// Finds the row that a script names, and says which one may have been meant where there is none.
enum Lookup {
    static func host(_ argument: RowArgument<Host>) throws -> Ask<Host> {
        guard case .key(let key) = argument else { return done(argument) }
        return try Asking.hosts(.findHost(key)).then { hosts in
            if let host = hosts.first { return .done(host) }
            return try missingHost(key)
        }
    }

    static func image(_ argument: RowArgument<Image>) throws -> Ask<Image> {
        guard case .key(let key) = argument else { return done(argument) }
        return try Asking.images(.findImage(key)).then { images in
            if let image = images.first { return .done(image) }
            return try missing(key, "findImage", among: { try Asking.images(.listImages) })
        }
    }

    static func group(_ argument: RowArgument<Group>) throws -> Ask<Group> {
        guard case .key(let key) = argument else { return done(argument) }
        return try Asking.groups(.findGroup(key)).then { groups in
            if let group = groups.first { return .done(group) }
            return try missing(key, "findGroup", among: { try Asking.groups(.listGroups) })
        }
    }

    /// Fails since there is no such host.
    static func missingHost<Value>(_ key: Key<Host>) throws -> Ask<Value> {
        try missing(key, "findHost", among: { try Asking.hosts(.listHosts(nil)) })
    }

    /// Number of a host; only a name has to be looked up.
    static func hostID(_ argument: RowArgument<Host>) throws -> Ask<HostID> {
        if case .id(let id) = argument.key { return .done(id) }
        return try host(argument).map(\.id)
    }

    /// Numbers of some hosts, one after the other.
    static func hostIDs(_ arguments: [RowArgument<Host>]) throws -> Ask<[HostID]> {
        try arguments.reduce(.done([])) { found, argument in
            try found.then { ids in try hostID(argument).map { ids + [$0] } }
        }
    }

    private static func done<Row>(_ argument: RowArgument<Row>) -> Ask<Row> {
        guard case .row(let row) = argument else { preconditionFailure("row expected (bug)") }
        return .done(row)
    }

    /// Fails with the nearest name, for which all rows are asked.
    private static func missing<Row: ScriptEntity, Value>(
        _ key: Key<Row>,
        _ operation: String,
        among all: () throws -> Ask<[Row]>
    ) throws -> Ask<Value> {
        guard case .name(let name) = key else {
            throw FogError(.notFound, "no \(Row.className) has the number \(key)", operation: operation)
        }
        return try all().map { rows in
            throw FogError(
                .notFound,
                "no \(Row.className) named \"\(name)\"",
                operation: operation,
                hint: Suggestion.hint(for: name, among: rows.map(\.name))
            )
        }
    }
}
