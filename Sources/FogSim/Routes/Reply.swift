/// Answer of the server before it becomes an HTTP response.
struct Reply: Sendable {
    var status: Int
    var contentType: String
    var location: String?
    var body: [UInt8]
    /// Value of the header `Link`, by which FOG 1.6 names other pages of a list.
    var link: String?
    /// Error in words of which the body is made; `nil` for any other body.
    private var message: String?
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

    /// Answers with an error in words.
    static func error(_ message: String, _ status: Int) -> Self {
        var reply = Self(status: status, contentType: json, body: body(message, isCompact: false))
        reply.message = message
        return reply
    }

    /// Gives the same answer in the layout of a version.
    func laidOut(for dialect: FogSim.Dialect) -> Self {
        guard dialect.isFog16, let message else { return self }
        var reply = self
        reply.body = Self.body(message, isCompact: true)
        return reply
    }

    private static func body(_ message: String, isCompact: Bool) -> [UInt8] {
        var writer = WireWriter(isCompact: isCompact)
        writer.beginObject()
        writer.key("error")
        writer.string(message)
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
