import FogModel

/// A task that is asked for, checked against what the server can do.
struct TaskOrder {
    let host: HostID
    let type: TaskType
    let options: TaskOptions
    let marker: TaskMarker
    /// Snapins that the request names; what the options say, but for hosts that have none.
    var snapins: SnapinChoice

    /// Checks an order.
    ///
    /// - Throws: `FogError` with `refused` or `invalidArgument` for what FOG would take and not do.
    init(host: HostID, type: TaskType, options: TaskOptions, marker: TaskMarker) throws {
        self.host = host
        self.type = type
        self.options = options
        self.marker = marker
        // A snapin task without them has nothing to run; the deploy without snapins is told so twice.
        snapins =
            type.isNamed(.deployNoSnapins)
            ? .none : type.isForSnapins && options.snapins == .none ? .all : options.snapins
        try check()
    }

    /// Name that the server is sent; it adds the host's unless a session is joined.
    var name: String { options.session ?? "\(marker) \(options.name ?? type.name)" }

    /// Body to send; every option is written out, since defaults differ between FOG's versions.
    var body: JSONValue {
        .object([
            .init("taskTypeID", .integer(type.id.number)),
            .init("taskName", .text(name)),
            .init("shutdown", .flag(options.shutdown)),
            .init("debug", .flag(options.debug || type.kernelArgs?.contains("mode=debug") ?? false)),
            .init("deploySnapins", snapins.json),
            .init("passreset", .text(options.account ?? "")),
            .init("sessionjoin", .flag(options.session != nil)),
            .init("wol", .flag(options.wake || type.isWake)),
            .init("snapinAbortOnFailure", .flag(options.stopsAtFailedSnapin)),
        ])
    }

    /// Task and host for people.
    func subject(_ host: Host) -> String { "\(type.name) for \(host.label)" }
}

extension SnapinChoice {
    /// Value as FOG reads it.
    ///
    /// Origin: FOG 1.5.9.239, section 7: true or -1 is all, a number that snapin, unchecked.
    fileprivate var json: JSONValue {
        switch self {
        case .none: .flag(false)
        case .all: .flag(true)
        case .one(let id): .integer(id.number)
        }
    }
}

extension TaskType {
    /// Whether the server's own name of the type is a usual one.
    func isNamed(_ usual: TaskTypeName) -> Bool { name.lowercased() == usual.serverName.lowercased() }

    /// Whether hosts are only woken: no task stays that could be waited for.
    ///
    /// Origin: FOG 1.5.9.239, section 6, type 14; 1.6 leaves a row that is complete.
    var isWake: Bool { isNamed(.wake) }

    /// Whether the host's client runs snapins and nothing else is done; lists of 1.6 lack the flag for it.
    package var isForSnapins: Bool { isSnapinTasking || isNamed(.allSnapins) || isNamed(.singleSnapin) }

    /// Whether hosts are written to together.
    ///
    /// Origin: FOG 1.5.9.239, section 6: kernel arguments `type=down mc=yes`.
    package var isMulticast: Bool { isNamed(.multicast) || kernelArgs?.contains("mc=yes") ?? false }
}
