import FogModel
import LuaKit
import ScriptAPI

/// What the body of a verb takes: the checked arguments, and what they name on the server.
///
/// For scripts, a verb returns what its body makes of this.
struct VerbCall: LuaReturnable {
    /// Options of the tasks that are made.
    var task: [String: LuaValue] = [:]
    private var values: [String: LuaValue]

    static var luaType: LuaTypeSpec { LuaTypeSpec(HostResultObject.typeName, "list") }

    init(_ fog: FogHandle, _ hosts: [Host], isOne: Bool) {
        values = [
            "fog": .object(FogNamespace(fog.place)),
            "hosts": fog.objects(hosts).luaValue(),
            "is_one": .boolean(isOne),
        ]
    }

    init<Own>(_ fog: FogHandle, _ hosts: [Host], _ options: VerbOptions<Own>, isOne: Bool) {
        self.init(fog, hosts, isOne: isOne)
        task = options.task
        task["wake"] = .boolean(options.wakes)
        values["parallel"] = .integer(options.parallel.count)
        values["waits"] = .boolean(options.waits)
        values["wait"] = LuaValue(options.wait)
    }

    /// A value for the body.
    subscript(name: String) -> LuaValue {
        get { values[name] ?? .nil }
        set { values[name] = newValue }
    }

    func luaValue() -> LuaValue {
        var values = values
        values["task"] = LuaValue(task)
        return LuaValue(values)
    }
}
