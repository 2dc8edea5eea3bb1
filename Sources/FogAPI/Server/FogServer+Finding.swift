public import FogModel

extension FogServer {
    /// Finds one row by number or name; nil where there is none.
    ///
    /// Names are compared without case, as the server does.
    ///
    /// - Throws: `FogError` with `ambiguous` where several rows have the name.
    public func find<Owner: WireEntity & NamedEntity>(_ key: Key<Owner>) async throws -> Owner? {
        switch key {
        case .id(let id):
            do {
                return try await row(id)
            } catch let error as FogError where error.code == .notFound {
                return nil
            }
        case .name(let name):
            if try await dialect().family == .six { return try await findOfList(name) }
            let rows = try await rows(Owner.self, filter: .equals("name", name))
            let found = rows.filter { $0.name.lowercased() == name.lowercased() }
            try checkOne(Owner.self, name, found.map(\.id.number))
            return found.first
        }
    }

    /// Finds the number in the list, and asks for the row: the list of a 1.6 does not tell all of it.
    private func findOfList<Owner: WireEntity & NamedEntity>(_ name: String) async throws -> Owner? {
        let rows = try await values(Owner.className, ["name"], filter: .equals("name", name))
        let found = rows.filter { $0["name"]?.lowercased() == name.lowercased() }
            .compactMap { $0["id"].flatMap { Int($0) } }
        try checkOne(Owner.self, name, found)
        guard let id = found.first.flatMap({ Identifier<Owner>($0) }) else { return nil }
        return try await find(.id(id))
    }

    private func checkOne<Owner: Entity>(_ type: Owner.Type, _ name: String, _ numbers: [Int]) throws {
        if numbers.count < 2 { return }
        throw FogError(
            .ambiguous,
            "\(numbers.count) \(Owner.className)s are named \"\(name)\"",
            hint: "name one by number: " + numbers.map(String.init).joined(separator: ", ")
        )
    }

    /// Makes the error for a row that is not there; looks through the names for one that may be meant.
    func notFound<Owner: WireEntity & NamedEntity>(_ key: Key<Owner>) async -> FogError {
        guard case .name(let name) = key else { return FogError(.notFound, "no \(Owner.className) \(key)") }
        if Self.isHidden(name) {
            return FogError(
                .notFound,
                "no \(Owner.className) named \"\(name)\"",
                hint: "FOG hides names with \"_api_\" in them: name it by number"
            )
        }
        // The suggestion is a courtesy: whatever goes wrong with it does not matter. Of hosts there may be too many.
        let filter: RowFilter =
            Owner.className == Host.className ? .like("name", name.prefix(max(1, name.count - 2)) + "%") : .all
        let rows = (try? await values(Owner.className, ["name"], filter: filter, attempts: 1)) ?? []
        let names = rows.compactMap { $0["name"] }
        return Self.unknown(Owner.self, name, among: names)
    }

    /// Makes the error for a name that none of some rows has.
    static func unknown<Owner: Entity>(_ type: Owner.Type, _ name: String, among names: [String]) -> FogError {
        FogError(
            .notFound,
            "no \(Owner.className) named \"\(name)\"",
            hint: Suggestion.hint(for: name, among: names)
        )
    }

    /// Whether the server leaves rows of a name out of its lists.
    ///
    /// Origin: FOG 1.5.9.239, section 3: names that contain `_api_`, not at the start.
    static func isHidden(_ name: String) -> Bool {
        name.dropFirst().lowercased().contains("_api_")
    }
}
