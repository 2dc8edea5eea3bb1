import FogSession
import LuaKit

extension ScriptRun {
    /// Takes what is to be told to the host.
    func takeEvents() -> [SessionEvent] {
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    /// Says how the run has ended, once it has.
    ///
    /// A job that failed and that nobody joined is a warning, and fails a run that went well otherwise.
    func ending() -> SessionEvent {
        let failures = unjoined.sorted { $0.key < $1.key }.map { failure(ofJob: $0.value.raised) }
        for failure in failures {
            events.append(.output(SessionOutput(.warning, "a job failed and nobody joined it: \(failure.message)")))
        }
        switch outcome {
        case .failure(let failure)?: return .failed(failure)
        case .success(let value)?:
            return (failures.first ?? reportFailure).map { .failed($0) } ?? .finished(scriptValue(value))
        case nil: return .failed(ScriptFailure(.script, "the script did not run (bug)"))
        }
    }

    /// Whether the script, run for its description, is a plain one as far as can be told.
    ///
    /// One that fails before it has asked or said anything may be a workflow with a mistake in it.
    var looksPlain: Bool {
        guard !hasAsked, case .failure(let failure)? = outcome else { return true }
        return failure.kind != .usage && !events.isEmpty
    }

    /// Value as it crosses to the host: what cannot, is text or left out.
    private func scriptValue(_ value: LuaValue) -> ScriptValue {
        switch value {
        case .nil: .none
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .string(text.string)
        case .object: .string((try? text(of: value)) ?? "")
        case .table(let table):
            table.fields.isEmpty
                ? .list(table.array.map { scriptValue($0) }) : .map(table.fields.mapValues { scriptValue($0) })
        case .reference(let reference):
            reference.type == .table ? (try? machine.value(of: reference)).map { scriptValue($0) } ?? .none : .none
        }
    }
}

extension ScriptFailure {
    /// Words a script that could not be loaded.
    init(opening error: LuaError) {
        self.init(error.kind == .memory ? .memory : .syntax, error.message)
        source = error.location?.source
        line = error.location?.line
    }
}
