import FogAPI
import FogBroker
import FogHTTP
import FogModel
import FogSession
import FogTime

/// The server that a prompt works on, with all that belongs to it.
struct PromptPlace: Sendable {
    /// Server and clock.
    let site: Site
    /// Name of the server in the settings; nil for a bare address and for the simulator.
    let name: String?
    /// Clock to put forward; nil on a live server, and where virtual time jumps by itself.
    let pacedClock: PacedClock?
    /// What answers operations.
    let broker: Broker
    /// What may be changed.
    let permissions: RunPermissions
    /// Other servers that scripts name.
    let others: OtherServers
    /// Where artifacts land.
    let artifacts: ArtifactFolder
    /// Names for completion.
    let names: NameCache
    /// How much was asked.
    let operations: OperationCount
    private let locks: HostLocks?

    init(
        site: Site,
        name: String?,
        pacedClock: PacedClock?,
        broker: Broker,
        permissions: RunPermissions,
        locks: HostLocks?,
        others: OtherServers,
        artifacts: ArtifactFolder,
        names: NameCache,
        operations: OperationCount
    ) {
        self.site = site
        self.name = name
        self.pacedClock = pacedClock
        self.broker = broker
        self.permissions = permissions
        self.locks = locks
        self.others = others
        self.artifacts = artifacts
        self.names = names
        self.operations = operations
    }

    /// Where the prompt is, as in `school live` and `sim 22:14`.
    var label: String {
        guard let simulation = site.simulation else { return "\(name ?? Self.short(site.server.address)) live" }
        let time = InstantText(offset: simulation.zone).clock(site.clock.secondsSince1970)
        return "sim \(time)"
    }

    /// Name of the file that holds what was entered here.
    var historyName: String { site.isSimulated ? "sim" : name ?? Self.short(site.server.address) }

    /// Lets go of connections and hosts.
    func end() async {
        locks?.end()
        await site.transport?.shutdown()
        await others.shutdown()
    }

    /// How far the server's zone is from UTC in seconds; nil where it does not tell.
    func zone() async -> Int? {
        if let simulation = site.simulation { return simulation.zone }
        return try? await site.server.zoneSpan(at: Int(site.clock.secondsSince1970)).offset
    }

    /// Lines that name the tasks of this session that still run on the server, and how to call them off.
    var leftOnServer: [String] {
        let left = broker.activeTasks
        let uncertain = broker.uncertainTasks.map { "\($0)" }
        if left.isEmpty { return uncertain }
        return ["on the server there still run:"] + left.prefix(20).map { "  \($0)" }
            + (left.count > 20 ? ["  … and \(left.count - 20) more"] : [])
            + ["fog.task_cancel(\(left[0].task)) cancels one"] + uncertain
    }

    private static func short(_ address: String) -> String {
        let name = address.split(separator: "/").dropFirst().first.map(String.init) ?? address
        return name
    }
}
