import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

/// A session, a small school behind it, and a clock that moves when nothing else is left to do.
final class Stage {
    /// Answers an operation; nil leaves the answer to the school.
    typealias Override = (FogOperation) -> SessionResult?

    var school = School()
    var override: Override = { _ in nil }
    /// Whether sleeps are answered at all.
    var sleepsEnd = true
    private(set) var session = ScriptSession()
    private(set) var events: [SessionEvent] = []
    private(set) var now = 0.0
    private var pending: [FogCall] = []
    private var sleepers: [(due: Double, number: Int)] = []

    /// Runs a script to its end.
    ///
    /// - Returns: what it returned.
    @discardableResult
    func run(_ text: String, arguments: [String: ScriptValue] = [:], name: String = "test.lua") throws -> ScriptValue {
        try run(text, SessionSettings(arguments: arguments), name: name)
    }

    @discardableResult
    func run(_ text: String, _ settings: SessionSettings, name: String = "test.lua") throws -> ScriptValue {
        tell([.run(ScriptSource(name: name, text: text), settings)])
        return try proceed()
    }

    /// Answers until the script has ended.
    func proceed() throws -> ScriptValue {
        while true {
            switch events.last {
            case .finished(let value): return value
            case .failed(let failure): throw failure
            default: break
            }
            let answers = nextAnswers()
            guard !answers.isEmpty else { throw Stuck(events: Array(events.suffix(3))) }
            tell(answers)
        }
    }

    /// Sends commands without answering what comes of them.
    func send(_ commands: SessionCommand...) {
        tell(commands)
    }

    /// Answers what is asked now, once.
    func answerOnce() {
        tell(nextAnswers())
    }

    /// The failure that a script ends with.
    func failure(_ text: String, arguments: [String: ScriptValue] = [:]) -> ScriptFailure? {
        do {
            _ = try run(text, arguments: arguments)
            return nil
        } catch {
            return error as? ScriptFailure
        }
    }

    /// Lines that were printed.
    var printed: [String] { output(.print) }

    func output(_ channel: SessionOutput.Channel) -> [String] {
        events.compactMap { event in
            if case .output(let output) = event, output.channel == channel { output.text } else { nil }
        }
    }

    /// Operations in the order in which they were asked.
    var operations: [FogOperation] { calls.map(\.operation) }

    /// The same with number and server.
    var calls: [FogCall] {
        events.compactMap { if case .operation(let call) = $0 { call } else { nil } }
    }

    struct Stuck: Error {
        var events: [SessionEvent]
    }

    /// Hands commands over as they would cross to a worker: as bytes, and so the events that come back.
    private func tell(_ commands: [SessionCommand]) {
        do {
            let heard: [SessionCommand] = try MessageCoding.decode(from: MessageCoding.encode(commands))
            let said = session.receive(heard)
            take(try MessageCoding.decode(from: MessageCoding.encode(said)))
        } catch {
            Issue.record(error)
        }
    }

    private func take(_ new: [SessionEvent]) {
        for event in new {
            guard case .operation(let call) = event else { continue }
            if case .session(.sleep(let seconds)) = call.operation {
                if sleepsEnd { sleepers.append((now + seconds, call.number)) }
            } else {
                pending.append(call)
            }
        }
        events += new
    }

    private func nextAnswers() -> [SessionCommand] {
        if !pending.isEmpty {
            defer { pending = [] }
            school.now = 1_800_000_000 + now
            return pending.map { .answer($0.number, override($0.operation) ?? school.answer($0.operation)) }
        }
        guard let due = sleepers.map(\.due).min() else { return [] }
        now = due
        let woken = sleepers.filter { $0.due == due }
        sleepers.removeAll { $0.due == due }
        return woken.map { .answer($0.number, .success(.done)) }
    }
}
