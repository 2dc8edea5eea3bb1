import FogModel

/// A class whose rows say that two others belong together.
struct Link: Sendable {
    /// FOG's class name.
    let className: String
    /// Member that holds the number of the row that has the others.
    let owner: String
    /// Class of that row.
    let ownerClass: String
    /// Member that holds the number of one of the others.
    let item: String
    /// Class of those.
    let itemClass: String
    /// Further members of a new row.
    var others: [JSONValue.Member] = []

    static let members = Link(
        className: "groupassociation",
        owner: "groupID",
        ownerClass: "group",
        item: "hostID",
        itemClass: "host"
    )
    static let snapins = Link(
        className: "snapinassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "snapinID",
        itemClass: "snapin"
    )
    static let printers = Link(
        className: "printerassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "printerID",
        itemClass: "printer"
    )
    // An edit of a host's `modules` takes away instead of adding (api-1.5, section 5).
    static let modules = Link(
        className: "moduleassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "moduleID",
        itemClass: "module",
        others: [.init("state", .text("1"))]
    )
    static let imageGroups = Link(
        className: "imageassociation",
        owner: "imageID",
        ownerClass: "image",
        item: "storagegroupID",
        itemClass: "storagegroup"
    )
    static let snapinGroups = Link(
        className: "snapingroupassociation",
        owner: "snapinID",
        ownerClass: "snapin",
        item: "storagegroupID",
        itemClass: "storagegroup"
    )
}

extension FogServer {
    /// Gives the numbers of what belongs to a row, in order; none for a row without, and for one that does not exist.
    func linked(_ link: Link, to owner: Int) async throws -> [Int] {
        Set(try await rows(of: link, owner).map(\.item)).sorted()
    }

    /// Puts things to a row, one at a time; what is there already is no error, and nothing is sent for it.
    ///
    /// Never the whole set is sent: FOG would take away what is not in it.
    ///
    /// - Returns: numbers that were added.
    /// - Throws: `FogError` with `notFound` for a row that does not exist, before anything is added.
    func add(_ items: [Int], to owner: Int, _ link: Link) async throws -> [Int] {
        let there = Set(try await rows(of: link, owner).map(\.item))
        let missing = Set(items).subtracting(there).sorted()
        if missing.isEmpty { return [] }
        try await checkExist(link.ownerClass, [owner])
        try await checkExist(link.itemClass, missing)
        for item in missing {
            let members: [JSONValue.Member] = [.init(link.owner, .integer(owner)), .init(link.item, .integer(item))]
            do {
                _ = try await makeRow(link.className, members + link.others, namesExist: true)
            } catch let error as FogError where error.code == .conflict || error.status == 404 {
                // Somebody else has added it meanwhile: FOG answers a second one with 404.
                guard try await rows(of: link, owner).contains(where: { $0.item == item }) else { throw error }
            }
        }
        return missing
    }

    /// Takes things away from a row, one at a time; what is not there is no error.
    ///
    /// - Returns: numbers that were taken away.
    func remove(_ items: [Int], from owner: Int, _ link: Link) async throws -> [Int] {
        let wanted = Set(items)
        let rows = try await rows(of: link, owner).filter { wanted.contains($0.item) }
        for row in rows {
            try await deleteRow(
                link.className,
                row.id,
                label: "\(link.itemClass) \(row.item) of \(link.ownerClass) \(owner)"
            )
        }
        return Set(rows.map(\.item)).sorted()
    }

    /// Rows of an association that belong to one owner.
    func rows(of link: Link, _ owner: Int) async throws -> [(id: Int, item: Int)] {
        let rows = try await associations(
            link.className,
            [link.owner, link.item],
            filter: .equals(link.owner, owner)
        )
        return rows.compactMap { row in
            guard row[link.owner] == owner, let id = row["id"], id > 0, let item = row[link.item] else { return nil }
            return (id, item)
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
