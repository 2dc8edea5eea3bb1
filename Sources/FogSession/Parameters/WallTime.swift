/// A time as people write it, by the clock of some zone.
package enum WallTime: Hashable, Sendable {
    /// Seconds since 1970-01-01 UTC; the only form that needs no zone.
    case instant(Int)
    /// A time of day, as in `22:00`: the next one.
    case clock(Clock)
    /// A time of a day, as in `2026-12-01 07:30`; the beginning of the day where no time is written.
    case date(year: Int, month: Int, day: Int, Clock)

    /// A time of day.
    package struct Clock: Hashable, Sendable {
        /// Hour, 0 to 23.
        package var hour: Int
        /// Minute, 0 to 59.
        package var minute: Int
        /// Second, 0 to 59.
        package var second: Int

        /// Makes a time of day.
        package init(hour: Int, minute: Int, second: Int = 0) {
            self.hour = hour
            self.minute = minute
            self.second = second
        }
    }

    /// Reads a time; nil for anything else, and for a day that no calendar has.
    ///
    /// - Parameter text: as in `22:00`, `22:00:30`, `2026-12-01`, `2026-12-01 07:30`, `2026-12-01T07:30` or `1764570600`.
    package init?(_ text: String) {
        let words = text.split(separator: text.contains("T") ? "T" : " ", omittingEmptySubsequences: false)
        guard (1...2).contains(words.count), let first = words.first else { return nil }
        if words.count == 1, let clock = Self.readClock(first) {
            self = .clock(clock)
        } else if words.count == 1, !first.contains("-"), let seconds = Self.number(first, 1...17) {
            self = .instant(seconds)
        } else {
            let clock = words.count == 1 ? Clock(hour: 0, minute: 0, second: 0) : Self.readClock(words[1])
            let parts = first.split(separator: "-", omittingEmptySubsequences: false)
            guard let clock, parts.count == 3, let year = Self.number(parts[0], 4...4),
                let month = Self.number(parts[1], 1...2), let day = Self.number(parts[2], 1...2),
                (1970...9999).contains(year), (1...12).contains(month), (1...Self.days(month, year)).contains(day)
            else { return nil }
            self = .date(year: year, month: month, day: day, clock)
        }
    }

    private static func readClock(_ text: Substring) -> Clock? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.enumerated().compactMap { number($1, $0 == 0 ? 1...2 : 2...2) }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return Clock(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    }

    private static func number(_ text: Substring, _ length: ClosedRange<Int>) -> Int? {
        guard length.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

extension WallTime {
    /// Tells what the clocks of a zone show then, in seconds since 1970 as if the zone were UTC.
    ///
    /// - Parameter now: what they show now; a time of day is the next one from then on.
    /// - Returns: an instant as it stands, since it needs no zone.
    package func shown(now: Int) -> Int {
        switch self {
        case .instant(let seconds): return seconds
        case .date(let year, let month, let day, let clock):
            return Self.days(year, month, day) * 86_400 + clock.seconds
        case .clock(let clock):
            let today = now - (now % 86_400 + 86_400) % 86_400 + clock.seconds
            return today < now ? today + 86_400 : today
        }
    }

    /// Days from 1970-01-01 to a day of the Gregorian calendar from 1970 on.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years begin with March, so that a leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}

extension WallTime.Clock {
    fileprivate var seconds: Int { (hour * 60 + minute) * 60 + second }
}
