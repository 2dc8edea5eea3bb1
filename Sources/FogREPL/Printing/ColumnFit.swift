/// Widths for the columns of a table, so that a row fits a line.
///
/// Wide columns are cut before any is left out; those on the right are left out first.
struct ColumnFit: Equatable {
    /// Columns of the terminal that each shown column takes.
    private(set) var widths: [Int]
    /// How many columns are left out.
    private(set) var omitted: Int

    /// Blanks between two columns.
    static let gap = 2
    private static let widest = 40
    /// Narrower than this, a cut column says too little.
    private static let narrowest = 12

    /// Fits columns.
    ///
    /// - Parameters:
    ///   - wanted: widths that would show everything, one or more each.
    ///   - room: columns of the terminal, 1 or more.
    init(_ wanted: [Int], in room: Int) {
        var shown = wanted
        while shown.count > 1, Self.total(shown.map { min($0, Self.narrowest) }) > room { shown.removeLast() }
        let cap = (1...Self.widest).last { cap in Self.total(shown.map { min($0, cap) }) <= room } ?? 1
        widths = shown.map { min($0, cap) }
        // What the cap has left over goes to the columns that it has cut, from the left.
        var left = max(0, room - Self.total(widths))
        for place in widths.indices where cap < Self.widest || shown.count == 1 {
            let more = min(left, min(shown[place], shown.count == 1 ? room : Self.widest) - widths[place])
            widths[place] += more
            left -= more
        }
        omitted = wanted.count - shown.count
    }

    private static func total(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + gap * max(0, widths.count - 1)
    }
}
