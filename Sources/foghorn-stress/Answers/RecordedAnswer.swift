import TestSupport

/// An answer of a real server, to be damaged.
struct RecordedAnswer: Sendable {
    /// Class in the path of the request, as in `host`.
    let className: String
    let status: Int
    let contentType: String
    let body: [UInt8]

    /// Reads all recordings of both typings, and adds what no recording shows.
    static func all() throws -> [RecordedAnswer] {
        try Fixtures.Typing.allCases.flatMap { try Fixtures.recordings($0) }
            .filter { $0.response.text.utf8.count > 1 }
            .map { recording in
                RecordedAnswer(
                    className: className(recording.request.path),
                    status: recording.response.status,
                    contentType: recording.response.headers["content-type"] ?? "",
                    body: Array(recording.response.text.utf8)
                )
            }
    }

    private static func className(_ path: String) -> String {
        let parts = path.split { $0 == "/" || $0 == "?" }
        let word = parts.count > 1 ? String(parts[1]) : ""
        // FOG 1.5 calls a setting otherwise.
        return word == "service" ? "setting" : word
    }
}
