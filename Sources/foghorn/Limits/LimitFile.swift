import FogSession
import Foundation
import Yams

/// Limits that the file of settings sets, under `limits:`.
enum LimitFile {
    /// Key under which they stand.
    static let key = "limits"

    /// Reads them.
    ///
    /// - Returns: each limit with its place for people; none where there is no file.
    /// - Throws: ``UsageError`` with the line for a limit that is none and a value out of range.
    static func read(_ config: ConfigFolder) throws(UsageError) -> [(LimitSetting, place: String)] {
        guard config.isNamed || FileManager.default.fileExists(atPath: config.configFile) else { return [] }
        let file = try SettingsFile(reading: config.configFile)
        guard let (key, value) = file.root.first(where: { $0.key.string == Self.key }) else { return [] }
        try file.checkWriters()
        var settings: [(LimitSetting, place: String)] = []
        for (key, value) in try EntryReader(file: file).mapping(value, of: key) {
            let place = file.place(of: key)
            do throws(LimitSetting.Fault) {
                settings.append((try LimitSetting(key.string ?? "", value.scalar?.string ?? ""), place))
            } catch {
                throw UsageError("\(place): \(error.message)", hint: error.hint)
            }
        }
        return settings
    }
}
