/// A fault that versions of FOG are known to have, and what Foghorn does about it.
package struct KnownFault: Hashable, Sendable {
    /// Versions that have it, by how they begin, as in `1.5.9`.
    package let versions: [String]
    /// What happens.
    package let text: String
    /// What Foghorn does, or what a person can do.
    package let advice: String

    /// Whether a server has it.
    ///
    /// - Parameters:
    ///   - version: exact version; nil where the server does not tell, and then the family's is looked at.
    ///   - family: family of the API.
    /// - Returns: whether it has it.
    package func concerns(version: String?, family: String?) -> Bool {
        guard let known = version ?? family else { return false }
        return versions.contains { known == $0 || known.hasPrefix($0 + ".") || known.hasPrefix($0 + "-") }
    }

    /// All that are known.
    ///
    /// Origin: measured on FOG 1.5.9.239; 1.5.10 and 1.6 by their source and their release notes.
    package static let all: [KnownFault] = [
        KnownFault(
            versions: ["1.5"],
            text: "cancelling a task that does not exist cancels every task",
            advice: "Foghorn never sends that; other clients of this server may"
        ),
        KnownFault(
            versions: ["1.5"],
            text: "a task for a group can give hosts each other's images",
            advice: "Foghorn makes tasks host by host; do the same in the web page where images differ"
        ),
        KnownFault(
            versions: ["1.5"],
            text: "a deploy that failed looks like one that runs",
            advice: "Foghorn judges by progress; such a task stays active until somebody cancels it"
        ),
        KnownFault(
            versions: ["1.5"],
            text: "lists of more than some 3,250 hosts crash with PHP's usual limit of 256 MiB",
            advice: "Foghorn reads page by page; for the web page, raise memory_limit"
        ),
        KnownFault(
            versions: ["1.5"],
            text: "whoever may use the API may do everything and read every password (GHSA-2hqx-5ffg-w4c3)",
            advice: "update to the last 1.5.10 or to 1.6, and give tokens to few"
        ),
        KnownFault(
            versions: ["1.5"],
            text: "1.5 gets no more fixes once 1.6.0 is out, security ones included",
            advice: "plan the update to 1.6"
        ),
        KnownFault(
            versions: ["1.6.0-beta", "1.6.0-alpha"],
            text: "waking a host that has a task can end that task as if it were done",
            advice: "Foghorn refuses to wake a busy host"
        ),
        KnownFault(
            versions: ["1.6"],
            text: "an unknown number in a cancellation reaches every task",
            advice: "Foghorn never sends that; other clients of this server may"
        ),
    ]
}
