/// Goes through the pages of a list: what to ask for next, and which rows are new.
///
/// The place in the list is counted here by the rows that came: a server that gives fewer than it was asked for, or
/// links past them, loses none. Rows may move between pages, so each counts once, and where rows went away meanwhile
/// the list is gone through again.
struct ListCursor {
    let className: String
    private(set) var dialect: Dialect
    private(set) var isActive: Bool
    private(set) var filter: RowFilter
    /// Rows to ask for at once.
    private(set) var length: Int

    private let wanted: (isActive: Bool, filter: RowFilter)
    private var start = 0
    private var seen: Set<Int> = []
    private var total: Int?
    private var hasShrunk = false
    /// Hash of the last page.
    private var last: Int?
    private var passes = 0
    /// Whether the server has refused the filter, so that all rows are read and looked at here.
    private(set) var isUnfiltered = false
    /// Whether nothing is left to ask for.
    private(set) var isDone: Bool

    /// Starts at the first row.
    init(_ className: String, isActive: Bool, filter: RowFilter, dialect: Dialect, length: Int) {
        self.className = className
        self.dialect = dialect
        self.length = length
        wanted = (isActive, filter)
        isDone = filter.isHopeless
        (self.isActive, self.filter) = Self.narrowed(className, wanted, dialect)
    }

    /// The list of what is active ignores filters on 1.6, the list of all does not.
    private static func narrowed(
        _ className: String,
        _ wanted: (isActive: Bool, filter: RowFilter),
        _ dialect: Dialect
    ) -> (isActive: Bool, filter: RowFilter) {
        guard dialect.family == .six, wanted.isActive, !wanted.filter.isEmpty, let active = Dialect.active(className)
        else { return wanted }
        return (false, wanted.filter.and(active))
    }

    /// Request for the next rows.
    var request: FogRequest {
        dialect.list(
            className,
            isActive: isActive,
            filter: isUnfiltered ? .all : filter,
            page: dialect.family == .six ? start..<start + length : nil
        )
    }

    /// Notes that a server which looked like a 1.5 answers like a 1.6: the list is asked for anew.
    mutating func becomes(_ dialect: Dialect) {
        self.dialect = dialect
        (isActive, filter) = Self.narrowed(className, wanted, dialect)
    }

    /// Notes that the server knows no such filter: the list is asked for anew, without.
    mutating func dropFilter() {
        (isActive, filter) = wanted
        isUnfiltered = true
    }

    /// Asks for fewer rows at once; false where there are no pages, or fewer would not help.
    mutating func shrink() -> Bool {
        guard dialect.family == .six, length > 10 else { return false }
        length /= 2
        return true
    }

    /// Notes a page.
    ///
    /// - Parameters:
    ///   - envelope: what lies around its rows.
    ///   - ids: number of each row that fits; nil for one without.
    ///   - hash: hash of the whole answer.
    /// - Returns: whether each row is new.
    mutating func take(_ envelope: Envelope, _ ids: [Int?], hash: Int) -> [Bool] {
        let isOnly = start == 0 && !envelope.hasNext && !envelope.isCut && envelope.total ?? 0 <= envelope.rows
        if isOnly {
            isDone = true
            // In one piece nothing comes twice, but on another pass.
            if passes == 0 { return ids.map { _ in true } }
        }
        let known = seen.count
        let news = ids.map { id in id.map { seen.insert($0).inserted } ?? (passes == 0) }
        if let total = envelope.total {
            if let before = self.total, total < before { hasShrunk = true }
            self.total = total
        }
        start += envelope.rows
        let isMore = envelope.hasNext || envelope.isCut || start < envelope.total ?? 0
        // A server that ignores the place gives the same rows for ever.
        let isKnown = !ids.isEmpty && seen.count == known && passes == 0 && start > envelope.rows
        let repeats = isKnown || hash == last
        last = hash
        if envelope.rows == 0 || !isMore || repeats { finishPass() }
        return news
    }

    private mutating func finishPass() {
        passes += 1
        isDone = !hasShrunk || passes > 2
        hasShrunk = false
        start = 0
        last = nil
    }
}
