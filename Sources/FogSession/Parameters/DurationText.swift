/// Times as people write them in flags and scripts.
package enum DurationText {
    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]

    /// Reads a time.
    ///
    /// - Parameter text: a whole number, alone or with one of `s`, `m`, `h`, `d` after it, as in `15m`.
    /// - Returns: seconds, 0 or more; nil for anything else, and where the number is too large.
    package static func seconds(_ text: String) -> Int? {
        let unit = text.last.flatMap { units[$0] }
        let digits = unit == nil ? text : String(text.dropLast())
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else { return nil }
        let (seconds, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
        return isTooLarge ? nil : seconds
    }

    /// Writes a time with the largest unit of which it is a whole number, as in `15m`.
    package static func text(_ seconds: Int) -> String {
        for (unit, size) in units.sorted(by: { $0.value > $1.value }) where seconds != 0 && seconds % size == 0 {
            return "\(seconds / size)\(unit)"
        }
        return "\(seconds)s"
    }
}
