import FogModel

/// A task for later that is asked for, checked against what FOG keeps of it.
struct ScheduleOrder {
    let draft: ScheduleDraft
    let type: TaskType
    /// Snapins that the row names; what the options say, but for hosts that have none.
    var snapins: SnapinChoice

    /// Checks an order.
    ///
    /// - Throws: `FogError` with `refused` or `invalidArgument` for what FOG would take and not do.
    init(_ draft: ScheduleDraft, type: TaskType) throws {
        self.draft = draft
        self.type = type
        let chosen = draft.options.snapins
        snapins = type.isForSnapins && chosen == .none ? .all : chosen
        try checkOptions()
        try checkAccess()
        if case .once(let seconds) = draft.time, !(1...4_294_967_295).contains(seconds) {
            throw FogError(
                .invalidArgument,
                "\(seconds) is no time in seconds since 1970",
                hint: "give one before 2106"
            )
        }
    }

    /// Name that is sent: the person's or the type's.
    var name: String { draft.options.name ?? type.name }

    /// Body to send; every field is written out.
    ///
    /// Origin: FOG 1.5.9.239, section 5; api-1.6.md section 11: `other2` snapins, `other3` who, `other4` wake, `other5`
    /// BitLocker; the number of a group stands in `hostID`.
    func body(image: ImageID?) -> JSONValue {
        let cron: CronTime? = if case .cron(let time) = draft.time { time } else { nil }
        let once: Int = if case .once(let seconds) = draft.time { seconds } else { 0 }
        return .object([
            .init("name", .text(name)),
            .init("description", .text(draft.description ?? "")),
            .init("type", .text(cron == nil ? "S" : "C")),
            .init("taskTypeID", .integer(type.id.number)),
            .init("hostID", .integer(owner)),
            .init("isGroupTask", .text(isGroup ? "1" : "0")),
            .init("minute", .text(cron?.minute ?? "")),
            .init("hour", .text(cron?.hour ?? "")),
            .init("dayOfMonth", .text(cron?.dayOfMonth ?? "")),
            .init("month", .text(cron?.month ?? "")),
            .init("dayOfWeek", .text(cron?.dayOfWeek ?? "")),
            .init("scheduleTime", .integer(once)),
            .init("shutdown", .text(draft.options.shutdown ? "1" : "0")),
            .init("other1", .text("")),
            .init("other2", .text(snapins.text)),
            .init("other3", .text("")),
            .init("other4", .text(draft.options.wake || type.isWake ? "1" : "0")),
            .init("other5", .text("0")),
            .init("isActive", .text("1")),
            .init("imageID", .integer(image?.number ?? 0)),
        ])
    }

    /// Whether a row of the server is this order.
    func fits(_ row: ScheduledTask) -> Bool {
        let owners: (HostID?, GroupID?) =
            switch draft.target {
            case .host(let id): (id, nil)
            case .group(let id): (nil, id)
            }
        return row.name == name && row.taskTypeID == type.id && row.hostID == owners.0 && row.groupID == owners.1
    }

    private var isGroup: Bool { if case .group = draft.target { true } else { false } }

    private var ownerLabel: String { "\(isGroup ? "group" : "host") \(owner)" }

    private var owner: Int {
        switch draft.target {
        case .host(let id): id.number
        case .group(let id): id.number
        }
    }

    private func checkAccess() throws {
        switch draft.target {
        case .host(let id) where type.access == "group" || type.isMulticast:
            throw FogError(
                .refused,
                "task type \"\(type.name)\" is for groups, not for host \(id)",
                hint: "FOG would join the host to whatever session writes the same image"
            )
        case .group(let id) where type.access == "host":
            throw FogError(.refused, "task type \"\(type.name)\" is for single hosts, not for group \(id)")
        case .group(let id) where type.isImaging && !type.isMulticast:
            throw FogError(
                .refused,
                "\"\(type.name)\" of group \(id) is not scheduled as one",
                hint: "FOG 1.5 gives members of a group each other's images: schedule it for each host"
            )
        default: break
        }
    }

    private func checkOptions() throws {
        let options = draft.options
        let lost = [
            options.debug ? "debug" : nil, options.account == nil ? nil : "account",
            options.session == nil ? nil : "session", options.stopsAtFailedSnapin ? "stopping at a failed snapin" : nil,
            options.replace ? "replace" : nil,
        ].compactMap(\.self)
        if !lost.isEmpty {
            throw FogError(.refused, "FOG keeps no \(lost.joined(separator: ", ")) for a scheduled task")
        }
        if type.isNamed(.passwordReset) {
            throw FogError(.refused, "\"\(type.name)\" cannot be scheduled: FOG keeps no account for it")
        }
        try TaskOrder.checkSnapins(options.snapins, of: type, for: ownerLabel)
        try TaskOrder.checkName(options.name, "task name")
        try TaskOrder.checkText(draft.description, "description", limit: 250)
    }
}

extension SnapinChoice {
    /// Value as FOG keeps it.
    ///
    /// Origin: FOG 1.5.9.239, section 5: `other2`.
    fileprivate var text: String {
        switch self {
        case .none: "0"
        case .all: "-1"
        case .one(let id): "\(id)"
        }
    }
}
