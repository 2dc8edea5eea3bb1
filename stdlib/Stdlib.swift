/// Lua modules that come with Foghorn, embedded in the executable.
package enum Stdlib {
    /// Modules that scripts may require, by name, in the order of the alphabet.
    package static let modules: [String] = [
        "csv", "expect", "flow", "json", "list", "report", "table_view", "text", "time",
    ]

    /// Gives the text of a module.
    ///
    /// - Parameter module: one of ``modules``, or one of the files that only Foghorn itself may use.
    /// - Returns: Lua text; nil for a name that is no module.
    package static func source(of module: String) -> String? {
        texts[module].map { String(decoding: $0(), as: UTF8.self) }
    }

    /// Text of each file by its name.
    private static let texts: [String: @Sendable () -> [UInt8]] = [
        "budget": { PackageResources.budget_lua },
        "calendar": { PackageResources.calendar_lua },
        "check": { PackageResources.check_lua },
        "csv": { PackageResources.csv_lua },
        "expect": { PackageResources.expect_lua },
        "flow": { PackageResources.flow_lua },
        "json": { PackageResources.json_lua },
        "list": { PackageResources.list_lua },
        "main": { PackageResources.main_lua },
        "os": { PackageResources.os_lua },
        "prompt": { PackageResources.prompt_lua },
        "report": { PackageResources.report_lua },
        "seal": { PackageResources.seal_lua },
        "table_view": { PackageResources.table_view_lua },
        "text": { PackageResources.text_lua },
        "time": { PackageResources.time_lua },
        "verbs": { PackageResources.verbs_lua },
        "windows": { PackageResources.windows_lua },
        "work": { PackageResources.work_lua },
        "zone": { PackageResources.zone_lua },
    ]
}
