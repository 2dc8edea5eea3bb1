/// Repeated time in the part of cron that FOG understands, by the server's own zone.
///
/// Origin: FOG 1.5.9.239 and 1.6, `FOGCron`: numbers, `*`, ranges, lists and steps of `*` or a range; no names, no `@daily`,
/// Sunday is 0. FOG takes anything else without a word and never fires, or at another time.
public struct CronTime: Hashable, Sendable, CustomStringConvertible {
    /// Minutes, 0 to 59.
    public let minute: String
    /// Hours, 0 to 23.
    public let hour: String
    /// Days of the month, 1 to 31.
    public let dayOfMonth: String
    /// Months, 1 to 12.
    public let month: String
    /// Days of the week, 0 for Sunday to 6.
    public let dayOfWeek: String

    /// What one part may hold.
    private struct Part {
        let name: String
        let range: ClosedRange<Int>
    }

    private static let parts: [Part] = [
        Part(name: "minute", range: 0...59), Part(name: "hour", range: 0...23),
        Part(name: "day of the month", range: 1...31), Part(name: "month", range: 1...12),
        Part(name: "day of the week", range: 0...6),
    ]

    /// Days that a month has at most.
    private static let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Takes five parts apart by blanks, as in `30 22 * * 1-5`.
    ///
    /// - Throws: ``FogError`` with `invalidArgument` for what FOG would not fire at as it is meant.
    public init(_ text: String) throws {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == Self.parts.count else {
            throw FogError(
                .invalidArgument,
                "\"\(text)\" has \(words.count) parts",
                hint: "give five: minute, hour, day of the month, month, day of the week"
            )
        }
        var values: [Set<Int>] = []
        for (part, word) in zip(Self.parts, words) { values.append(try Self.values(word, part, text)) }
        // FOG's scheduler looks for the next such day without an end.
        let isReal = values[3].contains { month in (values[2].min() ?? 32) <= Self.lengths[month - 1] }
        guard isReal else {
            throw FogError(.invalidArgument, "\"\(text)\" names a day that no year has", hint: "FOG would never fire")
        }
        (minute, hour, dayOfMonth, month, dayOfWeek) = (words[0], words[1], words[2], words[3], words[4])
    }

    /// Five parts with blanks between them.
    public var description: String { [minute, hour, dayOfMonth, month, dayOfWeek].joined(separator: " ") }

    // MARK: - Reading

    private static func values(_ word: String, _ part: Part, _ text: String) throws -> Set<Int> {
        var values: Set<Int> = []
        for item in word.split(separator: ",", omittingEmptySubsequences: false) {
            guard let range = Self.range(String(item), part) else {
                throw FogError(
                    .invalidArgument,
                    "\"\(item)\" in \"\(text)\" is no \(part.name) that FOG understands",
                    hint: "use \(part.range.lowerBound) to \(part.range.upperBound), *, a-b, a,b, */n or a-b/n"
                )
            }
            values.formUnion(range)
        }
        return values
    }

    private static func range(_ item: String, _ part: Part) -> [Int]? {
        let halves = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard halves.count <= 2, let base = halves.first else { return nil }
        var step = 1
        if halves.count == 2 {
            // FOG holds a step to the range of its part, and a step of one number does nothing.
            guard let number = number(halves[1]), number > 0, part.range.contains(number), Int(base) == nil else {
                return nil
            }
            step = number
        }
        if base == "*" { return Array(stride(from: part.range.lowerBound, through: part.range.upperBound, by: step)) }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false).map { number(String($0)) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
            part.range.contains(first), part.range.contains(last)
        else { return nil }
        return Array(stride(from: first, through: last, by: step))
    }

    private static func number(_ text: String) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}

extension CronTime {
    /// Reads the five parts as one text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for what FOG does not understand.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(try container.decode(String.self))
        } catch let error as FogError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
        }
    }

    /// Writes the five parts as one text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
