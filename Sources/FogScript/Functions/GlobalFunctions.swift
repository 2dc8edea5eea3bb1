import FogSession
import LuaKit
import ScriptAPI

/// Globals beside `fog` and Lua's own.
struct GlobalFunctions {
    unowned let run: ScriptRun

    /// `print`, `require` and `workflow`.
    func all() -> [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw(GlobalSpecs.print.name) { [unowned run] arguments in
                try run.tell(SessionOutput(.print, try run.line(of: arguments)))
                return .nothing
            },
            LuaFunction.raw(GlobalSpecs.require.name) { [unowned run] arguments in
                guard let name = arguments.string(at: 1) else {
                    let got = arguments.typeName(at: 1)
                    throw LuaError(.script, "bad argument #1 'name' to 'require' (string expected, got \(got))")
                }
                return .value(try run.loaded().require(name))
            },
            LuaFunction.raw(GlobalSpecs.workflow.name) { [unowned run] arguments in
                .value(.object(try run.makeWorkflow(arguments)))
            },
        ]
    }

    /// Methods of `log`.
    func log() -> [(name: String, function: LuaFunction)] {
        let run = run
        return GlobalSpecs.channels.map { channel in
            (
                channel.rawValue,
                LuaFunction.raw(GlobalSpecs.log(channel).name) { [unowned run] arguments in
                    try run.tell(SessionOutput(channel, try run.line(of: arguments)))
                    return .nothing
                }
            )
        }
    }
}

extension ScriptRun {
    /// Joins arguments as Lua's `print` does: `tostring` of each, tabs between.
    fileprivate func line(of arguments: borrowing LuaArguments) throws(LuaError) -> String {
        var parts: [String] = []
        var place = 1
        while place <= arguments.count {
            if let text = arguments.string(at: place) {
                parts.append(text)
            } else {
                parts.append(try text(of: .reference(try arguments.reference(at: place))))
            }
            place += 1
        }
        return parts.joined(separator: "\t")
    }

    /// What Lua's `tostring` makes of a value.
    func text(of value: LuaValue) throws(LuaError) -> String {
        guard let toString else { return "" }
        return try machine.call(toString, [value]).first?.string ?? ""
    }
}
