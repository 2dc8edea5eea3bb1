/// A filter made ready to look at many rows.
struct RowJudge {
    /// How a row looks in the light of the filter.
    enum Verdict {
        /// Every condition holds, as far as the row has the fields.
        case fits
        /// A condition does not hold.
        case fails
        /// Nothing speaks against the row, but it lacks a field.
        case lacks(String)
    }

    /// Members that are looked at.
    let fields: WantedNames
    /// Whether every row fits.
    let isContent: Bool

    private let conditions: [RowFilter.Condition]
    /// Numbers of which a field has to be one: a page of hosts names a thousand.
    private let numbers: [(field: String, numbers: Set<Int>)]

    /// Makes a filter ready.
    init(_ filter: RowFilter) {
        fields = WantedNames(filter.fields)
        isContent = filter.isEmpty
        numbers = filter.conditions.compactMap { condition in condition.numbers.map { (condition.field, $0) } }
        conditions = filter.conditions.filter { $0.numbers == nil }
    }

    /// Judges a row by its texts and numbers.
    ///
    /// - Parameter values: the row's own members by name, HTML entities decoded.
    /// - Returns: the verdict.
    func verdict(on values: [String: String]) -> Verdict {
        var lacking: String?
        for (field, numbers) in numbers {
            guard let value = values[field] else {
                lacking = lacking ?? field
                continue
            }
            guard let number = RowFilter.Value.number(of: value), numbers.contains(number) else { return .fails }
        }
        for condition in conditions {
            guard let value = values[condition.field] else {
                lacking = lacking ?? condition.field
                continue
            }
            if !condition.holds(for: value) { return .fails }
        }
        return lacking.map(Verdict.lacks) ?? .fits
    }
}

extension RowFilter.Condition {
    /// Numbers of which the field has to be one; nil where anything else is asked for.
    fileprivate var numbers: Set<Int>? {
        guard case .anyOf(_, let values) = self else { return nil }
        var numbers: Set<Int> = []
        for value in values {
            guard case .number(let number) = value else { return nil }
            numbers.insert(number)
        }
        return numbers
    }

    func holds(for text: String) -> Bool {
        switch self {
        case .equals(_, let value): value.equals(text)
        case .anyOf(_, let values): values.contains { $0.equals(text) }
        case .like(_, let pattern): Self.fits(pattern, text)
        }
    }

    /// Tries a pattern, going back to the last `%` where the rest does not fit.
    private static func fits(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.lowercased().unicodeScalars)
        let text = Array(text.lowercased().unicodeScalars)
        var (place, here) = (0, 0)
        var retry: (place: Int, here: Int)?
        while here < text.count {
            if place < pattern.count, pattern[place] == "%" {
                place += 1
                retry = (place, here)
            } else if place < pattern.count, pattern[place] == text[here] {
                place += 1
                here += 1
            } else if let last = retry {
                retry = (last.place, last.here + 1)
                (place, here) = (last.place, last.here + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "%" }
    }
}

extension RowFilter.Value {
    /// Whether a text of the server says the same; `"012"` is the number 12.
    func equals(_ text: String) -> Bool {
        switch self {
        case .number(let number): Self.number(of: text) == number
        // Blanks around a text are trimmed by the server, and letters compared without case.
        case .text(let wanted): Self.folded(wanted) == Self.folded(text)
        }
    }

    /// Number that a text of the server is; "not set" is written as 0, as nothing and as null.
    fileprivate static func number(of text: String) -> Int? { text.isEmpty ? 0 : Int(text) }

    private static func folded(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " }
        var kept = text.drop(while: isBlank)
        while let last = kept.last, isBlank(last) { kept.removeLast() }
        return kept.lowercased()
    }
}
