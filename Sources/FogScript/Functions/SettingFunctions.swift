import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Functions about the server's settings.
enum SettingFunctions {
    static let all: [FogFunction] =
        RowFunctions<RowArgument<Setting>>("setting", "settings", sample: "\"FOG_TZ_INFO\"").reading() + [set]

    static let set = FogFunction(
        "fog.setting_set",
        method: "Setting:set",
        "Changes a setting of the server.",
        Parameter<RowArgument<Setting>>("setting", "setting to change"),
        Parameter<SettingValue>("value", "new value; true and false are FOG's 1 and 0"),
        details: "The value of a secret setting can be set and never read.",
        returns: Parameter<EntityObject<Setting>>(result: "setting", "the setting as the server now has it"),
        operation: "updateSetting",
        errors: ["not_found", "denied", "uncertain"],
        example: "fog.setting(\"FOG_TZ_INFO\"):set(\"Europe/Berlin\")"
    ) { fog, setting, value in
        try Lookup.row(setting, fog).then { row in
            guard row.isSecret else {
                let values = ["value": value.text.isEmpty ? FieldValue.none : .text(value.text)]
                return try Asking.row(Setting.self, .rows(.update(.setting, row.id.number, values))).map(fog.object)
            }
            let operation = RowOperation.setSecret(.setting, row.id.number, field: "value", SealedText(value.text))
            return try Asking.answer(to: .rows(operation)).map { _ in fog.object(row) }
        }
    }
}

/// Value of a setting: FOG keeps all of them as texts.
struct SettingValue: LuaConvertible {
    var text: String

    static var luaType: LuaTypeSpec { LuaTypeSpec("string", "integer", "boolean") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        switch value {
        case .boolean(let flag): text = flag ? "1" : "0"
        case .integer, .number: text = String(try Int(lua: value))
        default: text = try String(lua: value)
        }
    }
}
