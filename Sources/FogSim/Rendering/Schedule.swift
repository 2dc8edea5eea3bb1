/// When a scheduled task runs next.
enum Schedule {
    /// Gives `YYYY-MM-DD HH:MM` of the next run after `now`.
    ///
    /// Only lists, ranges, steps and stars are read, as FOG does.
    ///
    /// Origin: `lib/fog/scheduledtask.class.php`, `getTime`, and `lib/fog/fogcron.class.php`; recordings 274, 275.
    static func nextRun(of row: Row, after now: Int) -> String {
        guard row.text("type") == "C" else { return String(Stamp.text(row.integer("scheduleTime")).prefix(16)) }
        let fields = ["minute", "hour", "dayOfMonth", "month", "dayOfWeek"].map { row.text($0) }
        var moment = now - now % 60
        // A year and a day of minutes holds the next run of any line that ever runs, but for 29 February.
        for _ in 0..<(366 * 24 * 60) where !matches(moment, fields) { moment += 60 }
        return String(Stamp.text(moment).prefix(16))
    }

    private static func matches(_ moment: Int, _ fields: [String]) -> Bool {
        let date = Stamp.parts(moment)
        let values = [date.minute, date.hour, date.day, date.month, date.weekday]
        return zip(fields, values).allSatisfy { allows($0, $1) }
    }

    private static func allows(_ field: String, _ value: Int) -> Bool {
        field.split(separator: ",").contains { part in
            let halves = part.split(separator: "/")
            let step = halves.count == 2 ? max(1, Int(halves[1]) ?? 1) : 1
            guard let first = halves.first, first != "*" else { return value % step == 0 }
            let ends = first.split(separator: "-").compactMap { Int($0) }
            guard let low = ends.first, let high = ends.last else { return false }
            return (low...max(low, high)).contains(value) && (value - low) % step == 0
        }
    }
}
