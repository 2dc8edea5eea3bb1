import FogModel
import LuaKit
import ScriptAPI

/// How a task that was waited for ended, as scripts see it.
final class VerdictObject: ScriptObject {
    static let typeName = "Verdict"

    let verdict: Verdict

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<VerdictObject>] = [
        .init(
            "outcome",
            .string,
            "done, failed, cancelled, never_checked_in, stalled or timed_out",
            { LuaValue($0.verdict.outcome.rawValue) }
        ),
        .init("evidence", .string, "what was seen last, in words", { LuaValue($0.verdict.evidence) }),
        .init("seconds", .integer, "time from the beginning of the wait", { .integer($0.verdict.seconds) }),
        .init("percent", .integer, "last known per cent, 0 to 100", { .integer($0.verdict.percent) }),
        .init("host", LuaTypeSpec("string", isOptional: true), "name of the host", { $0.verdict.hostname.luaValue() }),
        .init(
            "snapins",
            .list,
            "what each snapin came to: a list of { name, state, exit_code, details }; empty for a task",
            { LuaValue($0.verdict.snapins.map(snapin)) }
        ),
        .init(
            "hostID",
            LuaTypeSpec("integer", isOptional: true),
            "number of the host",
            { ($0.verdict.host?.number).luaValue() }
        ),
        .init(
            "task",
            LuaTypeSpec("integer", isOptional: true),
            "number of the task; nil where snapins were waited for",
            { ($0.verdict.task?.number).luaValue() }
        ),
        .init(
            "job",
            LuaTypeSpec("integer", isOptional: true),
            "number of the snapin job; nil where a task was waited for",
            { ($0.verdict.job?.number).luaValue() }
        ),
    ]

    /// What a snapin came to.
    static func snapin(_ end: Verdict.SnapinEnd) -> LuaValue {
        LuaValue([
            "name": end.name.luaValue(), "state": LuaValue(end.state), "exit_code": end.exitCode.luaValue(),
            "details": end.details.luaValue(),
        ])
    }
}

extension VerdictObject: CustomStringConvertible {
    var description: String {
        let host = verdict.hostname.map { " on \"\($0)\"" } ?? ""
        let evidence = verdict.evidence.isEmpty ? "" : ": " + verdict.evidence
        return "Verdict of \(verdict.target)\(host): \(verdict.outcome.words)\(evidence)"
    }
}
