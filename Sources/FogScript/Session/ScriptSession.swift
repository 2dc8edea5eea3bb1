import FogModel
package import FogSession
import LuaKit

/// The one implementation of a session: takes commands, runs Lua until everything waits, and says what happened.
///
/// Owned by one task or thread, as the Lua machine in it. Only ``stop`` may be used from elsewhere.
package final class ScriptSession {
    /// Stops what runs from any thread.
    package let stop: SessionStop
    private let whenBusy: ((ScriptPlace?) -> Void)?
    private let exchange: (([SessionEvent]) -> [SessionCommand])?
    private var run: ScriptRun?

    /// Makes a session in which nothing runs.
    ///
    /// - Parameters:
    ///   - stop: stops what runs.
    ///   - whenBusy: called with the script's place about once a second while it computes; nil keeps no places.
    ///   - exchange: called some ten times a second while something computes in a state at a prompt: takes the events so
    ///     far, and gives the commands that have come. Nil lets commands wait.
    package init(
        stop: SessionStop = SessionStop(),
        whenBusy: ((ScriptPlace?) -> Void)? = nil,
        exchange: (([SessionEvent]) -> [SessionCommand])? = nil
    ) {
        self.stop = stop
        self.whenBusy = whenBusy
        self.exchange = exchange
    }

    /// Where the script that runs was seen last; nil where none does.
    package var place: ScriptPlace? { run?.place }

    /// Takes commands and runs what they set going.
    ///
    /// - Parameter commands: commands in order.
    /// - Returns: events in order; the last is `idle` unless the script has ended, or nothing runs.
    package func receive(_ commands: [SessionCommand]) -> [SessionEvent] {
        var events: [SessionEvent] = []
        for command in commands {
            if let run, run.prompt != nil {
                run.take(command)
                continue
            }
            switch command {
            case .describe(let source, let limits): events += describe(source, limits)
            case .run(let source, let settings): events += start(source, settings)
            case .answer(let number, let result): run?.answer(number, result)
            case .cancel: run?.cancel()
            case .open(let settings): events += open(settings)
            case .prompt: events.append(.failed(ScriptFailure(.usage, "no state is open (bug)")))
            }
        }
        return events + proceed()
    }

    /// Seconds that the processor has spent on the script that runs, as far as they are counted; 0 where none does.
    package var processorTime: Double { run.map { $0.prompt == nil ? $0.use.processor : 0 } ?? 0 }

    /// Counts seconds that the processor has spent for the script outside of Lua, as on writing down what it asks for.
    package func charge(_ seconds: Double) {
        if let run, run.prompt == nil { run.use.processor += seconds }
    }

    /// Whether a script is running or waiting; a state at a prompt where nothing does is not.
    package var isActive: Bool { run.map { $0.prompt == nil || !$0.strands.isEmpty } ?? false }

    /// Ends a script that waits, after ``SessionStop/kill()``; one that runs ends by itself.
    package func endKilled() -> [SessionEvent] {
        stop.forgive()
        guard run != nil else { return [] }
        return finish(.failed(ScriptFailure(.cancelled, "killed")))
    }

    private func start(_ source: ScriptSource, _ settings: SessionSettings) -> [SessionEvent] {
        if run != nil {
            return [.failed(ScriptFailure(.usage, "a session runs one script at a time (bug)"))]
        }
        if let failure = source.failure(within: settings.limits) { return [.failed(failure)] }
        do {
            let new = try ScriptRun(source, .execution(settings), limits: LuaLimits(settings.limits))
            stop.attach(new.machine.stop, stepLimit: settings.stepLimit)
            run = new
            new.budget = stop
            new.whenBusy = whenBusy
            try new.open()
            new.setAlarm()
            return []
        } catch {
            return finish(.failed(stop.isKilled ? ScriptFailure(.cancelled, "killed") : ScriptFailure(opening: error)))
        }
    }

    /// Opens a state for chunk after chunk.
    private func open(_ settings: SessionSettings) -> [SessionEvent] {
        if run != nil {
            return [.failed(ScriptFailure(.usage, "a session runs one script at a time (bug)"))]
        }
        do {
            let source = ScriptSource(name: "prompt", text: "")
            let new = try ScriptRun(source, .prompt(settings), limits: LuaLimits(settings.limits))
            stop.attach(new.machine.stop, stepLimit: settings.stepLimit, isAtPrompt: true)
            run = new
            new.budget = stop
            new.whenBusy = whenBusy
            new.exchange = exchange
            try new.openPrompt()
            return []
        } catch {
            return finish(.failed(stop.isKilled ? ScriptFailure(.cancelled, "killed") : ScriptFailure(opening: error)))
        }
    }

    private func proceed() -> [SessionEvent] {
        guard let run else { return [] }
        if run.prompt != nil {
            if let failure = run.runPromptUntilAllWait() { return finish(.failed(failure)) }
            run.reportIdle()
            return run.takeEvents()
        }
        let isOver = run.runUntilAllWait()
        if isOver { return finish(run.ending()) }
        run.reportIdle()
        return run.takeEvents()
    }

    private func finish(_ event: SessionEvent) -> [SessionEvent] {
        stop.detach()
        defer { run = nil }
        return (run?.takeEvents() ?? []) + [event]
    }

    /// Runs a script's chunk far enough to know what it is.
    private func describe(_ source: ScriptSource, _ limits: ScriptLimits) -> [SessionEvent] {
        if let failure = source.failure(within: limits) { return [.notDescribed(failure)] }
        do {
            let run = try ScriptRun(source, .description(limits), limits: LuaLimits(limits))
            stop.attach(run.machine.stop, stepLimit: limits[.step])
            defer { stop.detach() }
            run.budget = stop
            run.whenBusy = whenBusy
            try run.open()
            _ = run.runUntilAllWait()
            if let workflow = run.workflow { return [.described(workflow.workflow)] }
            if !run.looksPlain, case .failure(let failure)? = run.outcome { return [.notDescribed(failure)] }
            return [.described(nil)]
        } catch {
            return [.notDescribed(ScriptFailure(opening: error))]
        }
    }
}

extension LuaLimits {
    /// Takes what the machine itself watches of a run's limits.
    fileprivate init(_ limits: ScriptLimits) {
        self.init(memory: limits[.memory], source: limits[.source], coroutines: limits[.coroutines])
    }
}
