/// One request to a real FOG server and its answer.
package struct Recording: Sendable, CustomStringConvertible {
    /// File's name without `.json`, such as `101-host-get`.
    package let name: String
    package let request: Request
    package let response: Response
    /// What to look at; `nil` where the recording has no remark.
    package let note: String?

    package var description: String { name }

    /// Number at the start of the name, 1 or more.
    package var number: Int { Int(name.prefix(3)) ?? 0 }

    package struct Request: Sendable {
        package let method: String
        /// Path as sent, with prefix `/fog` and any query.
        package let path: String
        /// Header fields by name in lower case.
        ///
        /// Tokens read `<api-token>` and `<user-token>`.
        package let headers: [String: String]
        /// Body as sent, `nil` where there was none.
        package let body: String?
    }

    package struct Response: Sendable {
        package let status: Int
        package let reason: String
        /// Header fields by name in lower case.
        package let headers: [String: String]
        /// `json`, `text` or `empty`.
        package let bodyKind: String
        /// Length of the body in bytes as it was on the wire, before tokens and passwords were masked.
        package let byteCount: Int
        /// Parsed body, `nil` where it is no JSON.
        package let json: OrderedJSON?
        /// Body as text: as it was sent where the recording keeps that, else written anew as PHP does.
        package let text: String
    }
}

extension Recording {
    init(name: String, json: OrderedJSON) throws {
        guard let request = json["request"], let response = json["response"] else {
            throw OrderedJSONError(offset: 0, reason: "\(name) is no recording")
        }
        self.name = name
        self.request = Request(request)
        self.response = Response(response)
        note = json["note"]?.text
    }
}

extension Recording.Request {
    init(_ json: OrderedJSON) {
        method = json["method"]?.text ?? ""
        path = json["path"]?.text ?? ""
        headers = json["headers"].map(headerFields) ?? [:]
        switch json["body"] {
        case nil, .null: body = nil
        case .string(let text): body = text
        case .some(let value): body = value.wire
        }
    }
}

extension Recording.Response {
    init(_ json: OrderedJSON) {
        status = json["status"]?.integer ?? 0
        reason = json["reason"]?.text ?? ""
        headers = json["headers"].map(headerFields) ?? [:]
        bodyKind = json["bodyKind"]?.text ?? ""
        byteCount = json["bodyBytes"]?.integer ?? 0
        let body = json["body"] ?? .null
        self.json = bodyKind == "json" ? body : nil
        text = json["rawBody"]?.text ?? (bodyKind == "json" ? body.wire : body.text ?? "")
    }
}

private func headerFields(_ json: OrderedJSON) -> [String: String] {
    guard case .object(let members) = json else { return [:] }
    return Dictionary(members.map { ($0.key.lowercased(), $0.value.text ?? "") }, uniquingKeysWith: { $1 })
}
