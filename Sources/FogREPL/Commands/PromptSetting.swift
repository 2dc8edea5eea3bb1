import FogModel
package import FogSession

/// What `:set` changes.
package enum PromptSetting: String, CaseIterable, Sendable {
    case rows, items, depth, text, colour, hints

    /// What it is, in one line.
    package var summary: String {
        switch self {
        case .rows: "rows of a table of objects, 1 to 1000"
        case .items: "entries of a table, 1 to 10000"
        case .depth: "levels of tables within each other, 1 to 20"
        case .text: "bytes of a text, 16 to 1000000"
        case .colour: "colours: on or off"
        case .hints: "the line below the input that tells of the function: on or off"
        }
    }

    private var range: ClosedRange<Int>? {
        switch self {
        case .rows: 1...1000
        case .items: 1...10_000
        case .depth: 1...20
        case .text: 16...1_000_000
        case .colour, .hints: nil
        }
    }

    /// Reads a value: a count, 1 for on, 0 for off.
    fileprivate func value(_ word: String) throws(PromptFault) -> Int {
        if let range {
            if let number = Int(word), range.contains(number) { return number }
        } else if let place = ["off", "on"].firstIndex(of: word) {
            return place
        }
        throw PromptFault(":set \(rawValue) takes \(summary), not \"\(word)\"")
    }
}

/// Settings of a prompt.
package struct PromptSettings: Hashable, Sendable {
    /// How much of a value is shown.
    package var shown: ShownLimits = ShownLimits()
    /// Whether colours are used.
    package var isColoured: Bool
    /// Whether signatures are shown while typing.
    package var hasHints: Bool = true

    /// Makes the usual settings.
    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// Changes one.
    ///
    /// - Parameter text: name and value, as in `rows 100`.
    /// - Throws: ``PromptFault``.
    package mutating func set(_ text: String) throws(PromptFault) {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "=" }).map(String.init)
        guard let name = words.first, let setting = PromptSetting(rawValue: name) else {
            let names = PromptSetting.allCases.map(\.rawValue)
            throw PromptFault(
                "there is no setting \"\(words.first ?? "")\"",
                hint: Suggestion.hint(for: words.first ?? "", among: names) ?? "there are "
                    + names.joined(separator: ", ")
            )
        }
        guard words.count == 2 else { throw PromptFault(":set \(name) takes one value: \(setting.summary)") }
        let value = try setting.value(words[1])
        switch setting {
        case .rows: shown.rows = value
        case .items: shown.items = value
        case .depth: shown.depth = value
        case .text: shown.text = value
        case .colour: isColoured = value == 1
        case .hints: hasHints = value == 1
        }
    }

    /// Rows that tell of all: name with value, and meaning.
    package var rows: [(term: String, text: String)] {
        PromptSetting.allCases.map { setting in
            let value =
                switch setting {
                case .rows: "\(shown.rows)"
                case .items: "\(shown.items)"
                case .depth: "\(shown.depth)"
                case .text: "\(shown.text)"
                case .colour: isColoured ? "on" : "off"
                case .hints: hasHints ? "on" : "off"
                }
            return ("\(setting.rawValue) = \(value)", setting.summary)
        }
    }
}
