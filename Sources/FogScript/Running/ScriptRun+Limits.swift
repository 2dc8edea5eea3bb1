import FogSession
import FogTime
import LuaKit

/// What a run has used of its limits, as far as the session counts it.
struct LimitUse {
    /// Bytes printed and logged.
    var printed = 0
    /// Calls of print and log.
    var lines = 0
    /// Seconds that the processor has spent on the script.
    var processor = 0.0
    /// Number of the operation that ends the run when it is answered; nil where the run may last for ever.
    var alarm: Int?
    /// Limit that ends the run; nil while it goes on.
    var failure: ScriptFailure?
    /// Time of the thread up to which it is counted.
    private var counted = 0.0

    /// Counts the processor's time from here on.
    mutating func begin() { counted = ProcessorTime.ofThread }

    /// Counts what has passed since.
    mutating func count() {
        let now = ProcessorTime.ofThread
        processor += now - counted
        counted = now
    }
}

extension ScriptRun {
    /// Limits that hold for the run.
    var limits: ScriptLimits {
        switch purpose {
        case .description(let limits): limits
        case .execution(let settings), .prompt(let settings): settings.limits
        }
    }

    /// Notes that a limit ends the run, and stops the machine, so that the script cannot catch it.
    ///
    /// - Returns: error to raise where the script stands.
    func reach(_ limit: ScriptLimit) -> LuaError {
        let words = limit.words(reached: limits[limit])
        if use.failure == nil { use.failure = ScriptFailure(.limit, words) }
        machine.stop.deadline()
        return LuaError(.script, words)
    }

    /// Tells the host what the script prints or logs.
    func tell(_ output: SessionOutput) throws(LuaError) {
        use.lines += 1
        // A line feed follows.
        use.printed += output.text.utf8.count + 1
        if use.lines > limits[.log] { throw reach(.log) }
        if use.printed > limits[.print] { throw reach(.print) }
        var output = output
        output.job = strands.job
        events.append(.output(output))
    }

    /// Says whether the script has computed for too long in all.
    func overrun() -> ScriptFailure? {
        guard use.failure == nil, use.processor > Double(limits[.processor]) else { return nil }
        return ScriptFailure(.deadline, ScriptLimit.processor.words(reached: limits[.processor]))
    }

    /// Asks to be woken when the run has lasted as long as it may.
    func setAlarm() {
        let time = limits[.time]
        if time > 0 { use.alarm = ring(after: time) }
    }

    /// Takes the answer to ``setAlarm()``; a run that was called off hears a failure and goes on to clean up.
    func soundAlarm(_ result: SessionResult) {
        guard case .success = result else { return }
        use.failure = ScriptFailure(.deadline, ScriptLimit.time.words(reached: limits[.time]))
    }
}

extension ScriptSource {
    /// Says whether a text is too long to be looked at; nil where none is.
    func failure(within limits: ScriptLimits) -> ScriptFailure? {
        let texts = [(name, text)] + modules.map { ($0.file, $0.text) }
        guard let (file, text) = texts.first(where: { $0.1.utf8.count > limits[.source] }) else { return nil }
        let words = ScriptLimit.source.words(reached: limits[.source])
        return ScriptFailure(.limit, "\(file) has \(text.utf8.count) bytes: \(words)", source: file)
    }
}
