/// What the rows and objects of hosts are expanded by, on request.
///
/// Origin: api-1.6.md section 5, "expand".
struct Expansion: Sendable {
    /// Relations to many that a host has, with the tables that bind it.
    static let relations: [(name: String, table: String, association: String)] = [
        ("snapins", "snapin", "snapinassociation"), ("printers", "printer", "printerassociation"),
        ("groups", "group", "groupassociation"), ("modules", "module", "moduleassociation"),
    ]

    /// Items of one relation that are shown.
    static let maximum = 2_500

    let names: Set<String>

    /// Reads `image,snapins` or `all`; classes other than host have no relation.
    init(_ text: String?, of schema: Schema) {
        guard let text, schema.name == "host" else {
            names = []
            return
        }
        let all = Set(Self.relations.map(\.name) + ["image"])
        let given = Set(text.split(separator: ",").map { String(Markup.trim(String($0))) })
        names = given.contains("all") ? all : given.intersection(all)
    }

    static let none = Expansion(nil, of: Tables.empty)

    var isEmpty: Bool { names.isEmpty }
}

extension Renderer {
    /// Writes a whole object or row of a host with what it is expanded by.
    mutating func object(_ row: Row, inList: Bool, _ expansion: Expansion) {
        guard !expansion.isEmpty else { return object(row, inList: inList) }
        object(row, inList: inList) { renderer in
            if inList, expansion.names.contains("image") {
                renderer.member("image") { $0.nested("image", row.integer("imageID")) }
            }
            for relation in Expansion.relations where expansion.names.contains(relation.name) {
                renderer.relation(relation.name, relation.table, relation.association, of: row.id)
            }
        }
    }

    private mutating func relation(_ name: String, _ table: String, _ association: String, of host: Int) {
        let ids = store[association].rows(where: "hostID", host).map { $0.integer(table + "ID") }
            .filter { store[table][$0] != nil }
        writer.key(name)
        writer.beginArray()
        for id in ids.prefix(Expansion.maximum) {
            writer.element()
            nested(table, id)
        }
        writer.endArray()
        member(name + "_total") { $0.writer.number(ids.count) }
        member(name + "_truncated") { $0.writer.bool(ids.count > Expansion.maximum) }
    }
}
