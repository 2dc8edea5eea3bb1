/// Address of a network card.
public struct MACAddress: Hashable, Sendable, CustomStringConvertible {
    /// Six bytes in lower case hexadecimal with colons, as in `00:11:22:33:44:55`.
    public let description: String

    /// Reads an address in any of the forms that people write.
    ///
    /// - Parameter text: `00:11:22:aa:bb:cc`, `00-11-22-AA-BB-CC`, `001122aabbcc` or `0011.22aa.bbcc`;
    ///   anything else gives nil.
    public init?(_ text: String) {
        let separators: Set<Character> = [":", "-", "."]
        let used = Set(text.filter(separators.contains))
        let digits = text.filter { !separators.contains($0) }.lowercased()
        guard used.count <= 1, digits.utf8.count == 12, digits.allSatisfy(\.isHexDigit) else { return nil }
        let letters = Array(digits)
        let pairs = stride(from: 0, to: 12, by: 2).map { String(letters[$0...($0 + 1)]) }
        let groups = stride(from: 0, to: 12, by: 4).map { String(letters[$0...($0 + 3)]) }
        let forms = [digits, pairs.joined(separator: ":"), pairs.joined(separator: "-"), groups.joined(separator: ".")]
        guard forms.contains(text.lowercased()) else { return nil }
        self.description = pairs.joined(separator: ":")
    }
}
