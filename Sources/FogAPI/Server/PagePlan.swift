/// Cuts the numbers of rows into pages whose size follows what the server bears.
///
/// A page that the server breaks down over is cut in two and asked for again; after that no page is larger than what
/// went well. While answers come fast, pages grow. Numbers of which hardly any names a row come last, in large pages,
/// and those beyond the last known one until a page of them is empty.
struct PagePlan {
    /// How many rows to ask for at once.
    struct Size: Hashable, Sendable {
        /// Rows of the next page.
        var rows: Int
        /// Most rows of a page: what a page may grow to.
        var most: Int
    }

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
    }

    /// Time below which an answer is fast.
    static let fast = Duration.seconds(1)

    private var known: ArraySlice<Int>
    private var gaps: ArraySlice<Int>
    private var again: [Page] = []
    /// First number that has not been asked for beyond the last; nil where no further ones are asked for at present.
    private var beyond: Int?
    private(set) var size: Size
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
    init(_ known: [Int], gaps: [Int] = [], looksBeyond: Bool = false, size: Size) {
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
        beyond = last < Self.possible.upperBound ? last + 1 : nil
    }

    private static func cut(_ numbers: inout ArraySlice<Int>, _ count: Int) -> [Int] {
        let page = Array(numbers.prefix(count))
        numbers = numbers.dropFirst(page.count)
        return page
    }

    /// Notes that the rows of a page have come.
    mutating func answered(_ page: Page, rows: Int, in time: Duration) {
        switch page.kind {
        case .known:
            if time < Self.fast, page.numbers.count >= size.rows { size.rows = min(size.rows * 2, size.most) }
        case .gap: break
        case .beyond:
            if rows > 0, let last = page.numbers.last { lookBeyond(last) }
        }
    }

    /// Notes that the server broke down over a page.
    ///
    /// - Returns: whether the rows will be asked for again, in smaller pages; a single row is not.
    mutating func failed(_ page: Page) -> Bool {
        guard page.numbers.count > 1 else { return false }
        let half = page.numbers.count / 2
        if page.kind == .known {
            size = Size(rows: min(size.rows, half), most: min(size.most, half))
        } else {
            rare = min(rare, half)
        }
        // The halves of a page beyond the last are gaps: there are rows after them.
        let kind = page.kind == .known ? Page.Kind.known : .gap
        if page.kind == .beyond, let last = page.numbers.last { lookBeyond(last) }
        again.append(Page(numbers: Array(page.numbers[half...]), kind: kind))
        again.append(Page(numbers: Array(page.numbers[..<half]), kind: kind))
        return true
    }
}
