import FogModel
import HTTPTypes

extension FogServer {
    /// Changes a row of any class; the one way in which rows are changed.
    ///
    /// The row is read first. Only what differs is sent, and with it, on 1.5, each text that FOG would otherwise save in
    /// HTML-escaped form. Where nothing differs, nothing is sent.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - id: row's number.
    ///   - members: members that the row is to have.
    ///   - loose: members of which "never set" is as good as 0: flags and numbers.
    ///   - namesExist: whether the caller has seen that the rows exist which members name.
    /// - Returns: the row as the server has it afterwards.
    /// - Throws: `FogError` with `notFound`, `invalidArgument`, `conflict` (name in use), `refused` (a text that would not
    ///   survive), `uncertain` (answer lost, and the row is not seen changed), `server` (saved, but broken).
    ///
    /// Origin: FOG 1.5.9.239, traps 3, 4 and 7; recordings 078, 079, 117 to 122, 134.
    func changeRow(
        _ className: String,
        _ id: Int,
        _ members: [JSONValue.Member],
        loose: Set<String> = [],
        namesExist: Bool = false
    ) async throws -> RowAnswer {
        let check = RowCheck(className)
        try check.forChange(members)
        let dialect = try await dialect()
        let reading = dialect.row(className, id)
        let body = try await rowBody(className, id)
        let row = try record(className, in: body, revealsSecrets: true, reading)
        let differing = members.filter { Self.differs(row, $0, isLoose: loose.contains($0.name)) }
        if differing.isEmpty { return RowAnswer(id: id, body: body, request: reading) }
        if !namesExist { try await checkReferences(check, differing) }
        try await checkUnique(check, differing, besides: id)
        let label = row.label
        let kept = dialect.escapesTexts ? try Self.textsToKeep(of: row, label, besides: Set(differing.map(\.name))) : []
        let request = FogRequest.change(
            .put,
            "\(dialect.path(of: className))/\(id)/edit",
            .object(differing + kept),
            subject: label
        )
        do {
            let sent = try await send(request)
            let answer = try await confirming(label) { try await rowBody(sent, className, id) }
            let after = try record(className, in: answer, revealsSecrets: true, request)
            try Self.checkChanged(row, after, label, differing)
            return RowAnswer(id: id, body: answer, request: request)
        } catch let error as FogError {
            return try await settle(error, request, className, id, differing)
        }
    }

    /// Whether a member would change the row; an unchanged name must not be sent, since FOG calls it taken.
    static func differs(_ row: Record, _ member: JSONValue.Member, isLoose: Bool = true) -> Bool {
        guard let wanted = member.value.stored, let value = row[member.name] else { return true }
        let text = value == .null ? "" : value.text
        if isLoose, ["", "0"].contains(text), ["", "0"].contains(wanted) { return false }
        return text != wanted
    }

    /// Texts that FOG would save in escaped form if they were not sent along.
    ///
    /// - Throws: `FogError` with `refused` where a text would not survive: the name, which cannot be sent unchanged, or
    ///   a key that FOG has given out in pieces.
    private static func textsToKeep(
        of row: Record,
        _ label: String,
        besides changed: Set<String>
    ) throws -> [JSONValue.Member] {
        var kept: [JSONValue.Member] = []
        for member in row.members where !changed.contains(member.name) && !computed.contains(member.name) {
            guard case .text(let text) = member.value, HTMLText.isMangled(text) else { continue }
            if member.name == "name" {
                throw FogError(
                    .refused,
                    "\(label) cannot be changed: FOG would spoil its name",
                    hint: "rename it in the same change, to a name without & < > \" '"
                )
            }
            if text.unicodeScalars.contains(where: { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }) {
                throw FogError(
                    .refused,
                    "\(label) cannot be changed: FOG would spoil its field \"\(member.name)\"",
                    hint: "change it on FOG's page"
                )
            }
            kept.append(.init(member.name, .text(text)))
        }
        return kept
    }

    /// Texts of an answer that are no columns of the row.
    ///
    /// Origin: FOG 1.5.9.239, section 5.
    private static let computed: Set<String> = [
        "pingstatus", "pingstatustext", "primac", "imagename", "imagetypename", "imageparttypename", "osname",
        "storagegroupname", "memory", "runtime",
    ]

    private func settle(
        _ error: FogError,
        _ request: FogRequest,
        _ className: String,
        _ id: Int,
        _ members: [JSONValue.Member]
    ) async throws -> RowAnswer {
        let label = request.subject
        switch (error.code, error.status) {
        case (.uncertain, _):
            guard let body = try? await rowBody(className, id),
                let after = try? record(className, in: body, revealsSecrets: true, request),
                !members.contains(where: { Self.differs(after, $0) })
            else { throw error }
            return RowAnswer(id: id, body: body, request: request)
        case (.notFound, 404):
            throw savedButBroken(label, status: 404)
        case (.conflict, _):
            throw FogError(
                .conflict,
                "\(label) cannot be renamed: the name is in use",
                status: error.status,
                hint: "FOG compares names without case",
                cause: error.cause
            )
        default:
            throw error
        }
    }
}
