/// Conditions on the columns of a class, all of which must hold.
struct Filter: Sendable {
    enum Condition: Sendable {
        case equals(Cell)
        case like(String)
        case among([Cell])
        case amongNumbers(Set<Int>)
        /// One of these; of FOG 1.6, where a choice may hold patterns.
        case any([Condition])

        func holds(for cell: Cell) -> Bool {
            switch self {
            case .equals(let value): Filter.equal(cell, value)
            case .like(let pattern): Pattern.matches(cell.string, like: pattern)
            case .among(let cells): cells.contains { Filter.equal(cell, $0) }
            case .amongNumbers(let numbers): cell != .null && numbers.contains(cell.number)
            case .any(let conditions): conditions.contains { $0.holds(for: cell) }
            }
        }
    }

    private var conditions: [(column: String, condition: Condition)] = []
    private let schema: Schema

    /// Reads a request's body: a text with `%` is a pattern, an array a choice; unknown keys are passed over.
    ///
    /// A typing mistake in a key thus asks for everything.
    ///
    /// Origin: `lib/router/route.class.php`, `getsearchbody`; `lib/fog/fogmanagercontroller.class.php`, `find`.
    init(_ schema: Schema, _ body: JSON) {
        self.schema = schema
        for column in schema.columns {
            guard let value = body[column.name] else { continue }
            conditions.append((column.name, Self.condition(value, column)))
        }
    }

    /// Whether nothing is asked for, so that every row matches.
    var isEmpty: Bool { conditions.isEmpty }

    mutating func require(_ column: String, _ condition: Condition) { set(column, condition) }

    mutating func require(_ column: String, _ cell: Cell) { set(column, .equals(cell)) }

    mutating func require(_ column: String, anyOf cells: [Cell]) { set(column, .among(cells)) }

    private mutating func set(_ column: String, _ condition: Condition) {
        conditions.removeAll { $0.column == column }
        conditions.append((column, condition))
    }

    private static func condition(_ value: JSON, _ column: Column) -> Condition {
        switch value {
        case .array(let elements) where !elements.isEmpty && column.kind == .integer:
            .amongNumbers(Set(elements.map(\.phpInteger)))
        case .array(let elements) where !elements.isEmpty: .among(elements.map { cell($0, column) })
        case .string(let text) where text.contains("%"): .like(text)
        default: .equals(cell(value, column))
        }
    }

    /// Makes of a value what a column would hold.
    static func cell(_ value: JSON, _ column: Column) -> Cell {
        column.kind == .integer ? .integer(value.phpInteger) : .text(value.phpString)
    }

    /// Rows that may match: those of an index where there is one, else all.
    func candidates(in table: Table) -> [Row] { indexed(in: table) ?? table.all }

    /// Rows that may match, by number; `nil` where no index tells them.
    func indexed(in table: Table) -> [Row]? {
        for (column, condition) in conditions {
            let found =
                switch condition {
                case .equals(let cell): column == "id" ? [cell.number] : table.lookup(column, [cell])
                case .among(let cells):
                    column == "id" ? Set(cells.map(\.number)).sorted() : table.lookup(column, cells)
                case .amongNumbers(let numbers):
                    column == "id" ? numbers.sorted() : table.lookup(column, numbers.map { .integer($0) })
                case .like, .any: [Int]?.none
                }
            if let found { return found.compactMap { table[$0] } }
        }
        return nil
    }

    func matches(_ row: Row) -> Bool {
        conditions.allSatisfy { column, condition in condition.holds(for: row[column]) }
    }

    /// Compares as MariaDB does: numbers as numbers, texts without case and blanks at the end.
    private static func equal(_ left: Cell, _ right: Cell) -> Bool {
        switch (left, right) {
        case (.null, _): false
        case (.integer(let left), _): left == right.number
        case (.text(let left), _): left == right.string || folded(left) == folded(right.string)
        }
    }

    private static func folded(_ text: String) -> String {
        let folded = text.lowercased()
        guard folded.last == " " else { return folded }
        return String(folded.reversed().drop { $0 == " " }.reversed())
    }
}
