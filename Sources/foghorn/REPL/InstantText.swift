import Foundation

/// Writes instants as the server's own clock shows them.
struct InstantText: Sendable {
    /// Seconds east of UTC; nil where the zone is not known: then it is UTC, and says so.
    var offset: Int?

    /// Writes an instant in seconds since 1970, as in `2026-01-05 08:00`.
    func text(_ instant: Double) -> String {
        // Beyond this the calendar has nothing to say, and scripts can write any number.
        guard abs(instant) < 1e11 else { return String(instant) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: local(instant)))
        let day = "\(date.year ?? 0)-" + Self.two(date.month ?? 0) + "-" + Self.two(date.day ?? 0)
        return day + " " + clock(instant) + (offset == nil ? "Z" : "")
    }

    /// Writes the time of the day, as in `08:00`.
    func clock(_ instant: Double) -> String {
        let seconds = Int(local(instant)) % 86_400
        let time = seconds < 0 ? seconds + 86_400 : seconds
        return Self.two(time / 3600) + ":" + Self.two(time % 3600 / 60)
    }

    private func local(_ instant: Double) -> Double { instant.rounded(.down) + Double(offset ?? 0) }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
