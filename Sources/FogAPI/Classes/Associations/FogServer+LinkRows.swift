import FogModel

/// Row of an association.
struct LinkRow: Sendable {
    /// Row's own number, 1 or more: what a deletion names.
    let id: Int
    /// Number of what belongs to the owner.
    let item: Int
    /// Whether the row counts.
    let isOn: Bool
}

// The one way in which associations are read and changed. Never a whole set is sent: FOG would take away what is not in
// it, and add what the sender had not seen go.

extension FogServer {
    /// Gives the numbers of what belongs to a row, in order; none for a row without, and for one that does not exist.
    func linked(_ link: Link, to owner: Int) async throws -> [Int] {
        Set(try await rows(of: link, owner).filter(\.isOn).map(\.item)).sorted()
    }

    /// Puts things to a row, one at a time; what is there already is no error, and nothing is sent for it.
    ///
    /// - Returns: numbers that were added.
    /// - Throws: `FogError` with `notFound` for a row that does not exist, before anything is added; `uncertain`
    ///   (answer lost, and the row is not seen); `server` (taken, and not there). Its hint says what was added before.
    func add(_ items: [Int], to owner: Int, _ link: Link) async throws -> [Int] {
        let there = try await rows(of: link, owner)
        let missing = Set(items).subtracting(there.filter(\.isOn).map(\.item)).sorted()
        if missing.isEmpty {
            if there.isEmpty { try await checkExist(link.ownerClass, [owner]) }
            return []
        }
        try await checkExist(link.ownerClass, [owner])
        try await checkExist(link.itemClass, missing)
        let added = try await oneByOne(missing, link, "added to \(link.ownerClass) \(owner)") { item in
            if let off = there.first(where: { $0.item == item }), let flag = link.flag {
                _ = try await changeRow(link.className, off.id, [.init(flag, .text("1"))], namesExist: true)
                return true
            }
            return try await make(item, of: owner, link)
        }
        let subject = "\(link.itemClass) \(Self.list(missing)) for \(link.ownerClass) \(owner)"
        let now = try await confirming(subject) { try await linked(link, to: owner) }
        let gone = Set(missing).subtracting(now).sorted()
        if gone.isEmpty { return added }
        throw FogError(
            .server,
            "\(link.itemClass) \(Self.list(gone)) was added to \(link.ownerClass) \(owner) and is not there",
            hint: "somebody else may have taken it away again: look at it on FOG's page"
        )
    }

    /// Takes things away from a row, one at a time; what is not there is no error.
    ///
    /// - Returns: numbers that were taken away.
    /// - Throws: `FogError` with `notFound` for a row that does not exist, before anything is taken away; `uncertain`
    ///   (answer lost, and the row is still there). Its hint says what was taken away before.
    func remove(_ items: [Int], from owner: Int, _ link: Link) async throws -> [Int] {
        let there = try await rows(of: link, owner)
        let wanted = Set(items)
        let rows = there.filter { $0.isOn && wanted.contains($0.item) }
        // What belongs to a row may itself be gone: it can be taken away all the same.
        if there.isEmpty { try await checkExist(link.ownerClass, [owner]) }
        try await checkExist(link.itemClass, wanted.subtracting(there.map(\.item)).sorted())
        return try await oneByOne(Set(rows.map(\.item)).sorted(), link, "taken from \(link.ownerClass) \(owner)") {
            item in
            var isGone = false
            for row in rows where row.item == item {
                let label = "\(link.itemClass) \(item) of \(link.ownerClass) \(owner)"
                do {
                    try await deleteRow(link.className, row.id, label: label)
                    isGone = true
                } catch let error as FogError where error.code == .notFound {
                    // Somebody else has taken it away meanwhile.
                }
            }
            return isGone
        }
    }

    /// Makes a row of an association.
    ///
    /// - Returns: whether it was made here; somebody else may have been first, and FOG answers a second one with 404.
    private func make(_ item: Int, of owner: Int, _ link: Link) async throws -> Bool {
        var members: [JSONValue.Member] = [.init(link.owner, .integer(owner)), .init(link.item, .integer(item))]
        if let flag = link.flag { members.append(.init(flag, .text("1"))) }
        do {
            _ = try await makeRow(link.className, members, namesExist: true)
            return true
        } catch let error as FogError where error.code == .conflict || error.status == 404 {
            let subject = "\(link.itemClass) \(item) for \(link.ownerClass) \(owner)"
            let now = try await confirming(subject) { try await linked(link, to: owner) }
            guard now.contains(item) else { throw error }
            return false
        }
    }

    /// Changes things one by one; an error says what was done before it.
    ///
    /// - Returns: those of which the change says that it was done.
    private func oneByOne(
        _ items: [Int],
        _ link: Link,
        _ done: String,
        _ change: (Int) async throws -> Bool
    ) async throws -> [Int] {
        var changed: [Int] = []
        for item in items {
            do {
                if try await change(item) { changed.append(item) }
            } catch var error as FogError where !changed.isEmpty {
                let before = "\(link.itemClass) \(Self.list(changed)) was \(done) before that"
                error.hint = error.hint.map { "\($0); \(before)" } ?? before
                throw error
            }
        }
        return changed
    }

    private static func list(_ items: [Int]) -> String { items.map(String.init).joined(separator: ", ") }

    /// Rows of an association that belong to one owner.
    private func rows(of link: Link, _ owner: Int) async throws -> [LinkRow] {
        let rows = try await associations(
            link.className,
            [link.owner, link.item] + (link.flag.map { [$0] } ?? []),
            filter: .equals(link.owner, owner)
        )
        return rows.compactMap { row in
            guard row[link.owner] == owner, let id = row["id"], id > 0, let item = row[link.item] else { return nil }
            // One that was never set counts: FOG itself makes rows without it.
            return LinkRow(id: id, item: item, isOn: link.flag.flatMap { row[$0] } != 0)
        }
    }

    /// Sees that rows exist.
    func checkExist(_ className: String, _ ids: [Int]) async throws {
        var known: Set<Int> = []
        for page in ids.pages(of: limits.page) {
            for row in try await values(className, ["id"], filter: .anyOf("id", page)) {
                if let id = row["id"].flatMap({ Int($0) }) { known.insert(id) }
            }
        }
        // A name with "_api_" in it hides its row from lists only.
        for id in ids where !known.contains(id) { _ = try await record(className, id, revealsSecrets: false) }
    }
}
