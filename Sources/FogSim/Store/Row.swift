/// One row of a table.
struct Row: Sendable {
    let schema: Schema
    var cells: [Cell]

    /// Cell of a column; null for a column that the class does not have.
    subscript(_ column: String) -> Cell {
        get { schema.ordinals[column].map { cells[$0] } ?? .null }
        set {
            if let ordinal = schema.ordinals[column] { cells[ordinal] = newValue }
        }
    }

    /// Number of the row, 1 or more; 0 before it is stored.
    var id: Int {
        get { cells[0].number }
        set { cells[0] = .integer(newValue) }
    }

    var name: String { self["name"].string }

    /// Reads a whole number.
    func integer(_ column: String) -> Int { self[column].number }

    /// Reads a text.
    func text(_ column: String) -> String { self[column].string }

    /// Writes a whole number.
    mutating func set(_ column: String, _ number: Int) {
        guard let kind = schema.column(column)?.kind else { return }
        switch kind {
        case .integer: self[column] = .integer(number)
        case .text: self[column] = .text(String(number))
        case .zeroFilled(let digits): self[column] = .text(Column.pad(number, to: digits))
        }
    }

    /// Writes a text.
    mutating func set(_ column: String, _ text: String) { fill(column, .text(text)) }

    /// Writes a cell; a text becomes a number where the column is one.
    mutating func fill(_ column: String, _ cell: Cell) {
        guard let ordinal = schema.ordinals[column] else { return }
        cells[ordinal] = schema.columns[ordinal].kind == .integer && cell != .null ? .integer(cell.number) : cell
    }
}
