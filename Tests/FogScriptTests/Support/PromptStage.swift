import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

/// A state at a prompt, a small school behind it, and a clock that moves when nothing else is left to do.
final class PromptStage {
    var school = School()
    /// Whether sleeps end while a chunk is waited for.
    var sleepsEnd = true
    private let session = ScriptSession()
    private(set) var events: [SessionEvent] = []
    private(set) var now = 0.0
    private var pending: [FogCall] = []
    private var sleepers: [(due: Double, call: FogCall)] = []
    private var number = 0
    private var questions = 0

    init(_ settings: SessionSettings = SessionSettings()) {
        tell([.open(settings)])
    }

    /// Evaluates a text, and answers what it asks until it has ended.
    @discardableResult
    func enter(
        _ text: String,
        keepsLocals: Bool = true,
        isBehind: Bool = false,
        form: ChunkForm = .shown,
        limits: ShownLimits = ShownLimits()
    ) throws -> Evaluation {
        number += 1
        let chunk = PromptChunk(
            number: number,
            source: ScriptSource(name: "prompt:\(number)", text: text),
            keepsLocals: keepsLocals,
            isBehind: isBehind,
            form: form,
            limits: limits
        )
        let start = events.count
        tell([.prompt(.evaluate(chunk))])
        while true {
            if let evaluation = evaluation(number, from: start) {
                if !evaluation.hasRun { number -= 1 }
                return evaluation
            }
            guard answerOnce() else { throw Stuck(events: Array(events.suffix(3))) }
        }
    }

    /// Values that a text gives.
    func values(_ text: String, limits: ShownLimits = ShownLimits()) throws -> [ShownValue] {
        switch try enter(text, limits: limits) {
        case .done(let result): return result.values
        case .failed(let failure, _): throw failure
        case let other: throw Unexpected(evaluation: other)
        }
    }

    /// Failure that a text ends with.
    func failure(_ text: String) throws -> ScriptFailure? {
        if case .failed(let failure, _) = try enter(text) { failure } else { nil }
    }

    /// Answer to a question.
    func ask(_ question: PromptQuestion) -> PromptAnswer? {
        questions += 1
        tell([.prompt(.tell(questions, question))])
        for case .prompt(.told(questions, let answer)) in events.reversed() { return answer }
        return nil
    }

    /// Calls a job off.
    func stop(_ job: Int) { tell([.prompt(.stop(job: job))]) }

    /// Answers what is asked now; lets time pass where there is nothing else.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    func answerOnce() -> Bool {
        if !pending.isEmpty {
            let calls = pending
            pending = []
            tell(calls.map { .answer($0.number, school.answer($0.operation)) })
            return true
        }
        guard sleepsEnd, let due = sleepers.map(\.due).min() else { return false }
        now = due
        let woken = sleepers.filter { $0.due == due }
        sleepers.removeAll { $0.due == due }
        tell(woken.map { .answer($0.call.number, .success(.done)) })
        return true
    }

    /// What was printed and logged, with the number of the job before it.
    var output: [String] {
        events.compactMap { event in
            if case .output(let output) = event { "\(output.job ?? 0): \(output.text)" } else { nil }
        }
    }

    /// Operations in the order in which they were asked.
    var calls: [FogCall] {
        events.compactMap { if case .operation(let call) = $0 { call } else { nil } }
    }

    /// Jobs that have ended behind the prompt.
    var ended: [Int] {
        events.compactMap { if case .prompt(.ended(let job, _)) = $0 { job } else { nil } }
    }

    struct Stuck: Error {
        var events: [SessionEvent]
    }

    struct Unexpected: Error {
        var evaluation: Evaluation
    }

    private func evaluation(_ number: Int, from start: Int) -> Evaluation? {
        for case .prompt(.evaluated(number, let evaluation)) in events[start...] { return evaluation }
        return nil
    }

    /// Hands commands over as they would cross to a worker: as bytes, and so the events that come back.
    private func tell(_ commands: [SessionCommand]) {
        do {
            let heard: [SessionCommand] = try MessageCoding.decode(from: MessageCoding.encode(commands))
            let said = session.receive(heard)
            let new: [SessionEvent] = try MessageCoding.decode(from: MessageCoding.encode(said))
            for case .operation(let call) in new {
                if case .session(.sleep(let seconds)) = call.operation {
                    sleepers.append((now + seconds, call))
                } else {
                    pending.append(call)
                }
            }
            events += new
        } catch {
            Issue.record(error)
        }
    }
}
