package import ScriptAPI

/// Everything that scripts can call on `fog` and its objects.
package enum FogFunctions {
    /// Functions in the order in which help lists them.
    static let all: [FogFunction] =
        ServerFunctions.all + HostFunctions.all + ImageFunctions.all + GroupFunctions.all + BelongingFunctions.all
        + ClassFunctions.all + MACFunctions.all + HostRowFunctions.all + SettingFunctions.all + RecordFunctions.all
        + TaskFunctions.all + WaitFunctions.all + WorkFunctions.all + VerbFunctions.all

    /// What is known of them, for help, stubs and manual.
    package static var specs: [FunctionSpec] { all.map(\.spec) }
}
