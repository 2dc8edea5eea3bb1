/// Part of a list that FOG 1.6 sends at once.
///
/// Origin: api-1.6.md section 4.2.
struct Page: Sendable {
    /// Rows left out before the first.
    let start: Int
    let length: Int
    /// Rows that there are in all.
    let count: Int
    /// Whether the caller asked for no page, and there are more rows than the server sends.
    let isTruncated: Bool
    /// Whether the answer names other pages.
    let isPaged: Bool

    /// Reads `start` and `length`; a start without a length is passed over.
    init(_ query: Query, count: Int, _ limits: FogSim.Paging) {
        let cap = query["expand"] == nil ? limits.rows : limits.expandedRows
        let asked = query["length"].map(Cell.leadingInteger) ?? 0
        self.count = count
        if asked > 0 {
            start = max(0, Cell.leadingInteger(query["start"] ?? ""))
            length = query["expand"] == nil ? asked : min(asked, cap)
            isTruncated = false
        } else {
            start = 0
            length = cap
            isTruncated = count > cap
        }
        isPaged = asked > 0 || isTruncated
    }

    /// Positions of the rows.
    var range: Range<Int> {
        let first = min(start, count)
        return first..<min(count, first + length)
    }

    /// First rows of the other pages; `nil` where there is no such page.
    var starts: [(relation: String, start: Int?)] {
        guard isPaged else { return ["first", "prev", "next", "last"].map { ($0, nil) } }
        let last = count == 0 ? 0 : (count - 1) / length * length
        return [
            ("first", 0), ("prev", start > 0 ? max(0, start - length) : nil),
            ("next", start + length < count ? start + length : nil), ("last", last),
        ]
    }
}
