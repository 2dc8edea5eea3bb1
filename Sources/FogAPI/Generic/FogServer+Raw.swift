import FogModel
import HTTPTypes

extension FogServer {
    /// Sends a request in FOG's own words.
    ///
    /// A read is sent again as other reads are, a change once. A request that cancels is not sent as it is: what it names
    /// is called off as the typed functions do, and one that names nothing that is there is refused, since FOG would
    /// cancel everything.
    ///
    /// - Returns: the answer, also where its status stands for an error of that request; secrets are kept back.
    /// - Throws: `FogError` with `invalidArgument` (method or path), `refused` (a cancel that names nothing), `auth`,
    ///   `denied`, `unavailable`, `timeout`, `uncertain` (answer to a change lost), `server` (PHP crashed).
    public func raw(_ raw: RawRequest) async throws -> RawAnswer {
        let request = try Self.request(raw)
        switch CancelGuard.examine(method: request.method.rawValue, path: request.path) {
        case .harmless: break
        case .refused(let reason): throw FogError(.refused, reason)
        case .one(let target):
            _ = try await cancel(target)
            return RawAnswer(status: 200, body: .data(.null))
        }
        let answer = try await answer(to: request) { answer in
            let status = answer.response.status.code
            return [400, 404, 406, 409, 417, 501].contains(status) || status == 500 && !answer.body.isEmpty
        }
        return RawAnswer(status: answer.response.status.code, body: body(of: answer, raw, request))
    }

    private func body(of answer: TransportAnswer, _ raw: RawRequest, _ request: FogRequest) -> RawAnswer.Body {
        guard answer.body.contains(where: { $0 > 0x20 }) else { return .empty }
        let className = Self.className(request.path)
        // Bare values of one field, with no name beside them by which a secret could be told.
        if Self.listsOneField(request.path), !raw.revealingSecrets { return .keptBack(bytes: answer.body.count) }
        let reading = DataReading(revealsSecrets: raw.revealingSecrets)
        let value = try? read(answer.body, of: request) { (reader) throws(JSONFault) in
            let value = try reading.value(of: "data", in: className, &reader)
            try reader.finish()
            return value
        }
        if let value { return .data(value) }
        // No table says what is secret in a text: only a word or two is shown.
        guard raw.revealingSecrets || answer.body.count <= 120 else { return .keptBack(bytes: answer.body.count) }
        return .text(String(decoding: answer.body, as: UTF8.self))
    }

    /// Whether a path asks for one field of all rows, as in `/fog/host/ids/x/ADPass`.
    private static func listsOneField(_ path: String) -> Bool {
        let parts = path.split { "/?".contains($0) }
        return parts.count > 3 && parts[2] == "ids"
    }

    /// Class in a path, as in `/fog/host/12`.
    private static func className(_ path: String) -> String {
        let parts = path.split { "/?".contains($0) }
        return parts.count > 1 ? String(parts[1]) : ""
    }

    private static func request(_ raw: RawRequest) throws -> FogRequest {
        let methods: [String: HTTPRequest.Method] = [
            "GET": .get, "HEAD": .head, "POST": .post, "PUT": .put, "DELETE": .delete,
        ]
        guard let method = methods[raw.method.uppercased()] else {
            throw FogError(
                .invalidArgument,
                "\"\(raw.method)\" is no method of FOG's API",
                hint: "it has " + methods.keys.sorted().joined(separator: ", ")
            )
        }
        var path = raw.path.hasPrefix("/") ? String(raw.path.dropFirst()) : raw.path
        if path != "fog", !path.hasPrefix("fog/") { path = "fog/" + path }
        if !raw.query.isEmpty { path += "?" + raw.query }
        let parts = path.split(separator: "?", maxSplits: 1)[0].split(separator: "/")
        let isPlain = path.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"#\\".unicodeScalars.contains($0)
        }
        guard isPlain, !parts.contains("."), !parts.contains("..") else {
            throw FogError(
                .invalidArgument,
                "path \"\(raw.path)\" cannot be sent",
                hint: "write it as in host/12, without blanks; FOG does not decode paths"
            )
        }
        let isRead = method == .get || method == .head
        return FogRequest(
            kind: isRead ? (parts.last.flatMap { Int($0) } == nil ? .list : .row) : .change,
            method: method,
            path: "/" + path,
            body: try raw.body?.json(of: "body"),
            subject: "\(method.rawValue) /\(path)"
        )
    }
}
