/// What was entered before, and where somebody is who looks through it.
package struct InputHistory: Sendable {
    /// Inputs, the oldest first.
    package private(set) var entries: [String]
    /// Most inputs that are kept.
    private let capacity: Int
    /// Entry that is shown; the count of entries is the input that is being written.
    private var place: Int
    /// What became of entries that were changed while somebody looked through, by place.
    private var drafts: [Int: String] = [:]

    /// Makes a history.
    ///
    /// - Parameters:
    ///   - entries: earlier inputs, the oldest first.
    ///   - capacity: most inputs that are kept, 1 or more.
    package init(_ entries: [String] = [], capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
        self.entries = entries.suffix(self.capacity)
        place = self.entries.count
    }

    /// Takes an input, unless it is empty or the same as the one before; whoever looked through is back at the end.
    package mutating func add(_ text: String) {
        if !text.allSatisfy(\.isWhitespace), text != entries.last { entries.append(text) }
        if entries.count > capacity { entries.removeFirst(entries.count - capacity) }
        drafts = [:]
        place = entries.count
    }

    /// Goes to the entry before or after that begins with a text.
    ///
    /// - Parameters:
    ///   - step: -1 for older, 1 for newer.
    ///   - current: what the buffer holds, which is kept.
    ///   - prefix: how the entry has to begin.
    /// - Returns: text of the entry; nil where there is none, and nothing changes.
    mutating func go(_ step: Int, from current: String, beginningWith prefix: String = "") -> String? {
        var next = place + step
        while (0...entries.count).contains(next) {
            let text = drafts[next] ?? (next < entries.count ? entries[next] : "")
            // Where the newest end is reached, what was being written comes back.
            if next == entries.count || text.hasPrefix(prefix) && text != current {
                return leave(current, for: next, text)
            }
            next += step
        }
        return nil
    }

    /// Goes to the oldest entry, or back to what was being written.
    mutating func goToEnd(isOldest: Bool, from current: String) -> String? {
        let next = isOldest ? 0 : entries.count
        guard next != place, !entries.isEmpty else { return nil }
        return leave(current, for: next, drafts[next] ?? (next < entries.count ? entries[next] : ""))
    }

    private mutating func leave(_ current: String, for next: Int, _ text: String) -> String {
        drafts[place] = current
        place = next
        return text
    }

    /// Finds an entry that holds a text.
    ///
    /// - Parameters:
    ///   - text: what to look for, as it is written; all in lower case finds both cases.
    ///   - place: entry to begin with.
    ///   - step: -1 for older, 1 for newer.
    /// - Returns: place of the entry; nil where there is none.
    func search(_ text: String, from place: Int, step: Int) -> Int? {
        let folds = text == text.lowercased()
        var next = place
        while entries.indices.contains(next) {
            let entry = folds ? entries[next].lowercased() : entries[next]
            if entry.contains(text) { return next }
            next += step
        }
        return nil
    }

    /// Shows an entry that was found.
    mutating func jump(to next: Int, from current: String) -> String {
        leave(current, for: next, drafts[next] ?? entries[next])
    }
}
