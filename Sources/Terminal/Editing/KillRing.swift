/// Texts that were cut out, the last first.
struct KillRing: Sendable {
    private static let capacity = 60
    private var texts: [String] = []
    private var place = 0

    /// Text that would be put in; nil where nothing was cut out yet.
    var current: String? { texts.isEmpty ? nil : texts[place] }

    /// Takes a text.
    mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        texts.insert(text, at: 0)
        if texts.count > Self.capacity { texts.removeLast() }
        place = 0
    }

    /// Adds to the last text what was cut out right after it.
    mutating func extend(_ text: String, isBefore: Bool) {
        guard !texts.isEmpty else { return add(text) }
        texts[0] = isBefore ? text + texts[0] : texts[0] + text
        place = 0
    }

    /// Goes to the text before.
    mutating func rotate() {
        if !texts.isEmpty { place = (place + 1) % texts.count }
    }
}
