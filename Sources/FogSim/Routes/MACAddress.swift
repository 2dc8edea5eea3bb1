/// MAC addresses in any of the spellings that FOG takes.
enum MACAddress {
    /// Gives the address in lower case with colons; `nil` for what is no address.
    static func normalized(_ text: String) -> String? {
        let digits = Array(bare(text))
        guard digits.count == 12, isHex(text) else { return nil }
        return stride(from: 0, to: 12, by: 2).map { String(digits[$0...$0 + 1]) }.joined(separator: ":")
    }

    /// Gives the hexadecimal digits alone, in lower case.
    static func bare(_ text: String) -> String { text.lowercased().filter { $0.isHexDigit && $0.isASCII } }

    /// Whether a text holds nothing but hexadecimal digits and separators.
    static func isHex(_ text: String) -> Bool {
        text.allSatisfy { $0.isASCII && ($0.isHexDigit || ":-.".contains($0)) }
    }
}
