/// Cuts the numbers of rows into pages whose size follows what the server bears.
///
/// A page that the server breaks down over is cut in two and asked for again; the pages after it are smaller, too, see
/// ``PageSize``. Numbers of which hardly any names a row come last, in large pages, and those beyond the last known one
/// until a page of them is empty.
struct PagePlan {
    /// Numbers to ask for in one request.
    struct Page: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// Of rows that are there.
            case known
            /// Between them.
            case gap
            /// After the last one.
            case beyond
        }

        let numbers: [Int]
        let kind: Kind
        /// Whether it is part of a page to which no answer came in time: another such ends the reading.
        var isLate = false
    }

    /// Time below which an answer is fast.
    static let fast = Duration.seconds(1)

    private var known: ArraySlice<Int>
    private var gaps: ArraySlice<Int>
    private var again: [Page] = []
    /// First number that has not been asked for beyond the last; nil where no further ones are asked for at present.
    private var beyond: Int?
    private(set) var size: PageSize
    /// Whether the server has given rows beyond the last for longer than any has them.
    private(set) var isEndless = false
    private var looks = 0
    /// How often to look beyond the last row known: 100,000 hosts without an address.
    private static let mostLooks = 100
    /// Numbers of a page of which hardly any names a row.
    private var rare = reach
    /// How far to look beyond the last row.
    private static let reach = 1_000
    /// Numbers that a row can have: FOG's columns are 32 bits wide.
    static let possible = 1...Int(Int32.max)

    /// Starts with all numbers.
    ///
    /// - Parameters:
    ///   - known: numbers of rows; what no row can have is passed over.
    ///   - gaps: numbers that may be some row's, too.
    ///   - looksBeyond: whether rows with greater numbers are looked for.
    ///   - size: how many rows to ask for at once.
    init(_ known: [Int], gaps: [Int] = [], looksBeyond: Bool = false, size: PageSize) {
        self.known = known.filter(Self.possible.contains)[...]
        self.gaps = gaps[...]
        self.size = size
        if looksBeyond { lookBeyond(self.known.max() ?? 0) }
    }

    /// Gives the next page; nil where nothing is left to ask for before an answer comes.
    mutating func next() -> Page? {
        if let page = again.popLast() { return page }
        if !known.isEmpty { return Page(numbers: Self.cut(&known, size.rows), kind: .known) }
        if !gaps.isEmpty { return Page(numbers: Self.cut(&gaps, rare), kind: .gap) }
        guard let start = beyond else { return nil }
        beyond = nil
        return Page(numbers: Array(start...min(start + Self.reach - 1, Self.possible.upperBound)), kind: .beyond)
    }

    private mutating func lookBeyond(_ last: Int) {
        looks += 1
        isEndless = looks > Self.mostLooks
        beyond = last < Self.possible.upperBound && !isEndless ? last + 1 : nil
    }

    private static func cut(_ numbers: inout ArraySlice<Int>, _ count: Int) -> [Int] {
        let page = Array(numbers.prefix(count))
        numbers = numbers.dropFirst(page.count)
        return page
    }

    /// Notes that the rows of a page have come.
    mutating func answered(_ page: Page, rows: Int, in time: Duration) {
        switch page.kind {
        case .known: size.bore(page.numbers.count, isFast: time < Self.fast)
        case .gap: break
        case .beyond:
            if rows > 0, let last = page.numbers.last { lookBeyond(last) }
        }
    }

    /// Notes that the server broke down over a page.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - isLate: whether it did not answer in time; a server that hangs is given up after two such answers in a row.
    /// - Returns: whether the rows will be asked for again, in smaller pages; a single row is not.
    mutating func failed(_ page: Page, isLate: Bool) -> Bool {
        guard page.numbers.count > 1, !(isLate && page.isLate) else { return false }
        let half = page.numbers.count / 2
        if page.kind == .known {
            size.broke(over: page.numbers.count)
        } else {
            rare = min(rare, half)
        }
        // The halves of a page beyond the last are gaps: there are rows after them.
        let kind = page.kind == .known ? Page.Kind.known : .gap
        if page.kind == .beyond, let last = page.numbers.last { lookBeyond(last) }
        again.append(Page(numbers: Array(page.numbers[half...]), kind: kind, isLate: isLate))
        again.append(Page(numbers: Array(page.numbers[..<half]), kind: kind, isLate: isLate))
        return true
    }
}
