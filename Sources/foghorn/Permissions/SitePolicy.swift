package import FogBroker
import FogModel
import Foundation
import Yams

/// What the site allows, in a file that its users cannot change.
///
/// ```yaml
/// allow: [read, "write:host", "task:deploy@group:Lab*"]
/// deny: ["task:full_wipe", "delete:*"]
/// max_hosts: 60
/// ```
///
/// Without `allow` everything is allowed that is not denied.
package enum SitePolicy {
    /// Where the file lies.
    package static let standardPath: String = "/etc/foghorn/policy.yaml"

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - path: file.
    ///   - owner: number of the user that it has to belong to; 0 is root.
    /// - Returns: the site's layer; nil where there is no such file.
    /// - Throws: ``UsageError`` naming file and line where it does not hold, belongs to another, or may be written by
    ///   others; a policy that cannot be read stops everything.
    package static func read(_ path: String = standardPath, owner: Int = 0) throws(UsageError) -> PermissionLayer? {
        // What is there and cannot be read is a fault of its own: only what is not there allows everything.
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            if FileManager.default.fileExists(atPath: path) { throw UsageError("cannot read \(path)") }
            return nil
        }
        try check(path, attributes, owner: owner)
        let file = try SettingsFile(reading: path)
        var set = PermissionSet()
        var places: [Grant: String] = [:]
        for (key, value) in file.root {
            switch key.string {
            case "allow": set.allow = try grants(value, of: key, .allowing, in: file, &places)
            case "deny": set.deny = try grants(value, of: key, .denying, in: file, &places)
            case "max_hosts":
                guard let number = value.int, number >= 0 else {
                    throw UsageError("\(file.place(of: key)): max_hosts takes a number, 0 or more")
                }
                set.maxHosts = number
            case let name:
                throw EntryReader(file: file).unknown(key, name ?? "", among: ["allow", "deny", "max_hosts"])
            }
        }
        return PermissionLayer(.site(path), set, places: places)
    }

    private static func check(
        _ path: String,
        _ attributes: [FileAttributeKey: Any],
        owner: Int
    ) throws(UsageError) {
        let mode = (attributes[.posixPermissions] as? Int) ?? 0o777
        guard (attributes[.ownerAccountID] as? Int) == owner else {
            throw UsageError(
                "\(path) is the site's policy and does not belong to \(owner == 0 ? "root" : "user \(owner)")",
                hint: "run: chown \(owner == 0 ? "root" : "\(owner)") \(path)"
            )
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw UsageError("\(path) is the site's policy and no plain file")
        }
        guard mode & 0o022 == 0 else {
            throw UsageError(
                "\(path) is the site's policy and can be written by others (mode \(String(mode, radix: 8)))",
                hint: "run: chmod go-w \(path)"
            )
        }
    }

    private static func grants(
        _ value: Node,
        of key: Node,
        _ use: Grant.Use,
        in file: SettingsFile,
        _ places: inout [Grant: String]
    ) throws(UsageError) -> [Grant] {
        guard let items = value.sequence else {
            throw UsageError(
                "\(file.place(of: key)): \(key.string ?? "") is a list of grants",
                hint: "write \(key.string ?? ""): [\"task:deploy\", …]"
            )
        }
        var grants: [Grant] = []
        for item in items {
            let text = item.string ?? ""
            do throws(GrantFault) {
                let grant = try Grant(text, for: use)
                grants.append(grant)
                places[grant] = places[grant] ?? file.place(of: item)
            } catch {
                throw UsageError(
                    "\(file.place(of: item)): \(error.problem)",
                    excerpt: error.pointer(in: text),
                    hint: error.hint
                )
            }
        }
        return grants
    }
}
