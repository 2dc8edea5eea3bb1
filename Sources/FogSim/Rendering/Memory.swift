/// Size of a host's memory in words.
enum Memory {
    /// Gives `15.56 GiB` for `MemTotal: 16314488 kB`, `0.00 iB` for what has no number.
    ///
    /// Origin: `lib/fog/inventory.class.php`, `getMem`; recordings 101 and 140.
    static func text(_ report: String) -> String {
        let kibibytes = report.split(separator: " ").lazy.compactMap { Double($0) }.first ?? 0
        var value = kibibytes * 1024
        var unit = 0
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        return "\(decimals(value)) \(units[unit])iB"
    }

    private static let units = ["", "K", "M", "G", "T", "P"]

    /// Prints two decimals.
    private static func decimals(_ value: Double) -> String {
        let hundredths = JSON.clamped(value * 100)
        return "\(hundredths / 100)." + Column.pad(hundredths % 100, to: 2)
    }
}
