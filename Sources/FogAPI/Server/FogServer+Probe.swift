public import FogModel
import HTTPTypes
import Synchronization

extension FogServer {
    /// Finds out what server this is; asked once and kept.
    ///
    /// - Returns: address, API family, typing by the shape of the server's answers, time zone.
    /// - Throws: `FogError` with `auth` (api token or user refused, told apart), `unavailable` (no server, no FOG server,
    ///   API switched off, sent elsewhere).
    public func info() async throws -> ServerInfo {
        if let info = known.withLock({ $0.info }) { return info }
        try await checkIn()
        let typing = try await typing()
        let info = ServerInfo(url: address, version: "1.5", typing: typing, zone: try await zone())
        known.withLock { $0.info = info }
        return info
    }

    /// Sees that a FOG server is there and takes the tokens.
    ///
    /// Origin: FOG 1.5.9.239, recording 001: text `success`; older ones send nothing.
    package func checkIn() async throws {
        let request = FogRequest(
            kind: .row,
            method: .get,
            path: "/fog/system/info",
            body: nil,
            subject: "/fog/system/info"
        )
        do {
            let body = try await send(request, attempts: 2)
            let text = Refusal.excerpt(body)
            if text.isEmpty || text == "success" || text.hasPrefix("{") { return }
            throw stranger("answered /fog/system/info with \"\(text)\"", status: 200)
        } catch let error as FogError where error.code == .notFound || error.code == .server {
            throw stranger(error.message, status: error.status)
        }
    }

    private func stranger(_ what: String, status: Int?) -> FogError {
        FogError(
            .unavailable,
            "\(address) does not answer like a FOG server",
            status: status,
            hint: "give the address under which /fog/management opens, without a path",
            cause: what
        )
    }

    /// Tells by the task types whether numbers are written as strings, and keeps the types.
    private func typing() async throws -> ServerInfo.Typing {
        let request = FogRequest.list(TaskType.className)
        let body = try await send(request)
        return try read(body, of: request) { (reader) throws(JSONFault) in
            var typing = ServerInfo.Typing.numbers
            try reader.rows(of: TaskType.className) { (reader) throws(JSONFault) in
                try reader.members { (reader, name) throws(JSONFault) in
                    if reader.string(name) == "id", reader.next() == UInt8(ascii: "\"") { typing = .strings }
                    try reader.skip()
                }
            }
            return typing
        }
    }

    /// Gives the zone in which the server writes times; asked once and kept.
    ///
    /// Whoever may not read settings, or reads a server without that setting, gets UTC.
    ///
    /// Origin: FOG 1.5.9.239, recording 045: setting FOG_TZ_INFO.
    func zone() async throws -> String {
        if let zone = known.withLock({ $0.zone }) { return zone }
        let zone = try await settingOfZone() ?? "UTC"
        known.withLock { $0.zone = zone }
        return zone
    }

    private func settingOfZone() async throws -> String? {
        let wanted = "FOG_TZ_INFO"
        let request = FogRequest.list("service", filter: [.init("name", .text(wanted))])
        do {
            return try read(try await send(request), of: request) { (reader) throws(JSONFault) in
                var zone: String?
                // Every other setting, passwords among them, is passed over.
                try reader.rows(of: "service") { (reader) throws(JSONFault) in
                    let texts = try reader.texts(named: ["name", "value"])
                    if texts["name"] == wanted { zone = texts["value"] }
                }
                return zone
            }
        } catch let error as FogError where [.server, .notFound, .refused].contains(error.code) {
            return nil
        }
    }
}
