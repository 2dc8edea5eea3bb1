public import FogModel
import HTTPTypes
import Synchronization

extension FogServer {
    /// Finds out what server this is, and that it takes the login; asked once and kept.
    ///
    /// - Returns: address, version, family, typing by the shape of the server's answers, time zone, capabilities.
    /// - Throws: `FogError` with `auth` (api token or user refused, told apart), `unavailable` (no server, no FOG server,
    ///   API switched off, sent elsewhere).
    public func info() async throws -> ServerInfo {
        if let info = known.withLock({ $0.info }) { return info }
        let greeting = try await checkIn(attempts: 2)
        let typing = try await typing()
        let version = await version(greeting)
        let zone = try await zone()
        let (capabilities, isWhole) = try await capabilities()
        let info = ServerInfo(
            url: address,
            version: version,
            family: greeting.dialect.family.rawValue,
            typing: typing,
            zone: zone,
            capabilities: capabilities
        )
        known.withLock { known in
            // What the server did not answer is asked again the next time.
            if isWhole, known.zone != nil { known.info = info }
        }
        return info
    }

    /// Whether the server can do something; found out once and kept.
    ///
    /// Where the server breaks down over the question, the answer is no for this once.
    ///
    /// - Throws: `FogError` where the server cannot be asked.
    public func supports(_ capability: Capability) async throws -> Bool {
        try await answer(capability) ?? false
    }

    /// Finds out one thing, once; nil where the server broke down over the question.
    func answer(_ capability: Capability) async throws -> Bool? {
        if let known = known.withLock({ $0.capabilities[capability] }) { return known }
        do {
            let answer = try await find(capability)
            known.withLock { $0.capabilities[capability] = answer }
            return answer
        } catch let error as FogError where error.isBreakdown {
            return nil
        }
    }

    /// Gives the server's dialect; found by one probe and kept.
    ///
    /// - Throws: as ``info()``; on 1.6 the login is not looked at yet.
    package func dialect() async throws -> Dialect {
        if let dialect = known.withLock({ $0.dialect }) { return dialect }
        return try await checkIn().dialect
    }

    /// Sees that a FOG server is there; on 1.5 also that it takes the tokens, which 1.6 does not look at here.
    ///
    /// Origin: FOG 1.5.9.239, recording 001: text `success`; older ones send nothing. FOG 1.6: an object with `version`.
    ///
    /// - Parameter attempts: how often the request is sent in all; nil is the limit.
    /// - Returns: what the server says of itself.
    /// - Throws: as ``info()``.
    package func checkIn(attempts: Int? = nil) async throws -> Greeting {
        let request = FogRequest(
            kind: .row,
            method: .get,
            path: "/fog/system/info",
            body: nil,
            subject: "/fog/system/info"
        )
        do {
            let body = try await send(request, attempts: attempts)
            guard let greeting = Greeting(body) else {
                throw stranger("answered /fog/system/info with \"\(Refusal.excerpt(body))\"", status: 200)
            }
            known.withLock { known in
                known.dialect = greeting.dialect
                known.isLoginProven = greeting.dialect.family == .five
                known.capabilities[.expand] = greeting.expands
                // Both came with the greeting that needs no login.
                known.capabilities[.bearerTokens] = greeting.dialect.family == .six
            }
            return greeting
        } catch let error as FogError where error.code == .notFound || error.code == .server && error.status != 500 {
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

    /// Tells by the task types whether numbers are written as strings; proves the login.
    private func typing() async throws -> ServerInfo.Typing {
        do {
            let types = try await list(
                TaskType.className,
                id: { $0.id },
                read: { (reader) throws(JSONFault) in
                    var copy = reader
                    return (id: try reader.integers(["id"])["id"], isText: try copy.hasTextualID())
                }
            )
            return types.contains { $0.isText } ? .strings : .numbers
        } catch let error as FogError where error.isMissingRight {
            // The login was taken, the user may only not read this.
            return .numbers
        }
    }

    /// Gives the exact version.
    ///
    /// Origin: FOG 1.5 and 1.6: `/fog/service/getversion.php` writes it as plain text, for everyone.
    private func version(_ greeting: Greeting) async -> String {
        if let version = greeting.version { return version }
        let request = FogRequest(
            kind: .row,
            method: .get,
            path: "/fog/service/getversion.php",
            body: nil,
            subject: "the version"
        )
        let family = greeting.dialect.family.rawValue
        // A courtesy: a server that keeps its version to itself is no worse for it.
        guard let body = try? await send(request, attempts: 1) else { return family }
        let text = Refusal.excerpt(body)
        let isVersion = text.first?.isNumber == true && text.contains(".") && text.count < 40
        return isVersion && !text.contains(" ") ? text : family
    }
}

extension JSONReader {
    /// Whether the number of a row is written as a text.
    fileprivate mutating func hasTextualID() throws(JSONFault) -> Bool {
        var isText = false
        try members { (reader, name) throws(JSONFault) in
            if reader.string(name) == "id", reader.next() == UInt8(ascii: "\"") { isText = true }
            try reader.skip()
        }
        return isText
    }
}

extension FogError {
    /// Whether the server took the login and the user lacks the right.
    var isMissingRight: Bool { code == .denied && status == 403 }

    /// Whether the server failed over the request, which may pass, and said nothing about what was asked.
    var isBreakdown: Bool { code == .server && status != 501 }
}
