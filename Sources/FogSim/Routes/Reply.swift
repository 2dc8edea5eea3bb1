/// Answer of the server before it becomes an HTTP response.
struct Reply: Sendable {
    var status: Int
    var contentType: String
    var location: String?
    var body: [UInt8]
    /// Whether PHP answered; what the web server answers by itself lacks two headers.
    var isFromPHP = true

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
        var writer = WireWriter()
        writer.beginObject()
        writer.key("error")
        writer.string(message)
        if let title {
            writer.key("title")
            writer.string(title)
        }
        writer.endObject()
        return Self(status: status, contentType: json, body: writer.bytes)
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
