public import FogModel
import HTTPTypes

extension FogServer {
    /// Changes a host.
    ///
    /// The row is read first. Only what differs is sent, and with it each text that FOG would otherwise save in
    /// HTML-escaped form. Where nothing differs, nothing is sent.
    ///
    /// - Returns: the host as the server has it afterwards.
    /// - Throws: `FogError` with `notFound` (host or image), `invalidArgument` (field, value, name), `conflict` (name in
    ///   use), `refused` (a name or a key that would not survive), `uncertain` (answer lost, and the host is not seen
    ///   changed), `server` (saved, but broken).
    ///
    /// Origin: FOG 1.5.9.239, traps 3, 4 and 7; recordings 078, 079, 117 to 122, 134.
    public func updateHost(_ id: HostID, _ changes: HostChanges) async throws -> Host {
        let members = try await members(of: changes)
        let zone = try await zone()
        let body = try await send(.row(id))
        let host = try row(Host.self, in: body, zone: zone, .row(id))
        let differing = try members.filter { try Self.differs(host, $0) }
        if differing.isEmpty { return host }
        let kept = try textsToKeep(in: body, of: host, besides: Set(differing.map(\.name)))
        let request = FogRequest.change(
            .put,
            "/fog/host/\(id)/edit",
            .object(differing + kept),
            subject: host.label
        )
        do {
            let after = try row(Host.self, in: try await send(request), zone: zone, request)
            return try checked(after, differing)
        } catch let error as FogError {
            return try await settle(error, host, differing)
        }
    }

    private func members(of changes: HostChanges) async throws -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        for (name, value) in changes.values.sorted(by: { $0.key < $1.key }) {
            if name == "name" {
                guard case .text(let text) = value else {
                    throw FogError(.invalidArgument, "a host needs a name")
                }
                if let fault = HostName.fault(in: text) { throw fault }
            }
            members.append(.init(name, try Writable.host.value(name, value)))
        }
        if let image = changes.image {
            // FOG takes the number of an image that does not exist.
            members.append(.init("imageID", .integer(try await self.image(image).id.number)))
        }
        return members
    }

    /// Whether a member would change the host; an unchanged name must not be sent, since FOG calls it taken.
    private static func differs(_ host: Host, _ member: JSONValue.Member) throws -> Bool {
        guard let field = Host.fields.first(where: { $0.name == member.name }) else { return true }
        return try Writable.wire(field, of: host) != member.value
    }

    /// Texts that FOG would save in escaped form if they were not sent along.
    ///
    /// - Throws: `FogError` with `refused` where a text would not survive: the name, which cannot be sent unchanged, or
    ///   a key that FOG has given out in pieces.
    private func textsToKeep(
        in body: [UInt8],
        of host: Host,
        besides changed: Set<String>
    ) throws -> [JSONValue.Member] {
        let texts = try read(body, of: .row(host.id)) { (reader) throws(JSONFault) in try reader.ownTexts() }
        var kept: [JSONValue.Member] = []
        for (name, text) in texts where HTMLText.isMangled(text) && !changed.contains(name) {
            if Self.computed.contains(name) { continue }
            if name == "name" {
                throw FogError(
                    .refused,
                    "\(host.label) cannot be changed: FOG would spoil its name",
                    hint: "rename it in the same change, to a name without '"
                )
            }
            if text.unicodeScalars.contains(where: { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }) {
                throw FogError(
                    .refused,
                    "\(host.label) cannot be changed: FOG would spoil its field \"\(name)\"",
                    hint: "change it on FOG's page"
                )
            }
            kept.append(.init(name, .text(text)))
        }
        return kept
    }

    /// Texts of an answer that are no columns of the host.
    ///
    /// Origin: FOG 1.5.9.239, section 5.
    private static let computed: Set<String> = ["pingstatus", "pingstatustext", "primac", "imagename"]

    /// Sees that the answer shows the change where FOG is known to pass over one.
    private func checked(_ host: Host, _ members: [JSONValue.Member]) throws -> Host {
        for member in members where ["name", "imageID"].contains(member.name) {
            if try Self.differs(host, member) {
                throw FogError(.server, "\(host.label) was not changed: field \"\(member.name)\" is as it was")
            }
        }
        return host
    }

    private func settle(_ error: FogError, _ host: Host, _ members: [JSONValue.Member]) async throws -> Host {
        switch (error.code, error.status) {
        case (.uncertain, _):
            guard let after = try? await row(host.id), try !members.contains(where: { try Self.differs(after, $0) })
            else { throw error }
            return after
        case (.notFound, 404):
            throw savedButBroken(host.label, status: 404)
        case (.conflict, _):
            throw FogError(
                .conflict,
                "\(host.label) cannot be renamed: the name is in use",
                status: error.status,
                hint: "FOG compares names without case",
                cause: error.cause
            )
        default:
            throw error
        }
    }
}

extension Writable {
    /// Value of a field as it would be sent.
    static func wire(_ field: Field<Owner>, of owner: Owner) throws -> JSONValue {
        switch field.get(owner) {
        case .none: field.kind == .reference ? .integer(0) : .text("")
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        case .flag(let flag): .text(flag ? "1" : "0")
        case .texts(let texts): .array(texts.map { .text($0) })
        case .number(let number): .text(String(number))
        case .integers(let numbers): .numbers(numbers)
        }
    }
}
