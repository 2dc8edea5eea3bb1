import HTTPTypes

extension World {
    /// Answers a request at the present time.
    mutating func answer(_ request: HTTPRequest, _ body: [UInt8]) -> FogSim.Answer {
        let path = request.path ?? "/"
        let fault = strike(request.method.rawValue, path)
        if let fault, let reply = fault.reply { return FogSim.Answer(reply, .whole) }
        let reply: Reply
        do {
            reply = try handle(request, path, body)
        } catch {
            reply = error.reply
        }
        switch fault {
        case .dropAnswer: return FogSim.Answer(reply, .lost)
        case .cutAnswer(let count) where count < reply.body.count: return FogSim.Answer(reply, .cut(after: count))
        default: return FogSim.Answer(reply, .whole)
        }
    }

    /// Counts a request for every rule and gives the effect of the first that strikes.
    private mutating func strike(_ method: String, _ path: String) -> FogSim.FaultRule.Effect? {
        var effect: FogSim.FaultRule.Effect?
        for (index, rule) in configuration.faults.enumerated() {
            guard rule.method == nil || rule.method == method, rule.path.isEmpty || path.contains(rule.path) else {
                continue
            }
            faultCounts[index] += 1
            let count = faultCounts[index] - rule.skip
            guard count > 0, count % rule.every == 0, rule.limit.map({ count / rule.every <= $0 }) ?? true else {
                continue
            }
            effect = effect ?? rule.effect
        }
        return effect
    }

    private mutating func handle(_ request: HTTPRequest, _ path: String, _ body: [UInt8]) throws(Refusal) -> Reply {
        let isDropped = quirks.contains(.getBodyDropped) && request.method == .get
        var call = Call(method: request.method.rawValue, path: path, body: isDropped ? [] : body)
        if let reply = try webServer(call) { return reply }
        call.login = try admit(request.headerFields)
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
            return client(call)
        }
    }
}

extension FogSim.FaultRule.Effect {
    /// Answer in the place of the server's; `nil` where the request is looked at.
    fileprivate var reply: Reply? {
        switch self {
        case .crash: .crash
        case .page(let status):
            Reply(
                status: status,
                contentType: Reply.html,
                body: Array("<html><body><h1>\(status)</h1></body></html>\n".utf8),
                isFromPHP: false
            )
        case .redirect(let place):
            Reply(status: 302, contentType: Reply.html, location: place, body: [], isFromPHP: false)
        case .dropAnswer, .cutAnswer: nil
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
