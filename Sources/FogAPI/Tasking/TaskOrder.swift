import FogModel

/// A task that is asked for, checked against what the server can do.
struct TaskOrder {
    let host: HostID
    let type: TaskType
    let options: TaskOptions
    let marker: TaskMarker

    /// Checks an order.
    ///
    /// - Throws: `FogError` with `refused` or `invalidArgument` for what FOG would take and not do.
    init(host: HostID, type: TaskType, options: TaskOptions, marker: TaskMarker) throws {
        self.host = host
        self.type = type
        self.options = options
        self.marker = marker
        try checkType()
        try checkName()
    }

    /// Whether the host is only woken: no task stays.
    ///
    /// Origin: FOG 1.5.9.239, section 6: type 14.
    var isWake: Bool { type.name.lowercased() == TaskTypeName.wake.serverName.lowercased() }

    /// Body to send; every option is written out, since defaults differ between FOG's versions.
    var body: JSONValue {
        .object([
            .init("taskTypeID", .integer(type.id.number)),
            .init("taskName", .text("\(marker) \(options.name ?? type.name)")),
            .init("shutdown", .flag(options.shutdown)),
            .init("debug", .flag(options.debug || type.kernelArgs?.contains("mode=debug") ?? false)),
            .init("deploySnapins", snapins),
            .init("passreset", .text("")),
            .init("sessionjoin", .flag(false)),
            .init("wol", .flag(options.wake || isWake)),
            .init("snapinAbortOnFailure", .flag(options.stopsAtFailedSnapin)),
        ])
    }

    /// A snapin task without this has nothing to run; the deploy without snapins is told so twice.
    private var snapins: JSONValue {
        switch options.snapins {
        case .none: .flag(type.isSnapinTasking)
        case .all: .flag(!isNamed(.deployNoSnapins))
        case .one(let id): isNamed(.deployNoSnapins) ? .flag(false) : .integer(id.number)
        }
    }

    private func isNamed(_ name: TaskTypeName) -> Bool { type.name.lowercased() == name.serverName.lowercased() }

    private func checkType() throws {
        if type.access == "group" || isNamed(.multicast) {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" is for groups",
                hint: "FOG would join host \(host) to whatever session runs the same image"
            )
        }
        if isNamed(.singleSnapin) {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" needs the number of a snapin",
                hint: "use \(TaskTypeName.allSnapins.rawValue) for host \(host)"
            )
        }
        if isNamed(.passwordReset) {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" needs the name of an account",
                hint: "start it on FOG's page of host \(host)"
            )
        }
    }

    /// Origin: FOG 1.5.9.239, section 4: a task's name is cut after 250 characters, the host's name among them.
    private func checkName() throws {
        guard let name = options.name else { return }
        if name.unicodeScalars.count > 200 {
            throw FogError(
                .invalidArgument,
                "task name of \(name.unicodeScalars.count) characters",
                hint: "FOG takes 200"
            )
        }
        if let letter = name.unicodeScalars.first(where: { $0.value > 0xFFFF || $0.value < 0x20 }) {
            throw FogError(.invalidArgument, "task name \"\(name)\" holds \"\(letter)\"", hint: "FOG would spoil it")
        }
    }
}
