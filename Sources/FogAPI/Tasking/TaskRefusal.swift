import FogModel

/// What FOG says when it refuses a task, and what to do about it.
///
/// The texts are FOG's English ones; a server in another language is understood by what its tasks look like afterwards,
/// and its text is passed on.
///
/// Origin: FOG 1.5.9.239, section 2 and `Host::createImagePackage`; FOG 1.6 the same, and `MulticastSession`.
enum TaskRefusal {
    private struct Entry {
        let text: String
        let code: FogError.Code
        let hint: String
    }

    private static let entries: [Entry] = [
        Entry(
            text: "already a member of an active task",
            code: .conflict,
            hint: "wait for the host's task or cancel it first"
        ),
        Entry(text: "image is not valid", code: .refused, hint: "give the host an image first"),
        Entry(text: "image is not enabled", code: .refused, hint: "enable the image first"),
        Entry(
            text: "not compatible with this host",
            code: .refused,
            hint: "the image is for another processor: give the host one for its own"
        ),
        Entry(
            text: "not replicated to this storage group",
            code: .refused,
            hint: "add the host's storage group to the image and let FOG replicate it"
        ),
        Entry(
            text: "could not find any",
            code: .refused,
            hint: "enable a storage node in the image's storage group"
        ),
        Entry(
            text: "master storage node",
            code: .refused,
            hint: "make an enabled node the master of the image's storage group"
        ),
        Entry(
            text: "storage group",
            code: .refused,
            hint: "put the image into a storage group that has a node"
        ),
        Entry(
            text: "session has already started",
            code: .conflict,
            hint: "the room is being written to: image the host alone, or wait for the next session"
        ),
        Entry(
            text: "only configured to run",
            code: .refused,
            hint: "wait for a multicast session to end, or raise FOG_MULTICAST_MAX_SESSIONS"
        ),
        Entry(
            text: "multicast port is already in use",
            code: .refused,
            hint: "wait for a multicast session to end, or add ports to FOG_MULTICAST_PORT_OVERRIDE"
        ),
        Entry(text: "snapin", code: .refused, hint: "give the host the snapin first"),
        Entry(text: "secure boot", code: .refused, hint: "see the host's Secure Boot state on FOG's page of the host"),
    ]

    /// Words a refusal.
    ///
    /// - Parameters:
    ///   - error: what came back for the request that makes a task.
    ///   - subject: task and host, as in `Deploy for host 1 "pc-001"`.
    /// - Returns: the refusal; nil for an error that is none.
    static func error(for error: FogError, _ subject: String) -> FogError? {
        // 1.5 refuses with 500, 1.6 with 400; what else comes with a 500 is no answer of FOG's own.
        guard let status = error.status, [400, 500].contains(status), let text = error.cause,
            error.message.hasSuffix("the server says \"\(text)\"")
        else { return nil }
        let entry = entries.first { text.lowercased().contains($0.text) }
        return FogError(
            entry?.code ?? .refused,
            "\(subject): the server says \"\(text)\"",
            status: status,
            hint: entry?.hint,
            cause: text
        )
    }
}
