import FogModel
import HTTPTypes

/// A row as the answer of a server holds it.
struct RowAnswer {
    /// Row's number.
    let id: Int
    /// Answer that holds the row.
    let body: [UInt8]
    /// Request whose answer it is, or would be: where something was changed, the change.
    let request: FogRequest
}

extension FogServer {
    /// Makes a row of any class; the one way in which rows are made.
    ///
    /// Members are checked first, rows that they name have to exist, and a row with the same keys must not: FOG saves
    /// before it finds fault. An answer that is lost is looked up by the keys of the class.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - members: members of the row; what the class needs and they leave open is added.
    ///   - namesExist: whether the caller has seen that the rows exist which members name.
    /// - Returns: the row as the server has it.
    /// - Throws: `FogError` with `invalidArgument`, `conflict` (a row with these keys exists), `notFound` (a row that is
    ///   named), `uncertain` (answer lost, and no such row is seen), `server` (saved, but broken).
    ///
    /// Origin: FOG 1.5.9.239, trap 3; recordings 070, 087, 092, 093, 162.
    func makeRow(
        _ className: String,
        _ members: [JSONValue.Member],
        namesExist: Bool = false
    ) async throws -> RowAnswer {
        let check = RowCheck(className)
        let members = try check.forCreation(members)
        let keys = Self.keys(check.rules, members)
        let subject = Self.subject(className, members)
        if !namesExist { try await checkReferences(check, members) }
        if let known = try await rows(className, keys).first {
            throw FogError(
                .conflict,
                "\(subject) exists already: \(known.label)",
                hint: "FOG compares names without case"
            )
        }
        try await checkUnique(check, members, besides: nil)
        let request = FogRequest.change(
            .post,
            try await dialect().path(of: className) + "/create",
            .object(members),
            subject: subject
        )
        do {
            let body = try await send(request)
            guard let id = try record(className, in: body, revealsSecrets: false, request).id else {
                throw lost(request, FogError(.server, "\(subject) came back without a number"))
            }
            return RowAnswer(id: id, body: body, request: request)
        } catch let error as FogError {
            return try await settle(error, request, className, keys)
        }
    }

    /// Sees that rows exist which members name by number: FOG takes any number.
    func checkReferences(_ check: RowCheck, _ members: [JSONValue.Member]) async throws {
        for member in members {
            guard let className = check.rules.references[member.name], let text = member.value.stored else { continue }
            guard let id = Int(text.isEmpty ? "0" : text), id >= 0 else {
                throw FogError(
                    .invalidArgument,
                    "field \"\(member.name)\" takes the number of a \(className), not \"\(text)\""
                )
            }
            if id == 0 {
                guard check.rules.required.contains(member.name) else { continue }
                throw FogError(.invalidArgument, "field \"\(member.name)\" takes the number of a \(className), not 0")
            }
            try await checkExists(className, id)
        }
    }

    private func checkExists(_ className: String, _ id: Int) async throws {
        guard let words = Self.tables[className] else {
            let rows = try await values(className, ["id"], filter: .equals("id", id))
            // A name with "_api_" in it hides its row from lists only.
            if rows.isEmpty { _ = try await record(className, id, revealsSecrets: false) }
            return
        }
        let known = try await names(of: className)
        if known[id] != nil { return }
        let has = known.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        throw FogError(.notFound, "no \(words) \(id)", hint: "the server has \(has)")
    }

    /// Short tables of the server, and what their rows are called.
    private static let tables: [String: String] = [
        "imagetype": "image type", "imagepartitiontype": "partition type", "os": "operating system",
        "tasktype": "task type", "storagegroup": "storage group",
    ]

    /// Sees that no other row has a value that only one may have.
    func checkUnique(_ check: RowCheck, _ members: [JSONValue.Member], besides id: Int?) async throws {
        for member in members where check.rules.unique.contains(member.name) {
            guard let text = member.value.stored, !text.isEmpty else { continue }
            let others = try await values(check.className, ["id", "name"], filter: .equals(member.name, text))
            guard let other = others.first(where: { $0["id"].flatMap { Int($0) } != id }) else { continue }
            throw FogError(
                .conflict,
                "\(member.name) \"\(text)\" belongs to \(check.className) \(other["id"] ?? "?") \"\(other["name"] ?? "")\"",
                hint: "give another: one would overwrite the other"
            )
        }
    }

    private func settle(
        _ error: FogError,
        _ request: FogRequest,
        _ className: String,
        _ keys: RowFilter?
    ) async throws -> RowAnswer {
        let subject = request.subject
        switch (error.code, error.status) {
        case (.uncertain, _):
            guard let row = try? await rows(className, keys).first, let id = row.id else { throw error }
            do {
                return RowAnswer(id: id, body: try await rowBody(className, id), request: request)
            } catch let missing as FogError where missing.status == 404 {
                // Listed, and cannot be opened.
                throw savedButBroken("\(subject) (number \(id))", status: 404)
            } catch let failure as FogError {
                throw unconfirmed("\(subject) (number \(id))", failure)
            }
        case (.notFound, 404):
            throw savedButBroken(subject, status: 404)
        case (.conflict, _):
            throw FogError(
                .conflict,
                "\(subject) exists already",
                status: error.status,
                hint: "FOG's lists may hide it: see its page",
                cause: error.cause
            )
        default:
            throw error
        }
    }

    /// Rows that have the same keys as a new one; none where the class has no keys.
    private func rows(_ className: String, _ keys: RowFilter?) async throws -> [Record] {
        guard let keys else { return [] }
        let reading = DataReading()
        return try await list(
            className,
            filter: keys,
            id: { $0.id },
            read: { (reader) throws(JSONFault) in Record(className, try reading.members(of: className, &reader)) }
        )
    }

    private static func keys(_ rules: ClassRules, _ members: [JSONValue.Member]) -> RowFilter? {
        let conditions = rules.keys.compactMap { key -> RowFilter.Condition? in
            switch members.first(where: { $0.name == key })?.value {
            case .text(let text): .equals(key, .text(text))
            case .integer(let number): .equals(key, .number(number))
            default: nil
            }
        }
        return rules.keys.isEmpty || conditions.count < rules.keys.count ? nil : RowFilter(conditions)
    }

    private static func subject(_ className: String, _ members: [JSONValue.Member]) -> String {
        if case .text(let name) = members.first(where: { $0.name == "name" })?.value {
            return "\(className) \"\(name)\""
        }
        let keys = ClassRules.of(className).keys
        let values = members.filter { keys.contains($0.name) }.compactMap { member in
            member.value.stored.map { "\(member.name) \($0)" }
        }
        return values.isEmpty ? "a \(className)" : "\(className) of \(values.joined(separator: ", "))"
    }
}
