import FogAPI
import FogModel
import FogOperations
import FogREPL
import FogSession
import FogTime
import Foundation
import LuaSyntax

/// What a prompt does with its inputs, whoever types them and wherever its answers are shown.
actor PromptSession {
    /// What is to happen after an input.
    enum Outcome: Equatable {
        case goesOn
        /// The input has failed; that is the exit code where nobody is there to try again.
        case failed(ExitCode)
        /// Somebody wants to leave.
        case leave
    }

    /// The rest of a value that was cut.
    struct Rest {
        var path: String
        var next: Int
    }

    let front: any PromptFront
    let maker: PlaceMaker
    let limits: RunLimits
    let isInProcess: Bool
    let environment: [String: String]
    var settings: PromptSettings
    var place: PromptPlace
    var machine: PromptMachine
    /// Columns that were chosen, by class.
    var columns: [String: [String]] = [:]
    var rest: Rest?
    var saved: [SavedInput] = []
    /// Inputs that run behind the prompt, by number.
    private var behind: [Int: String] = [:]
    var lastFailure: ScriptFailure?
    var lastInput = ""
    var knownZone: Int?
    /// Whether what runs was called off.
    var isCalledOff = false
    /// Counts inputs, so that one which did not stop is not mistaken for the next.
    private var inputs = 0
    private var isBusy = false
    private let clock = ContinuousClock()
    private let ends: AsyncStream<JobEnd>
    private let tellEnds: AsyncStream<JobEnd>.Continuation

    init(
        at place: PromptPlace,
        _ maker: PlaceMaker,
        _ limits: RunLimits,
        isInProcess: Bool,
        settings: PromptSettings
    ) {
        front = maker.front
        self.maker = maker
        self.limits = limits
        self.isInProcess = isInProcess
        environment = maker.environment
        self.settings = settings
        self.place = place
        (ends, tellEnds) = AsyncStream.makeStream()
        let reports = PromptReports(front, place.artifacts, tellEnds)
        machine = Self.machine(at: place, maker, limits, isInProcess, reports)
    }

    /// Shows how chunks behind the prompt end, until the session does.
    func followJobs() async {
        for await end in ends { await tell(end) }
    }

    /// Where the prompt is, as in `sim 22:14`.
    var label: String { place.label }

    /// What has been entered stands under this name.
    var historyName: String { place.historyName }

    // MARK: - Inputs

    /// Runs an input to its end.
    func run(_ text: String) async -> Outcome {
        inputs += 1
        isBusy = true
        isCalledOff = false
        defer { isBusy = false }
        let input = PromptInput(text)
        switch input {
        case .nothing: return .goesOn
        case .command(let name, let rest): return await command(name, rest)
        case .question(let name, let isDeep): return await explain(name, isDeep: isDeep)
        case .chunk(let code, let isBehind):
            lastInput = text
            return await evaluate(code, isBehind: isBehind)
        }
    }

    /// Says whether an input can be run as it is.
    func isComplete(_ text: String) async -> Bool {
        guard case .chunk(let code, _) = PromptInput(text) else { return true }
        // What is no Lua is complete: running it says what is wrong.
        guard case .parsed(.incomplete)? = try? await machine.host.ask(.parse(code)) else { return true }
        return false
    }

    /// Whether nothing runs behind the prompt.
    var isQuiet: Bool {
        get async {
            guard case .jobs(let jobs)? = try? await machine.host.ask(.jobs) else { return true }
            return jobs.isEmpty
        }
    }

    /// Calls off what runs; what does not stop within two seconds is killed with its state.
    func interrupt() {
        guard isBusy else { return }
        isCalledOff = true
        machine.host.interrupt()
        let input = inputs
        Task {
            try? await clock.sleep(for: .seconds(2))
            killIfBusy(with: input)
        }
    }

    /// Calls off what runs; where nothing does, or that was asked for before, ends the program.
    func interruptOrExit() {
        if !isBusy || isCalledOff { exit(ExitCode.interrupted.rawValue) }
        interrupt()
    }

    private func killIfBusy(with input: Int) {
        if isBusy, inputs == input { machine.host.kill() }
    }

    // MARK: - Chunks

    /// Evaluates Lua and shows what it gives.
    func evaluate(_ text: String, isBehind: Bool = false) async -> Outcome {
        let source = source(text)
        do {
            let (number, evaluation) = try await machine.host.evaluate(
                source,
                limits: settings.shown,
                isBehind: isBehind
            )
            return await tell(evaluation, of: number, text)
        } catch {
            return await replaceMachine(error)
        }
    }

    /// Shows what has become of a chunk.
    private func tell(_ evaluation: Evaluation, of number: Int, _ text: String) async -> Outcome {
        switch evaluation {
        case .incomplete:
            front.note(["error: the input ends in the middle"])
            return .failed(.scriptError)
        case .wrong(let fault):
            front.note(faults.lines(fault, in: text))
            return .failed(.scriptError)
        case .begun:
            behind[number] = text
            front.note(["[\(number)] runs behind the prompt; :jobs shows it, :stop \(number) calls it off"])
        case .done(let result):
            saved.append(savedInput(number, text, result))
            await show(result)
            if result.goesOn { front.note(["[\(number)] goes on behind the prompt; :jobs shows it"]) }
        case .failed(let failure, let goesOn):
            let outcome = fail(failure, "prompt:\(number)", text)
            if goesOn { front.note(["[\(number)] goes on behind the prompt; :jobs shows it"]) }
            return outcome
        }
        return .goesOn
    }

    private func savedInput(_ number: Int, _ text: String, _ result: ChunkResult) -> SavedInput {
        var input = SavedInput(number: number, text: text, isExpression: result.kept != nil)
        if result.values.count == 1, case .rows(let rows)? = result.values.first {
            input.columns = columns[rows.className] ?? rows.columns.map(\.name)
            input.times = Set(rows.columns.filter(\.isTime).map(\.name))
        }
        return input
    }

    /// Shows why a chunk has failed.
    func fail(_ failure: ScriptFailure, _ chunk: String, _ text: String) -> Outcome {
        if isCalledOff, failure.kind == .cancelled || failure.error?.code == .cancelled {
            front.note(["stopped; nothing was cancelled on the server"] + place.leftOnServer)
            return .failed(.interrupted)
        }
        lastFailure = failure
        front.note(faults.lines(failure, in: chunk, text))
        return .failed(ExitCode(failure))
    }

    /// Makes a fresh state in the place of one that is lost.
    func replaceMachine(_ failure: ScriptFailure) async -> Outcome {
        await machine.end()
        let why =
            failure.kind == .cancelled
            ? "it did not stop within 2 s and was killed" : "error: " + failure.message
        front.note(
            [
                why,
                "the state is lost: what was set here is gone, the history is not; nothing was cancelled on the server",
            ]
                + place.leftOnServer
        )
        renewMachine()
        return .failed(failure.kind == .cancelled ? .interrupted : ExitCode(failure))
    }

    /// Starts a fresh state at the present place.
    func renewMachine() {
        rest = nil
        let reports = PromptReports(front, place.artifacts, tellEnds)
        machine = Self.machine(at: place, maker, limits, isInProcess, reports)
    }

    /// Shows how a chunk behind the prompt has ended.
    private func tell(_ end: JobEnd) async {
        let job = end.job
        switch end.evaluation {
        case .done(let result):
            if let text = behind.removeValue(forKey: job) {
                saved.append(savedInput(job, text, result))
                saved.sort { $0.number < $1.number }
            }
            front.note(["[\(job)] done"])
            await show(result)
        case .failed(let failure, _):
            lastFailure = failure
            front.note(["[\(job)] failed"] + faults.lines(failure, in: "prompt:\(job)", ""))
        case .begun, .incomplete, .wrong: return
        }
    }

    /// Ends the session; says what it leaves behind.
    func end() async {
        let left = place.leftOnServer
        if !left.isEmpty, !place.site.isSimulated { front.note(["nothing was cancelled"] + left) }
        tellEnds.finish()
        await machine.end()
        await place.end()
    }

    /// Lua with the modules of the folder that people are in.
    func source(_ text: String) -> ScriptSource {
        let source = ScriptSource(name: "", text: text)
        guard !RequiredNames.find(in: text).isEmpty else { return source }
        return ModuleFiles(of: FileManager.default.currentDirectoryPath + "/prompt").completed(source)
    }

    /// Prints faults as wide as the terminal is.
    var faults: FaultPrinter { FaultPrinter(width: front.columns, palette: palette) }

    var palette: Palette { settings.isColoured ? .coloured : .plain }

    private static func machine(
        at place: PromptPlace,
        _ maker: PlaceMaker,
        _ limits: RunLimits,
        _ isInProcess: Bool,
        _ reports: PromptReports
    ) -> PromptMachine {
        let settings = SessionSettings(seed: maker.simulator.seed, limits: limits.limits)
        return PromptMachine(place, settings, isInProcess: isInProcess) { reports.take($0) }
    }
}
