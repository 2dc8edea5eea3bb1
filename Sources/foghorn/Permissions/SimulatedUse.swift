import FogBroker
import FogModel

/// What a run on the simulator has used, in flags for a live server.
enum SimulatedUse {
    /// Says which flags a live server would want; nil where nothing was changed.
    static func hint(_ permissions: RunPermissions) -> String? {
        let used = permissions.used.filter(\.isChange)
        guard !used.isEmpty else { return nil }
        var flags = used.map { "--allow \($0)" }
        if permissions.hostCount > GrantOptions.usualHosts { flags.append("--max-hosts \(permissions.hostCount)") }
        return "foghorn: a live server would want " + flags.joined(separator: " ")
    }
}
