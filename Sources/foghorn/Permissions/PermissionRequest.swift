package import FogModel
package import FogSession

/// What a workflow asks of its operator.
package struct PermissionRequest: Sendable {
    /// Name of the script as the user wrote it.
    package var script: String
    /// Everything that it declares.
    package var declared: [Grant]
    /// Most hosts that it says it changes; nil where it does not say.
    package var maxHosts: Int?
    /// What the operator has granted by flags.
    package var given: PermissionSet

    /// Takes a workflow's own words.
    package init(_ description: WorkflowDescription, script: String, given: PermissionSet) {
        self.script = script
        // The session has read each of them; what is no grant asks for nothing.
        declared = description.permissions.compactMap { try? Grant($0) }
        maxHosts = description.maxHosts
        self.given = given
    }

    /// What nobody has granted; a narrower grant by a flag is the operator's answer, too.
    package var missing: [Grant] {
        declared.filter { grant in
            grant.scope != .verb(.read)
                && !(given.allow ?? []).contains { flag in
                    if flag.scope == grant.scope { return true }
                    if case .verb(let verb) = grant.scope { return flag.grants(verb) }
                    return false
                }
        }
    }

    /// Flags that grant what is missing, as a shell takes them.
    package var flags: String {
        missing.map { grant in
            let text = "\(grant)"
            let isPlain = text.utf8.allSatisfy { byte in
                byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: ":")
                    || byte == UInt8(ascii: "_") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            }
            return "--allow " + (isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'")
        }
        .joined(separator: " ")
    }

    /// Shows the request.
    ///
    /// - Parameters:
    ///   - address: the server's.
    ///   - hosts: how many hosts the parameters name now; nil where they name none.
    ///   - most: how many the run may change if it is granted.
    /// - Returns: lines without a final line feed.
    package func text(address: String, hosts: Int?, most: Int) -> String {
        let (destructive, others) = missing.reduce(into: ([Grant](), [Grant]())) { parts, grant in
            if grant.isDestructive { parts.0.append(grant) } else { parts.1.append(grant) }
        }
        var lines = ["\(script) asks, on \(address), to"]
        lines += others.map { "  " + $0.words }
        if !destructive.isEmpty {
            lines.append(others.isEmpty ? "do what cannot be undone:" : "and to do what cannot be undone:")
            lines += destructive.map { "  ! " + $0.words }
        }
        let now = hosts.map { "on \(Self.count($0)) now, " } ?? ""
        lines.append("\(now)and to change \(Self.count(most)) at most.")
        return lines.joined(separator: "\n")
    }

    private static func count(_ number: Int) -> String { "\(number) \(number == 1 ? "host" : "hosts")" }
}
