import Foundation

/// Turns the times that a server writes, in its own zone and without an offset, into seconds since 1970.
///
/// Origin: FOG 1.5.9.239: `YYYY-MM-DD HH:MM:SS`, in places without the seconds or the time of day, in the zone of setting FOG_TZ_INFO; unset is `0000-00-00 00:00:00`.
package struct ServerTime {
    /// Last second of the year 9999, since 1970.
    static let last = 253_402_300_799

    private let zone: TimeZone
    private let isUTC: Bool
    /// Offsets by quarter hour of local time: zones change their offset at such moments only.
    private var offsets: [Int: Int] = [:]

    /// Makes a converter.
    ///
    /// - Parameter zone: as in `Europe/Berlin`; a name that this machine does not know counts as UTC.
    package init(zone: String) {
        self.zone = TimeZone(identifier: zone) ?? .gmt
        isUTC = self.zone.secondsFromGMT() == 0 && ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(self.zone.identifier)
    }

    /// What a text says about a time.
    package enum Reading: Equatable {
        /// Seconds since 1970-01-01 UTC.
        case seconds(Int)
        /// Never.
        case unset
        /// Not a time.
        case invalid
    }

    /// Reads a time.
    ///
    /// - Parameters:
    ///   - bytes: answer that holds it.
    ///   - range: place of the text.
    /// - Returns: what the text says.
    package mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> Reading {
        if range.isEmpty { return .unset }
        // PHP writes the zero date as a day before the year 0 in some versions.
        if bytes[range.lowerBound] == UInt8(ascii: "-") { return .unset }
        guard [10, 16, 19].contains(range.count) else { return .invalid }
        let start = range.lowerBound
        func digits(_ from: Int, _ count: Int) -> Int? {
            var number = 0
            for byte in bytes[start + from..<start + from + count] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                number = number * 10 + Int(byte) - 48
            }
            return number
        }
        let (hasHour, hasSecond) = (range.count > 10, range.count > 16)
        guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2),
            let hour = hasHour ? digits(11, 2) : 0, let minute = hasHour ? digits(14, 2) : 0,
            let second = hasSecond ? digits(17, 2) : 0
        else { return .invalid }
        if year == 0 || month == 0 || day == 0 { return .unset }
        guard month <= 12, day <= 31, hour < 24, minute < 60, second < 61 else { return .invalid }
        return .seconds(seconds(local: Self.days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second))
    }

    private mutating func seconds(local: Int) -> Int {
        if isUTC { return local }
        let quarter = local / 900
        if let offset = offsets[quarter] { return local - offset }
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - guess)))
        offsets[quarter] = offset
        return local - offset
    }

    /// Counts the days from 1970-01-01 in the Gregorian calendar.
    ///
    /// Years begin in March here, so that the leap day is the last of its year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
