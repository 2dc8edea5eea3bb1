/// How many rows a server is asked for at once: fewer after a page that it broke down over, more again while all goes
/// well.
///
/// What breaks a page down may pass. So a server that crashed is neither asked for single rows from then on, nor for
/// small pages for ever.
struct PageSize: Hashable, Sendable {
    /// Fewest rows of a page, as far as a size was not smaller from the start.
    ///
    /// A page that is too much with so few is cut further for its own sake, and no page after it.
    static let fewest = 25

    /// Rows of the next page.
    private(set) var rows: Int
    /// What a page may grow to while answers come fast.
    private(set) var most: Int
    /// What ``rows`` may grow back to however slow the answers are.
    private let start: Int
    /// What ``most`` may grow back to.
    private let ceiling: Int
    /// Pages of full size that went well since one did not.
    private var successes = 0
    /// How many of them it takes until larger ones are tried again; more each time that this was a mistake.
    private var patience = 16
    private var isTrying = false

    /// - Parameters:
    ///   - rows: rows of the first page.
    ///   - most: most rows of any.
    init(rows: Int, most: Int) {
        self.rows = rows
        self.most = most
        start = rows
        ceiling = most
    }

    /// Notes that a page went well.
    mutating func bore(_ count: Int, isFast: Bool) {
        guard count >= rows else { return }
        successes += 1
        if successes >= patience, rows == most, most < ceiling {
            most = min(most * 2, ceiling)
            rows = max(rows, min(most, start))
            successes = 0
            isTrying = true
        }
        if isFast { rows = min(rows * 2, most) }
    }

    /// Notes that the server broke down over a page.
    mutating func broke(over count: Int) {
        let bearable = max(count / 2, min(Self.fewest, rows))
        // Pages of the old size that were under way say nothing new.
        if isTrying, bearable < most {
            patience = min(patience * 2, 1_024)
            isTrying = false
        }
        most = min(most, bearable)
        rows = min(rows, most)
        successes = 0
    }
}
