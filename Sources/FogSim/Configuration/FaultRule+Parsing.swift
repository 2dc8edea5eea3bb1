extension FogSim.FaultRule {
    /// Reads a rule as it is written on a command line.
    ///
    /// Words with blanks between: an effect (`crash`, `page:STATUS`, `redirect:URL`, `drop-request`, `drop-answer`,
    /// `cut:BYTES`, `hang`, `hang-after`, `delay:SECONDS`, `warning`), then in any order a method in capital letters, a
    /// path that begins with `/`, `p=SHARE`, `every=N`, `skip=N`, `limit=N`, `from=SECONDS`, `to=SECONDS`.
    ///
    /// - Throws: ``ParseError`` that names the word which does not fit.
    public init(parsing text: String) throws(ParseError) {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { throw ParseError(message: "a fault begins with what goes wrong") }
        self.init(try Self.effect(first))
        var times: (from: Double, to: Double) = (0, Self.longest)
        for word in words.dropFirst() {
            if word.hasPrefix("/") {
                path = word
            } else if word.allSatisfy({ $0.isASCII && $0.isUppercase }) {
                method = word
            } else {
                try set(word, &times)
            }
        }
        guard times.from < times.to else {
            throw ParseError(message: "'from' comes before 'to' in the fault '\(text)'")
        }
        if times != (0, Self.longest) { window = .seconds(times.from)..<(.seconds(times.to)) }
    }

    /// Why a text is no rule.
    public struct ParseError: Error, Hashable, Sendable {
        /// What is wrong, one line, names the word.
        public let message: String
    }

    /// Seconds that stand for ever: about thirty years.
    private static let longest = 1e9

    private static func effect(_ word: String) throws(ParseError) -> Effect {
        if let plain = plain[word] { return plain }
        let halves = word.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { throw ParseError(message: "no fault is called '\(word)'") }
        switch halves[0] {
        case "page": return .page(status: Int(try number(halves[1], 200...599, of: word)))
        case "cut": return .cutAnswer(after: Int(try number(halves[1], 0...longest, of: word)))
        case "delay": return .delay(.seconds(try number(halves[1], 0...longest, of: word)))
        case "redirect": return .redirect(to: halves[1])
        default: throw ParseError(message: "no fault is called '\(halves[0])'")
        }
    }

    private static let plain: [String: Effect] = [
        "crash": .crash, "drop-request": .dropRequest, "drop-answer": .dropAnswer, "hang": .hang,
        "hang-after": .hangAfter, "warning": .warning,
    ]

    private mutating func set(_ word: String, _ times: inout (from: Double, to: Double)) throws(ParseError) {
        let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { throw ParseError(message: "'\(word)' is no part of a fault") }
        switch halves[0] {
        case "p": probability = try Self.number(halves[1], 0...1, of: word)
        case "every": every = Int(try Self.number(halves[1], 1...Self.longest, of: word))
        case "skip": skip = Int(try Self.number(halves[1], 0...Self.longest, of: word))
        case "limit": limit = Int(try Self.number(halves[1], 0...Self.longest, of: word))
        case "from": times.from = try Self.number(halves[1], 0...Self.longest, of: word)
        case "to": times.to = try Self.number(halves[1], 0...Self.longest, of: word)
        default: throw ParseError(message: "'\(word)' is no part of a fault")
        }
    }

    private static func number(
        _ text: String,
        _ range: ClosedRange<Double>,
        of word: String
    ) throws(ParseError) -> Double {
        guard let number = Double(text), range.contains(number) else {
            throw ParseError(
                message: "'\(word)' takes a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            )
        }
        return number
    }
}
