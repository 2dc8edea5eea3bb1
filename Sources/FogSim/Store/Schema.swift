/// Table of a FOG class: its columns and what an answer shows of a row.
///
/// A new class is one more value of this type; list, get, create, edit, search and delete need nothing else.
final class Schema: Sendable {
    /// Name of the class in paths, such as `host`.
    let name: String
    let columns: [Column]
    /// Columns that a new row must fill, in the order in which the server complains.
    let required: [String]
    /// Columns that together name a row; a second insertion updates the first.
    let unique: [String]
    /// Members of an answer, in the server's order.
    let members: [Member]
    /// Members of the same row in a list or inside another object: some classes put other columns before `id` there.
    let listMembers: [Member]
    /// Columns of a row inside another object, in that order, with their positions.
    let nestedColumns: [Member]
    /// Sub-objects that are there but empty when a row stands inside another object.
    let emptyWhenNested: [String]
    /// Columns with an index, for speed alone.
    let indexed: [String]
    /// Position of each column in a row.
    let ordinals: [String: Int]
    /// Members that are no columns, or stand in the place of one.
    let computed: [Member]
    /// Columns that FOG 1.6 shows in no list and takes in no filter.
    let secrets: Set<String>

    /// Origin: FOG 1.5.9 `lib/fog/*.class.php`, fields `databaseFields` and `databaseFieldsRequired`.
    init(
        _ name: String,
        _ columns: [Column],
        required: [String] = [],
        unique: [String] = [],
        computed: [Member] = [],
        first: [String] = [],
        emptyWhenNested: [String] = [],
        indexed: [String] = []
    ) {
        let columns = [Column.integer("id")] + columns
        self.name = name
        self.columns = columns
        self.required = required
        self.unique = unique
        self.indexed = indexed
        self.emptyWhenNested = emptyWhenNested
        let ordinals = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
        self.ordinals = ordinals
        self.computed = computed
        secrets = []
        members = Schema.arrange(columns, with: computed)
        listMembers = members.filter { first.contains($0.key) } + members.filter { !first.contains($0.key) }
        let names = first + columns.map(\.name).filter { !first.contains($0) }
        nestedColumns = names.compactMap { name in ordinals[name].map { .column(name, $0) } }
    }

    /// Makes a class of FOG 1.6, whose lists hold flat rows instead of objects.
    ///
    /// Rows, filters and objects inside others do not show `secrets`, rows also not what they lack. Members of a single
    /// object and of a row are those that are no columns; a hidden one takes a column away.
    ///
    /// Origin: api-1.6.md sections 4.3 and 5.
    init(
        fog16 name: String,
        _ columns: [Column],
        required: [String] = [],
        unique: [String] = [],
        indexed: [String] = [],
        secrets: Set<String> = [],
        lacks: Set<String> = [],
        single: [Member] = [],
        row: [Member] = []
    ) {
        let columns = [Column.integer("id")] + columns
        self.name = name
        self.columns = columns
        self.required = required
        self.unique = unique
        self.indexed = indexed
        self.secrets = secrets
        computed = single
        emptyWhenNested = []
        let ordinals = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
        self.ordinals = ordinals
        members = Schema.arrange(columns, with: single)
        let left = secrets.union(lacks)
        let page = Schema.webPage(name, hasName: ordinals["name"] != nil)
        listMembers = Schema.arrange(columns, with: left.sorted().map { .hidden($0) } + row + page)
        nestedColumns = columns.map(\.name).filter { !left.contains($0) }
            .compactMap { name in ordinals[name].map { .column(name, $0) } }
    }

    /// Makes what the web page alone needs of a row.
    private static func webPage(_ name: String, hasName: Bool) -> [Member] {
        let rowID = Member.computed("DT_RowId") { row, out in out.writer.string("row_\(row.id)") }
        return hasName ? [rowID, .computed("mainlink") { row, out in out.link(name, row.id, row.name) }] : [rowID]
    }

    /// Whether rows have a name that must be theirs alone.
    var hasName: Bool { ordinals["name"] != nil }

    /// Column of a name, `nil` where the class has none.
    func column(_ name: String) -> Column? { ordinals[name].map { columns[$0] } }

    /// Puts computed members in the place of the column of the same name, else at the end.
    private static func arrange(_ columns: [Column], with computed: [Member]) -> [Member] {
        var members: [Member] = []
        for (ordinal, column) in columns.enumerated() {
            if let replacement = computed.first(where: { $0.key == column.name }) {
                if !replacement.isHidden { members.append(replacement) }
            } else {
                members.append(.column(column.name, ordinal))
            }
        }
        let names = Set(columns.map(\.name))
        return members + computed.filter { !names.contains($0.key) && !$0.isHidden }
    }
}
