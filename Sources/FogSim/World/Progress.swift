/// Report of a host that images, in the words of its imaging system.
///
/// Origin: api-1.5.md section 8; recordings 249 to 252.
struct Progress: Sendable {
    let percent: String
    let rate: String
    let elapsed: String
    let remaining: String
    let copied: String
    let total: String
    /// Sizes of the partitions, in captures alone.
    var size = ""

    /// Makes the report of a simulated host.
    init(percent: Int, began: Duration, length: Duration, now: Duration, size: Int) {
        let seconds = (now - began).seconds
        let share = seconds / max(length.seconds, 0.001)
        self.percent = String(percent)
        rate = Self.decimals(Double(size) / 1e9 / (length.seconds / 60), 2) + "GB/min"
        elapsed = Stamp.length(Int(seconds))
        remaining = Stamp.length(Int(length.seconds - seconds))
        copied = Self.decimals(Double(size) * share / 1_073_741_824, 1) + " GiB"
        total = Self.decimals(Double(size) / 1_073_741_824, 1) + " GiB"
    }

    /// Reads `bpm@elapsed@remaining@copied@total@percent[@size]`; `nil` for anything shorter.
    init?(_ status: String) {
        let fields = status.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 6 else { return nil }
        rate = fields[0]
        elapsed = fields[1]
        remaining = fields[2]
        copied = fields[3]
        total = fields[4]
        percent = fields[5]
        size = fields.count > 6 ? fields[6] : ""
    }

    private static func decimals(_ value: Double, _ places: Int) -> String {
        let factor = places == 1 ? 10 : 100
        let scaled = Int((value * Double(factor)).rounded())
        return "\(scaled / factor)." + Column.pad(scaled % factor, to: places)
    }
}
