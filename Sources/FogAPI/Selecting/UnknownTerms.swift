import FogModel

/// Sees that each term which names something names what there is.
///
/// A slip of the pen must not read as "no hosts", and after a `!` it would leave a host in that was to be spared. A
/// group without hosts is none, nor is a condition that no host meets.
struct UnknownTerms {
    let selector: Selector
    let server: FogServer

    /// Checks what stands beside the rows of hosts.
    func check(_ surroundings: SelectionSurroundings) throws {
        for match in selector.terms.map(\.match) {
            switch match {
            case .group(let glob): try check(glob, surroundings.groups)
            case .image(let glob): try check(glob, surroundings.images)
            case .mac(let digits) where surroundings.owners[digits]?.isEmpty ?? true:
                let address = Selector.Match.pairs(digits)
                throw FogError(.notFound, "no host has a MAC address that begins with \(address)")
            case .serial(let glob) where surroundings.hosts(withSerials: glob).isEmpty:
                throw FogError(
                    .notFound,
                    "no inventory has the serial number \"\(glob)\"",
                    hint: "a host reports it in a task of type inventory"
                )
            case .name, .id, .mac, .serial, .imagedWithin, .imagedBefore, .neverImaged, .state: continue
            }
        }
    }

    private func check<Owner: NamedEntity>(_ glob: Glob, _ rows: [Owner]) throws {
        if rows.contains(where: { glob.matches($0.name) }) { return }
        let names = rows.map(\.name)
        if glob.isExact { throw FogServer.unknown(Owner.self, glob.description, among: names) }
        throw FogError(.notFound, "no \(Owner.className) fits \"\(glob)\"", hint: Self.hint(for: glob, among: names))
    }

    /// Checks terms that name hosts themselves.
    ///
    /// - Parameter candidates: whatever any term that adds hosts could mean.
    /// - Throws: `FogError` with `notFound` for the first term that names nothing.
    func check(_ candidates: [Host]) async throws {
        let names = candidates.map { $0.name.lowercased() }
        let known = Set(names)
        let letters = names.map(Array.init)
        let ids = Set(candidates.map(\.id))
        for match in selector.added {
            switch match {
            case .name(let glob) where glob.isExact:
                if !known.contains(glob.description.lowercased()) { throw await unknown(name: glob.description) }
            case .name(let glob):
                if !letters.contains(where: glob.matches(folded:)) { throw await unknown(glob) }
            case .id(let range):
                if !ids.contains(where: range.contains) { throw Self.unknown(range) }
            case .group, .image, .serial, .mac, .imagedWithin, .imagedBefore, .neverImaged, .state: continue
            }
        }
        try await checkExcluded(known, ids)
    }

    /// Checks single hosts that are taken away; those among the candidates are known.
    private func checkExcluded(_ known: Set<String>, _ ids: Set<HostID>) async throws {
        var names: [String] = []
        var numbers: [HostID] = []
        for match in selector.excluded where match.isExact {
            switch match {
            case .name(let glob) where !known.contains(glob.description.lowercased()): names.append(glob.description)
            case .id(let range) where !ids.contains(range.lowerBound): numbers.append(range.lowerBound)
            default: continue
            }
        }
        if !names.isEmpty {
            let rows = try await server.values(Host.className, ["name"], filter: .anyOf("name", names))
            let found = Set(rows.compactMap { $0["name"]?.lowercased() })
            if let name = names.first(where: { !found.contains($0.lowercased()) }) { throw await unknown(name: name) }
        }
        if !numbers.isEmpty {
            let found = Set(try await server.hosts(numbers).map(\.id))
            if let id = numbers.first(where: { !found.contains($0) }) { throw Self.unknown(id...id) }
        }
    }

    // MARK: - Words

    private static func unknown(_ range: ClosedRange<HostID>) -> FogError {
        let (first, last) = (range.lowerBound, range.upperBound)
        let number = first == last ? "the number \(first)" : "a number from \(first) to \(last)"
        return FogError(.notFound, "no host has \(number)")
    }

    /// Words that there is no host of a name; it may be that of a group.
    private func unknown(name: String) async -> FogError {
        let groups = (try? await server.values(Group.className, ["name"], filter: .equals("name", name))) ?? []
        if let group = groups.compactMap({ $0["name"] }).first(where: { $0.lowercased() == name.lowercased() }) {
            return FogError(.notFound, "no host named \"\(name)\"", hint: "did you mean \"group:\(group)\"?")
        }
        return await server.notFound(Key<Host>.name(name))
    }

    private func unknown(_ glob: Glob) async -> FogError {
        // The suggestion is a courtesy: whatever goes wrong with it does not matter.
        let filter = RowFilter.like("name", glob.description.prefix(1) + "%")
        let isOpen = glob.description.hasPrefix("*") || glob.description.hasPrefix("?")
        let rows = isOpen ? [] : (try? await server.values(Host.className, ["name"], filter: filter, attempts: 1)) ?? []
        let names = rows.compactMap { $0["name"] }
        return FogError(.notFound, "no host fits \"\(glob)\"", hint: Self.hint(for: glob, among: names))
    }

    /// Names a glob that differs before its first `*` or `?` only, and fits something.
    private static func hint(for glob: Glob, among names: [String]) -> String? {
        let head = glob.description.prefix { $0 != "*" && $0 != "?" }
        let tail = glob.description.dropFirst(head.count)
        for length in [head.count, head.count + 1, head.count - 1] where length > 0 && !head.isEmpty {
            let near = Set(names.map { String($0.prefix(length) + tail) }).sorted()
                .filter { names.contains(where: Glob($0).matches) }
            if let hint = Suggestion.hint(for: glob.description, among: near) { return hint }
        }
        return nil
    }
}
