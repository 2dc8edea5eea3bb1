import FogAPI
import FogModel

extension FogServer {
    /// Finds out why a host is where it is.
    ///
    /// - Parameters:
    ///   - id: host.
    ///   - now: seconds since 1970-01-01 UTC.
    /// - Returns: what it waits for or does, in a sentence.
    /// - Throws: `FogError` with `notFound`.
    func reason(of id: HostID, at now: Double) async throws -> WaitReason {
        let host = try await host(.id(id))
        let active = try await tasks(TaskQuery())
        guard let task = active.first(where: { $0.hostID == id }) else {
            let past = host.deployed.map { "was last imaged \(Self.age(since: $0, now)) ago" } ?? "was never imaged"
            return WaitReason(.idle, "\(host.name) has no active task; it \(past)")
        }
        let type = try await taskTypes().first { $0.id == task.typeID }
        let what = task.typename ?? type?.name ?? "task \(task.id)"
        if type?.isForSnapins ?? false {
            let text =
                "\(host.name) is to run snapins: its client asks for them while the system runs (\(what), task \(task.id))"
            return WaitReason(.runsSnapins, text, task: task.id)
        }
        switch task.state {
        case .queued: return Self.notBooted(host, task, what, now)
        case .checkedIn where type?.isMulticast ?? false,
            .inProgress where type?.isMulticast ?? false && task.percent == 0:
            // A client that has joined its session is in progress for the server, though the stream has not begun.
            return try await waitsForSession(host, task, active)
        case .checkedIn: return try await inQueue(host, task, active)
        default: break
        }
        let kind: WaitReason.Kind = type?.isImaging ?? false ? .imaging : .working
        let rest = task.timeRemaining.map { ", \($0) left" } ?? ""
        return WaitReason(
            kind,
            "\(host.name) does \(what) and is at \(task.percent) %\(rest) (task \(task.id))",
            task: task.id
        )
    }

    private static func notBooted(_ host: Host, _ task: FogTask, _ what: String, _ now: Double) -> WaitReason {
        let since = task.createdTime.map { " for \(age(since: $0, now))" } ?? ""
        let wake = task.wol ? "it was woken once" : "nobody has woken it"
        return WaitReason(
            .notBooted,
            "\(host.name) has not booted into \(what)\(since): \(wake); see that it is on and boots from the network first "
                + "(task \(task.id))",
            task: task.id
        )
    }

    private func waitsForSession(_ host: Host, _ task: FogTask, _ active: [FogTask]) async throws -> WaitReason {
        for (session, members) in try await membersOfSessions(among: active)
        where members.contains(where: { $0.id == task.id }) {
            let sight = SessionSight(session, members)
            return WaitReason(
                .waitsForSession,
                "\(host.name) waits for the other hosts of session \"\(sight.name)\": \(sight.joined) of \(sight.expected) "
                    + "are there (task \(task.id))",
                task: task.id
            )
        }
        return WaitReason(
            .waitsForSession,
            "\(host.name) waits for a multicast session that is not there any more; cancel task \(task.id)",
            task: task.id
        )
    }

    /// Counts the slots of the host's storage group and who stands before it.
    ///
    /// Origin: FOG 1.5.9.239, api-1.5.md section 8: the slots of a group are those of its enabled nodes.
    private func inQueue(_ host: Host, _ task: FogTask, _ active: [FogTask]) async throws -> WaitReason {
        let nodes = try await list(StorageNode.self).filter {
            $0.isEnabled && $0.storagegroupID?.number == task.storagegroupID
        }
        let slots = nodes.reduce(0) { $0 + max(0, min($1.maxClients, 1_000_000)) }
        let same = active.filter { $0.storagegroupID == task.storagegroupID }
        let used = same.count { $0.state == .inProgress }
        let before = same.count {
            $0.state == .checkedIn && ($0.checkInTime ?? .max, $0.id) < (task.checkInTime ?? .max, task.id)
        }
        let name = nodes.first?.storagegroupname.map { " of storage group \"\($0)\"" } ?? ""
        let why = slots == 0 ? "none of its nodes is enabled" : "\(used) of \(slots) slots are taken"
        return WaitReason(
            .inQueue,
            "\(host.name) is number \(before + 1) in the queue\(name): \(why) (task \(task.id))",
            task: task.id,
            place: before + 1,
            used: used,
            slots: slots
        )
    }

    private static func age(since time: Int, _ now: Double) -> String {
        Duration.seconds(max(0, min(now - Double(time), 1e10)).rounded()).words
    }
}
