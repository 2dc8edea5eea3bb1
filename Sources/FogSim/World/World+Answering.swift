import HTTPTypes

extension World {
    /// Lets a request take effect at the present time and answers it.
    mutating func conclude(_ arrival: Arrival) -> FogSim.Answer {
        var reply: Reply
        if let replacement = arrival.fault?.reply {
            reply = replacement
        } else {
            do {
                reply = try handle(arrival)
            } catch {
                reply = error.reply.laidOut(for: configuration.dialect)
            }
        }
        arrange()
        note(causedBy: arrival)
        reply.body = (arrival.fault?.prefix ?? []) + reply.body
        var answer = FogSim.Answer(reply, arrival.fault?.delivery(of: reply.body.count) ?? .whole)
        answer.response.headerFields[.date] = Stamp.http(now)
        return answer
    }

    private mutating func handle(_ arrival: Arrival) throws(Refusal) -> Reply {
        let request = arrival.request
        let isDropped = quirks.contains(.getBodyDropped) && request.method == .get
        let body = isDropped ? [] : arrival.body
        var call = Call(method: request.method.rawValue, path: request.path ?? "/", body: body)
        if quirks.contains(.noTaskLock) { call.sight = arrival.sight }
        if let reply = try webServer(call) { return reply }
        guard !configuration.dialect.isFog16 else { return try route16(&call, request.headerFields) }
        let visitor = try admit(request.headerFields)
        try checkLimits(visitor.user, call)
        call.login = visitor.login
        return try route(call)
    }

    /// Answers what never reaches the API: the web page, real files, the service folder.
    private mutating func webServer(_ call: Call) throws(Refusal) -> Reply? {
        guard call.isInFolder else { return Reply(status: 404, contentType: Reply.html, body: [], isFromPHP: false) }
        switch call.path {
        case "", "/", "/index.php":
            return Reply(
                status: 302,
                contentType: Reply.html,
                location: "./management/index.php",
                body: [],
                isFromPHP: false
            )
        case "/service":
            return Reply.movedToFolder("http://\(configuration.authority)/fog/service/")
        default:
            guard call.method != "TRACE" else { throw Refusal(.empty(403)) }
            guard call.part(0) == "service", call.part(1).hasSuffix(".php") else { return nil }
            if call.part(1) == "getversion.php" {
                return Reply(status: 200, contentType: Reply.html, body: Array(configuration.dialect.version.utf8))
            }
            return client(call)
        }
    }
}

extension FogSim.Answer {
    /// Makes an answer with the header fields of the recordings.
    init(_ reply: Reply, _ delivery: FogSim.Delivery) {
        var fields = HTTPFields()
        if reply.isFromPHP {
            fields[.xFrameOptions] = "sameorigin"
            fields[.strictTransportSecurity] = "max-age=31536000"
        }
        if let link = reply.link { fields[.link] = link }
        if let location = reply.location { fields[.location] = location }
        if reply.body.isEmpty { fields[.contentLength] = "0" }
        fields[.connection] = "close"
        fields[.contentType] = reply.contentType
        self.init(
            response: HTTPResponse(status: .init(code: reply.status), headerFields: fields),
            body: reply.body,
            delivery: delivery
        )
    }
}

extension HTTPField.Name {
    fileprivate static let link = HTTPField.Name("Link") ?? .server
    fileprivate static let xFrameOptions = HTTPField.Name("X-Frame-Options") ?? .server
}

extension Reply {
    /// Answers as Apache does for a folder without the slash at its end.
    static func movedToFolder(_ place: String) -> Self {
        let page = """
            <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
            <html><head>
            <title>301 Moved Permanently</title>
            </head><body>
            <h1>Moved Permanently</h1>
            <p>The document has moved <a href="\(place)">here</a>.</p>
            </body></html>

            """
        return Self(
            status: 301,
            contentType: "text/html; charset=iso-8859-1",
            location: place,
            body: Array(page.utf8),
            isFromPHP: false
        )
    }
}
