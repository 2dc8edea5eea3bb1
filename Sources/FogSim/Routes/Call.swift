/// Request in the form in which FOG's router looks at it.
struct Call: Sendable {
    let method: String
    /// Path after `/fog`, without query, not decoded.
    let path: String
    /// What follows the path, which FOG 1.5 passes over.
    let query: Query
    /// Parts of the path, empty ones at the end included.
    let parts: [String]
    let raw: [UInt8]
    /// Body as JSON; null where it is none.
    let body: JSON
    /// Whether the path lies in `/fog`, outside of which the web server has nothing.
    let isInFolder: Bool
    /// Login name of HTTP Basic, `nil` with tokens.
    var login: String?
    /// Number from which on tasks are not seen, having been made since the request arrived.
    var sight = Int.max

    init(method: String, path: String, body: [UInt8]) {
        let bare = path.prefix { $0 != "?" }
        query = Query(path.dropFirst(bare.count + 1))
        isInFolder = bare == "/fog" || bare.hasPrefix("/fog/")
        self.method = method
        self.path = String(bare.dropFirst("/fog".count))
        parts = self.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        raw = body
        self.body = JSONReader.read(body) ?? .null
    }

    /// Part of the path, empty where the path is shorter.
    func part(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }

    /// Whether texts of the answer are HTML-escaped.
    var isEscaping: Bool { !path.contains("service") }
}
