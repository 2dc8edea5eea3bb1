import ArgumentParser
import FogModel

/// Options of `foghorn run` that say what a script may change.
struct GrantOptions: ParsableArguments {
    @Option(
        name: .customLong("allow"),
        help: ArgumentHelp(
            "What the script may do, as in task:deploy or \"write:host@group:Lab A\"; may be given several times.",
            valueName: "grant"
        )
    )
    var allowed: [String] = []

    @Option(
        name: .customLong("deny"),
        help: ArgumentHelp("What it may not do, whatever is allowed; may be given several times.", valueName: "grant")
    )
    var denied: [String] = []

    @Option(
        help: ArgumentHelp(
            "Most different hosts that the script may change (default: \(GrantOptions.usualHosts)).",
            valueName: "count"
        )
    )
    var maxHosts: Int?

    /// Most hosts that a run may change where nobody says otherwise.
    static let usualHosts = 25

    func validate() throws {
        if let maxHosts, maxHosts < 0 { throw ValidationError("--max-hosts takes 0 or more, not \(maxHosts)") }
    }

    /// Reads the grants.
    ///
    /// - Throws: ``UsageError`` pointing at the place where a grant goes wrong.
    func set() throws(UsageError) -> PermissionSet {
        PermissionSet(
            allow: try Self.grants(allowed, .allowing, "--allow"),
            deny: try Self.grants(denied, .denying, "--deny"),
            maxHosts: maxHosts
        )
    }

    private static func grants(
        _ texts: [String],
        _ use: Grant.Use,
        _ flag: String
    ) throws(UsageError) -> [Grant] {
        var grants: [Grant] = []
        for text in texts {
            do throws(GrantFault) {
                grants.append(try Grant(text, for: use))
            } catch {
                throw UsageError("\(flag): \(error.problem)", excerpt: error.pointer(in: text), hint: error.hint)
            }
        }
        return grants
    }
}
