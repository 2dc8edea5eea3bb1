import FogSession
import LuaKit
import ScriptAPI

/// A time in seconds, as a number or as text such as `15m`.
struct DurationArgument: LuaConvertible {
    /// Seconds, 0 or more, finite.
    var seconds: Double

    static var luaType: LuaTypeSpec { LuaTypeSpec("number", "string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        switch value {
        case .integer, .number:
            seconds = value.number ?? 0
            guard seconds.isFinite, seconds >= 0 else {
                throw .value("a time of 0 seconds or more expected, got \(seconds)")
            }
        case .string(let text):
            guard let seconds = DurationText.seconds(text.string) else {
                throw .value("a time such as \"90s\", \"15m\", \"2h\" or \"1d\" expected, got \"\(text)\"")
            }
            self.seconds = Double(seconds)
        default: throw .type
        }
    }

    /// Whole seconds, rounded up, so that a short wait is still one.
    var wholeSeconds: Int { Int(exactly: seconds.rounded(.up)) ?? .max }
}
