/// When a scheduled task runs next.
enum Schedule {
    /// Gives `YYYY-MM-DD HH:MM` of the next run after `now`; of `now` itself where it never runs.
    ///
    /// Numbers, lists, ranges, steps and stars are read, as FOG does.
    ///
    /// Origin: `lib/fog/scheduledtask.class.php`, `getTime`, and `lib/fog/fogcron.class.php`; recordings 274, 275.
    static func nextRun(of row: Row, after now: Int, zone: Int) -> String {
        let isRepeated = row.text("type") == "C"
        let local = now + zone
        let moment =
            isRepeated ? next(fields(ofTask: row), after: local) ?? local : row.integer("scheduleTime") + zone
        return String(Stamp.text(moment).prefix(16))
    }

    /// Minute, hour, day, month and weekday of a scheduled task.
    static func fields(ofTask row: Row) -> [String] {
        ["minute", "hour", "dayOfMonth", "month", "dayOfWeek"].map { row.text($0) }
    }

    /// Minute, hour, day, month and weekday of a row of power management.
    static func fields(ofPower row: Row) -> [String] { ["min", "hour", "dom", "month", "dow"].map { row.text($0) } }

    /// Finds the first minute after `now` that five fields name, `nil` where they name none.
    static func next(_ fields: [String], after now: Int) -> Int? {
        let ranges = [0...59, 0...23, 1...31, 1...12, 0...6]
        let sets = zip(fields, ranges).map { values($0, in: $1) }
        let (minutes, hours, days, months, weekdays) = (sets[0], sets[1], sets[2], sets[3], sets[4])
        let today = now - now % 86_400
        // Four years hold a day of any line that ever runs, 29 February included.
        for day in stride(from: today, through: today + 1461 * 86_400, by: 86_400) {
            let date = Stamp.parts(day)
            guard months.contains(date.month), days.contains(date.day), weekdays.contains(date.weekday) else {
                continue
            }
            for hour in hours {
                let found = minutes.lazy.map { day + hour * 3600 + $0 * 60 }.first { $0 > now }
                if let found { return found }
            }
        }
        return nil
    }

    /// Numbers of a range that a field names, ascending.
    private static func values(_ field: String, in range: ClosedRange<Int>) -> [Int] {
        let parts = field.split(separator: ",")
        return range.filter { value in parts.contains { allows($0, value) } }
    }

    private static func allows(_ part: Substring, _ value: Int) -> Bool {
        let halves = part.split(separator: "/")
        let step = halves.count == 2 ? max(1, Int(halves[1]) ?? 1) : 1
        guard let first = halves.first, first != "*" else { return value % step == 0 }
        let ends = first.split(separator: "-").compactMap { Int($0) }
        guard let low = ends.first, let high = ends.last else { return false }
        return (low...max(low, high)).contains(value) && (value - low) % step == 0
    }
}
