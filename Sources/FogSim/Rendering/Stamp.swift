/// Dates as FOG writes them, in UTC.
enum Stamp {
    struct Parts {
        let year: Int
        /// Month from 1 to 12.
        let month: Int
        let day: Int
        let hour: Int
        let minute: Int
        let second: Int
        /// Day of the week, 0 is Sunday.
        let weekday: Int
    }

    /// Prints seconds since 1970 as `YYYY-MM-DD HH:MM:SS`.
    static func text(_ seconds: Int) -> String {
        let parts = parts(seconds)
        let date = "\(Column.pad(parts.year, to: 4))-\(pad(parts.month))-\(pad(parts.day))"
        return date + " \(pad(parts.hour)):\(pad(parts.minute)):\(pad(parts.second))"
    }

    /// Prints seconds since 1970 as header fields hold dates.
    ///
    /// Origin: RFC 9110, section 5.6.7.
    static func http(_ seconds: Int) -> String {
        let parts = parts(seconds)
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][parts.weekday]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(pad(parts.day)) \(months[parts.month - 1]) \(Column.pad(parts.year, to: 4))"
        return "\(weekday), \(date) \(pad(parts.hour)):\(pad(parts.minute)):\(pad(parts.second)) GMT"
    }

    /// Prints a length of time as `HH:MM:SS`.
    static func length(_ seconds: Int) -> String {
        "\(pad(seconds / 3600)):\(pad(seconds / 60 % 60)):\(pad(seconds % 60))"
    }

    /// Takes seconds since 1970 apart.
    ///
    /// Origin: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    static func parts(_ seconds: Int) -> Parts {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return Parts(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: ((days + 4) % 7 + 7) % 7
        )
    }

    private static func pad(_ number: Int) -> String { Column.pad(number, to: 2) }
}
