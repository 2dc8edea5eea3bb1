package import ScriptAPI

/// Everything that scripts can call on `fog` and its objects.
package enum FogFunctions {
    /// Functions by subject, in the order in which help lists them.
    static let chapters: [(title: String, functions: [FogFunction])] = [
        ("Verbs", VerbFunctions.all), ("Hosts", HostFunctions.all + HostRowFunctions.all),
        ("Tasks", TaskFunctions.all + WaitFunctions.all + WorkFunctions.all), ("Images", ImageFunctions.all),
        ("Groups", GroupFunctions.all), ("What belongs together", BelongingFunctions.all),
        ("MAC addresses", MACFunctions.all), ("Other classes", ClassFunctions.all),
        ("Settings", SettingFunctions.all), ("Permissions", PermissionFunctions.all), ("Server", ServerFunctions.all),
        ("In FOG's own words", RecordFunctions.all),
    ]

    /// Functions in that order.
    static let all: [FogFunction] = chapters.flatMap(\.functions)

    /// What is known of them, for help, stubs and manual.
    package static var specs: [FunctionSpec] { all.map(\.spec) }
}
