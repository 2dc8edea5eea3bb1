/// Sizes as people write them in flags and scripts.
package enum SizeText {
    private static let letters: [Character] = ["K", "M", "G", "T"]

    /// Reads a size.
    ///
    /// - Parameter text: a number, alone or with `K`, `M`, `G` or `T` after it, as in `4G` or `1.5G`; each is 1024 of the one
    ///   before, and may be followed by `iB`. `KB` and its kin, which count by 1000 with some and by 1024 with others, are
    ///   not taken.
    /// - Returns: bytes, 0 or more, rounded down; nil for anything else, and where the number is too large.
    package static func bytes(_ text: String) -> Int? {
        var digits = text.hasSuffix("iB") ? text.dropLast(2) : text[...]
        var unit = 1.0
        if let last = digits.last.map({ Character($0.uppercased()) }), let place = letters.firstIndex(of: last) {
            unit = Double(1 << (10 * (place + 1)))
            digits.removeLast()
        } else if digits.count < text.count {
            return nil
        }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), unit > 1 || parts.count == 1,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let number = Double(digits)
        else { return nil }
        return Int(exactly: (number * unit).rounded(.down))
    }

    /// Writes a size with the largest unit of which it is a whole number, as in `4G`.
    package static func text(_ bytes: Int) -> String {
        var (number, unit) = (bytes, "")
        for letter in letters {
            guard number != 0, number.isMultiple(of: 1024) else { break }
            (number, unit) = (number / 1024, String(letter))
        }
        return "\(number)\(unit)"
    }
}
