/// Lines at the bottom of a terminal that are drawn again and again, with lasting text above them.
///
/// A pure value: it gives the characters to write.
package struct LiveRegion: Sendable {
    private var drawn = 0

    /// Whether anything is shown.
    package var isShown: Bool { drawn > 0 }

    /// Makes a region that shows nothing yet.
    package init() {}

    /// Replaces what is shown.
    ///
    /// - Parameters:
    ///   - lines: lines to show from now on, none wider than the terminal.
    ///   - text: text that is to stay above them, without a final line feed; nil for none.
    /// - Returns: characters to write to the terminal.
    package mutating func frame(_ lines: [String], above text: String? = nil) -> String {
        var frame = drawn > 0 ? "\u{1B}[\(drawn)A\r\u{1B}[J" : ""
        if let text { frame += text + "\n" }
        for line in lines { frame += line + "\n" }
        drawn = lines.count
        return frame
    }
}
