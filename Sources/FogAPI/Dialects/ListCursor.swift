/// Goes through the pages of a list: what to ask for next, and which rows are new.
///
/// The place in the list is counted here by the rows that came: a server that gives fewer than it was asked for, or
/// links past them, loses none. Rows may move between pages, so each counts once, and where rows went away meanwhile
/// the list is gone through again. A server that always has one more page comes to an end by the ``isSpent`` of it.
struct ListCursor {
    /// Most requests for one list: a million rows by pages of 200.
    static let mostRequests = 5_000
    /// Most bytes of all answers to them.
    static let mostBytes = 1 << 30

    let className: String
    private(set) var dialect: Dialect
    private(set) var isActive: Bool
    private(set) var filter: RowFilter
    /// Rows to ask for at once.
    private(set) var length: Int
    /// What is remembered of it for other lists of the class.
    private(set) var size: PageSize

    private let wanted: (isActive: Bool, filter: RowFilter)
    private var start = 0
    private var seen: Set<Int> = []
    private var total: Int?
    private var hasShrunk = false
    /// Hash of the last page.
    private var last: Int?
    private var passes = 0
    /// Whether rows of this pass have been given before, since the list was asked for anew.
    private var isRestarted = false
    /// Whether the last answer did not come in time.
    private(set) var isLate = false
    private var requests = 0
    private var bytes = 0
    private var rows = 0
    /// Whether the server has refused the filter, so that all rows are read and looked at here.
    private(set) var isUnfiltered = false
    /// Whether nothing is left to ask for.
    private(set) var isDone: Bool

    /// Starts at the first row.
    init(_ className: String, isActive: Bool, filter: RowFilter, dialect: Dialect, size: PageSize) {
        self.className = className
        self.dialect = dialect
        self.size = size
        length = size.rows
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

    /// Whether more has come, or been asked for, than any server has.
    var isSpent: Bool { requests >= Self.mostRequests || bytes > Self.mostBytes || rows > Envelope.mostRows }

    /// Makes the request for the next rows.
    mutating func ask() -> FogRequest {
        requests += 1
        return dialect.list(
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
        restart()
    }

    /// Notes that the server knows no such filter: the list is asked for anew, without.
    mutating func dropFilter() {
        (isActive, filter) = wanted
        isUnfiltered = true
        restart()
    }

    private mutating func restart() {
        (start, total, last, hasShrunk) = (0, nil, nil, false)
        isRestarted = !seen.isEmpty
    }

    /// Asks for fewer rows at once.
    ///
    /// - Parameter isLate: whether the answer did not come in time.
    /// - Returns: false where there are no pages, fewer would not help, or the server hangs.
    mutating func shrink(isLate: Bool) -> Bool {
        guard dialect.family == .six, length > 10, !(isLate && self.isLate) else { return false }
        self.isLate = isLate
        size.broke(over: length)
        length /= 2
        return true
    }

    /// Notes a page.
    ///
    /// - Parameters:
    ///   - envelope: what lies around its rows.
    ///   - ids: number of each row that fits; nil for one without.
    ///   - hash: hash of the whole answer.
    ///   - bytes: size of the answer.
    /// - Returns: whether each row is new.
    mutating func take(_ envelope: Envelope, _ ids: [Int?], hash: Int, bytes: Int) -> [Bool] {
        count(envelope, bytes)
        let isFresh = passes == 0 && !isRestarted
        let isOnly = start == 0 && !envelope.hasNext && !envelope.isCut && envelope.total ?? 0 <= envelope.rows
        if isOnly {
            isDone = true
            // In one piece nothing comes twice, but on another pass.
            if isFresh { return ids.map { _ in true } }
        }
        let known = seen.count
        let news = ids.map { id in id.map { seen.insert($0).inserted } ?? (passes == 0) }
        if let total = envelope.total {
            if let before = self.total, total < before { hasShrunk = true }
            self.total = total
        }
        start += envelope.rows
        let isMore = envelope.hasNext || envelope.isCut || start < envelope.total ?? 0
        // A server that ignores the place gives the same rows for ever. Where the filter lets only some of a page through,
        // those may have moved here from the page before, and say nothing of the rest.
        let isWhole = !ids.isEmpty && ids.count == envelope.rows && !ids.contains(nil)
        let isKnown = isWhole && seen.count == known && isFresh && start > envelope.rows
        let repeats = isKnown || hash == last
        last = hash
        if envelope.rows == 0 || !isMore || repeats { finishPass() }
        return news
    }

    private mutating func count(_ envelope: Envelope, _ bytes: Int) {
        isLate = false
        rows = max(rows, start + envelope.rows)
        self.bytes += bytes
        guard dialect.family == .six, envelope.rows >= length, length >= size.rows else { return }
        size.bore(length, isFast: true)
        length = size.rows
    }

    private mutating func finishPass() {
        passes += 1
        isDone = !hasShrunk || passes > 2
        hasShrunk = false
        start = 0
        last = nil
    }
}
