/// Rows of one class, in the order of their numbers, with indexes on some columns.
struct Table: Sendable {
    let schema: Schema
    private(set) var rows: [Int: Row] = [:]
    /// Numbers of all rows, ascending.
    private(set) var ids: [Int] = []
    /// Number that the next row gets; numbers of deleted rows are not used again.
    private(set) var nextID = 1
    /// Count of changes so far; equal counts mean equal contents.
    private(set) var version = 0
    private var indexes: [[Cell: Set<Int>]]
    /// Rows before and after each change; `nil` where nobody wants to know.
    private var changes: [(old: Row?, new: Row?)]?

    init(schema: Schema) {
        self.schema = schema
        indexes = Array(repeating: [:], count: schema.indexed.count)
    }

    subscript(id: Int) -> Row? { rows[id] }

    /// Rows in the order of their numbers.
    var all: [Row] { ids.compactMap { rows[$0] } }

    /// Makes a row with each column at its default.
    func blank(now: String, user: String) -> Row {
        Row(
            schema: schema,
            cells: schema.columns.map { column in
                switch column.initial {
                case .value(let cell): cell
                case .now: .text(now)
                case .user: .text(user)
                }
            }
        )
    }

    /// Stores a row under its own number, or under the next one where it has none, and returns that number.
    @discardableResult
    mutating func put(_ row: Row) -> Int {
        var row = row
        if row.id == 0 { row.id = nextID }
        changes?.append((rows[row.id], row))
        if let old = rows[row.id] {
            unindex(old)
        } else {
            ids.insert(row.id, at: ids.last.map { $0 < row.id ? ids.count : insertion(of: row.id) } ?? 0)
        }
        rows[row.id] = row
        nextID = max(nextID, row.id + 1)
        version += 1
        for (position, column) in schema.indexed.enumerated() {
            indexes[position][row[column], default: []].insert(row.id)
        }
        return row.id
    }

    /// Removes a row; nothing happens where there is none.
    mutating func remove(_ id: Int) {
        guard let row = rows.removeValue(forKey: id) else { return }
        changes?.append((row, nil))
        unindex(row)
        ids.remove(at: insertion(of: id))
        version += 1
    }

    /// Keeps changes from now on.
    mutating func observe() { changes = [] }

    /// Gives the changes since the last call.
    mutating func takeChanges() -> [(old: Row?, new: Row?)] {
        guard let taken = changes, !taken.isEmpty else { return [] }
        changes = []
        return taken
    }

    /// Takes numbers up to `id` as used.
    mutating func reserve(through id: Int) { nextID = max(nextID, id + 1) }

    /// Numbers of the rows whose column holds one of `values`, ascending; `nil` where the column has no index.
    func lookup(_ column: String, _ values: [Cell]) -> [Int]? {
        guard let position = schema.indexed.firstIndex(of: column) else { return nil }
        var found: Set<Int> = []
        for value in Set(values) { found.formUnion(indexes[position][value] ?? []) }
        return found.sorted()
    }

    /// Rows whose column holds `value`, by number.
    func rows(where column: String, _ value: Int) -> [Row] {
        if let found = lookup(column, [.integer(value)]) { return found.compactMap { rows[$0] } }
        return all.filter { $0.integer(column) == value }
    }

    private mutating func unindex(_ row: Row) {
        for (position, column) in schema.indexed.enumerated() {
            indexes[position][row[column]]?.remove(row.id)
        }
    }

    /// Position at which `id` stands or would stand.
    private func insertion(of id: Int) -> Int {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
