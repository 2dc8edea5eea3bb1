/// Answer of the server before it becomes an HTTP response.
struct Reply: Sendable {
    var status: Int
    var contentType: String
    var location: String?
    var body: [UInt8]
    /// Value of the header `Link`, by which FOG 1.6 names other pages of a list.
    var link: String?
    /// Texts by key of which the body is made, where it is an error in words.
    private var words: [(key: String, text: String)] = []
    /// Whether PHP answered; what the web server answers by itself lacks two headers.
    var isFromPHP: Bool

    init(status: Int, contentType: String, location: String? = nil, body: [UInt8], isFromPHP: Bool = true) {
        self.status = status
        self.contentType = contentType
        self.location = location
        self.body = body
        self.isFromPHP = isFromPHP
    }

    static let json = "application/json"
    static let html = "text/html; charset=UTF-8"
    static let plain = "text/plain;charset=UTF-8"

    /// Answers 200 with a body of JSON, finished or plain.
    static func ok(_ body: [UInt8]) -> Self { Self(status: 200, contentType: json, body: body) }

    /// Answers 200 with a short text.
    static func ok(_ text: String) -> Self { ok(Array(text.utf8)) }

    /// Answers with a status and no body, as FOG does for most refusals.
    static func empty(_ status: Int) -> Self { Self(status: status, contentType: json, body: []) }

    /// Answers as a crash of PHP does: 500 with nothing in it.
    static let crash = Self(status: 500, contentType: html, body: [])

    /// Answers with an error in words, on FOG 1.6 with a title at times.
    static func error(_ message: String, _ status: Int, title: String? = nil) -> Self {
        let words = [("error", message)] + (title.map { [("title", $0)] } ?? [])
        var reply = Self(status: status, contentType: json, body: body(words, isCompact: false))
        reply.words = words
        return reply
    }

    /// Gives the same answer in the layout of a version.
    func laidOut(for dialect: FogSim.Dialect) -> Self {
        guard dialect.isFog16, !words.isEmpty else { return self }
        var reply = self
        reply.body = Self.body(words, isCompact: true)
        return reply
    }

    private static func body(_ words: [(key: String, text: String)], isCompact: Bool) -> [UInt8] {
        var writer = WireWriter(isCompact: isCompact)
        writer.beginObject()
        for word in words {
            writer.key(word.key)
            writer.string(word.text)
        }
        writer.endObject()
        return writer.bytes
    }
}

/// Reply that ends the work on a request at once.
struct Refusal: Error {
    let reply: Reply

    init(_ reply: Reply) { self.reply = reply }

    static let notFound = Refusal(.empty(404))
    static let notImplemented = Refusal(.empty(501))
    static let crash = Refusal(.crash)

    static func error(_ message: String, _ status: Int = 500) -> Self { Self(.error(message, status)) }
}
