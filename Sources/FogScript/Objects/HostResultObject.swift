import FogModel
import LuaKit
import ScriptAPI

/// What a verb has come to on one host, as scripts see it.
final class HostResultObject: ScriptObject {
    static let typeName = "Result"

    /// What it has come to.
    enum End {
        /// Waited for: how that ended.
        case ended(VerdictObject)
        /// Made, and not waited for.
        case created(any ServedObject)
        /// Sent, with nothing to wait for.
        case sent
        /// Not made, or nobody knows.
        case failed(ErrorObject)
    }

    let host: EntityObject<Host>
    let end: End

    init(_ host: EntityObject<Host>, _ end: End) {
        (self.host, self.end) = (host, end)
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<HostResultObject>] = [
        .init("host", .string, "name of the host", { LuaValue($0.host.row.name) }),
        .init("hostID", .integer, "number of the host", { .integer($0.host.number) }),
        .init("ok", .boolean, "whether it went well", { .boolean($0.isGood) }),
        .init(
            "outcome",
            .string,
            "done, failed, cancelled, never_checked_in, stalled or timed_out; created or sent where nothing was waited "
                + "for; else the error's code, as in conflict",
            { LuaValue($0.outcome) }
        ),
        .init(
            "evidence",
            .string,
            "what was seen last, or what went wrong, in words; empty for what went well",
            { LuaValue($0.evidence) }
        ),
        .init(
            "seconds",
            LuaTypeSpec("integer", isOptional: true),
            "time of the wait; nil where nothing was waited for",
            { ($0.verdict?.seconds).luaValue() }
        ),
        .init(
            "percent",
            LuaTypeSpec("integer", isOptional: true),
            "last known per cent, 0 to 100; nil where nothing was waited for",
            { ($0.verdict?.percent).luaValue() }
        ),
        .init(
            "snapins",
            LuaTypeSpec("list", isOptional: true),
            "what each snapin came to, as in a Verdict; nil where nothing was waited for",
            { $0.snapins }
        ),
        .init(
            "work",
            LuaTypeSpec("Task", "SnapinWork", isOptional: true),
            "the Task or SnapinWork that was made and not waited for; nil otherwise",
            { $0.work }
        ),
        .init(
            "verdict",
            LuaTypeSpec("Verdict", isOptional: true),
            "the Verdict; nil where nothing was waited for",
            { $0.ended.map { .object($0) } ?? .nil }
        ),
        .init(
            "error",
            LuaTypeSpec("Error", isOptional: true),
            "the Error; nil where there was none",
            { $0.error.map { .object($0) } ?? .nil }
        ),
    ]

    private var ended: VerdictObject? { if case .ended(let verdict) = end { verdict } else { nil } }
    private var verdict: Verdict? { ended?.verdict }
    private var error: ErrorObject? { if case .failed(let error) = end { error } else { nil } }
    private var work: LuaValue { if case .created(let work) = end { .object(work) } else { .nil } }
    private var snapins: LuaValue { verdict.map { LuaValue($0.snapins.map(VerdictObject.snapin)) } ?? .nil }

    private var isGood: Bool {
        switch end {
        case .ended(let verdict): verdict.verdict.outcome == .done
        case .created, .sent: true
        case .failed: false
        }
    }

    private var outcome: String {
        switch end {
        case .ended(let verdict): verdict.verdict.outcome.rawValue
        case .created: "created"
        case .sent: "sent"
        case .failed(let error): error.error.code.rawValue
        }
    }

    private var evidence: String {
        switch end {
        case .ended(let verdict): isGood ? "" : verdict.verdict.evidence
        case .created, .sent: ""
        case .failed(let error): error.error.description
        }
    }
}

extension HostResultObject: CustomStringConvertible {
    /// One line, as in `pc-001: stalled, no progress since 42 %`.
    var description: String {
        let words = String(outcome.map { $0 == "_" ? " " : $0 })
        return "\(host.row.name): \(words)" + (evidence.isEmpty ? "" : ", " + evidence)
    }
}
