import FogSession
import Terminal

/// What a script may use, and who has said so.
struct RunLimits: Sendable {
    /// The limits.
    private(set) var limits = ScriptLimits()
    private var places: [ScriptLimit: String] = [:]
    private let configFile: String

    /// Makes limits of which none is set.
    ///
    /// - Parameter configFile: file in which they can be set.
    init(configFile: String) {
        self.configFile = configFile
    }

    /// Sets a limit, whoever has set it before.
    mutating func set(_ setting: LimitSetting, at place: String) {
        limits[setting.limit] = setting.value * setting.limit.unit.size
        places[setting.limit] = place
    }

    /// A table of all limits, with the way to set them.
    var table: String {
        let rows =
            [["LIMIT", "VALUE", "AT MOST", "SET BY", "WHAT IT HOLDS BACK"]]
            + ScriptLimit.allCases.map { limit in
                [
                    limit.name, limit.words(for: limits[limit]), "\(limit.range.upperBound)",
                    places[limit] ?? "default", limit.meaning,
                ]
            }
        let widths = (0..<4).map { column in rows.map { TextWidth.columns($0[column]) }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - TextWidth.columns($0) + 2) }.joined()
                + row[4]
        }
        return
            (lines + [
                "",
                "--set-limit NAME=VALUE sets one for a run, a line 'NAME: VALUE' under 'limits:' for all runs, in \(configFile).",
                "A script can set none. Lua itself lets calls nest 200 deep in C and 1,000,000 values deep in Lua.",
            ]).joined(separator: "\n")
    }
}
