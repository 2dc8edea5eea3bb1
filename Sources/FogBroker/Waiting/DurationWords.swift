extension Duration {
    /// Time in words for people, in whole units, as in `10 minutes` or `1 hour 5 minutes`.
    package var words: String {
        let seconds = max(0, components.seconds)
        func count(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
        if seconds < 120 { return count(seconds, "second") }
        let minutes = seconds / 60
        if minutes < 60 { return count(minutes, "minute") }
        let rest = minutes % 60
        return count(minutes / 60, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"))
    }

    /// Makes a time from seconds that anybody may have given: no less than 0, no more than about 30 years.
    init(bounded seconds: Int) {
        self = .seconds(min(max(0, seconds), 1_000_000_000))
    }

    /// Whole seconds, rounded down.
    var wholeSeconds: Int { Int(components.seconds) }
}
