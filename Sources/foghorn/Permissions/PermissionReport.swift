package import FogModel

/// What a script declares, and what it was seen to use.
package struct PermissionReport: Sendable {
    /// Name of the script as the user wrote it.
    package var script: String
    /// What it declares; nil for a plain script.
    package var declared: [Grant]?
    /// Most hosts that it says it changes; nil where it does not say.
    package var maxHosts: Int?
    /// What it has used and on how many hosts; nil where nobody has looked.
    package var used: (verbs: [PermissionVerb], hosts: Int)?

    /// Makes a report.
    package init(
        script: String,
        declared: [Grant]?,
        maxHosts: Int? = nil,
        used: (verbs: [PermissionVerb], hosts: Int)? = nil
    ) {
        self.script = script
        self.declared = declared
        self.maxHosts = maxHosts
        self.used = used
    }

    /// The report in lines, without a final line feed.
    package var text: String {
        var lines: [String] = []
        if let declared {
            lines.append(declared.isEmpty ? "\(script) declares nothing." : "\(script) declares that it wants to")
            lines += Self.list(declared)
            if let maxHosts { lines.append("on \(maxHosts) \(maxHosts == 1 ? "host" : "hosts") at most") }
        } else {
            lines.append("\(script) is a plain script: it may read, and each thing that it changes is asked for.")
        }
        guard let used else { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append(used.verbs.isEmpty ? "On the simulator it used nothing." : "On the simulator it was seen to")
        lines += Self.list(used.verbs.map { Grant($0) })
        if used.hosts > 0 { lines.append("and has changed \(used.hosts) \(used.hosts == 1 ? "host" : "hosts")") }
        return (lines + difference(used.verbs)).joined(separator: "\n")
    }

    private func difference(_ used: [PermissionVerb]) -> [String] {
        guard let declared else { return [] }
        let undeclared = used.filter { verb in !declared.contains { $0.grants(verb) } }
        let unused = declared.filter { grant in !used.contains(where: grant.grants) }
        if undeclared.isEmpty, unused.isEmpty { return ["", "It declares what it uses."] }
        var lines = [""]
        if !undeclared.isEmpty { lines.append("used and not declared: " + Self.words(undeclared)) }
        if !unused.isEmpty { lines.append("declared and not used here: " + Self.words(unused)) }
        return lines
    }

    private static func list(_ grants: [Grant]) -> [String] {
        grants.filter { !$0.isDestructive }.map { "  " + $0.words }
            + grants.filter(\.isDestructive).map { "! " + $0.words }
    }

    private static func words(_ items: [some CustomStringConvertible]) -> String {
        items.map { "\($0)" }.joined(separator: ", ")
    }
}
