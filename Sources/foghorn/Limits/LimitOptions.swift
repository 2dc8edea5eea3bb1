import ArgumentParser
import FogModel
import FogSession
import Foundation

/// Options of `foghorn run` that say what a script may use.
struct LimitOptions: ParsableArguments {
    @Option(
        name: .customLong("set-limit"),
        help: ArgumentHelp(
            "What the script may use, as in memory=512 or print=64; may be given several times. --show-limits tells all.",
            valueName: "name=value"
        )
    )
    var settings: [String] = []

    @Option(
        help: ArgumentHelp("The same as --set-limit memory=COUNT: MiB that the script may hold.", valueName: "count")
    )
    var memory: String?

    @Option(
        help: ArgumentHelp(
            "The same as --set-limit cpu=COUNT: seconds that the script may compute without a pause.",
            valueName: "count"
        )
    )
    var cpu: String?

    @Flag(help: "Show what a script may use, and who has set that.")
    var showLimits = false

    /// Reads what the flags and the file of settings say; flags come last.
    ///
    /// - Parameter config: where settings lie.
    /// - Returns: limits of the run.
    /// - Throws: ``UsageError`` for a limit that is none and a value out of range.
    func read(_ config: ConfigFolder) throws(UsageError) -> RunLimits {
        var limits = RunLimits(configFile: config.configFile)
        for (setting, place) in try LimitFile.read(config) { limits.set(setting, at: place) }
        for (limit, value) in [(ScriptLimit.memory, memory), (.step, cpu)] {
            guard let value else { continue }
            limits.set(
                try Self.checked { () throws(LimitSetting.Fault) in try LimitSetting(limit.name, value) },
                at: "--\(limit.name)"
            )
        }
        for text in settings {
            limits.set(try Self.checked { () throws(LimitSetting.Fault) in try LimitSetting(text) }, at: "--set-limit")
        }
        return limits
    }

    /// Words a fault as that of a flag.
    private static func checked(
        _ read: () throws(LimitSetting.Fault) -> LimitSetting
    ) throws(UsageError) -> LimitSetting {
        do throws(LimitSetting.Fault) {
            return try read()
        } catch {
            throw UsageError(error.message, hint: error.hint)
        }
    }
}
