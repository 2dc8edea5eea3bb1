import ArgumentParser
import FogREPL
import Foundation
import Glibc

/// `foghorn repl`: a prompt for Lua.
struct REPLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl",
        abstract: "Starts a prompt at which Lua is run as it is typed; so does 'foghorn' alone at a terminal.",
        discussion: """
            ':help' at the prompt lists its commands, '?NAME' tells of anything that scripts can use, Tab completes.

            Without a terminal it runs what is piped in, and ends with the first input that fails. The simulated server runs \
            at --sim-speed then only if that is given: else its time jumps to whatever is waited for.

              foghorn repl --sim
              echo 'fog.info()' | foghorn repl --server school
              foghorn repl --sim -e 'fog.hosts("never-imaged")' -e ':csv never.csv'
            """
    )

    @OptionGroup var target: ServerOptions

    @OptionGroup var simulator: SimOptions

    @Option(help: ArgumentHelp("Simulated seconds in a second, 0.1 to 100000 (default: 60).", valueName: "count"))
    var simSpeed: Double?

    @OptionGroup var grants: GrantOptions

    @OptionGroup var use: LimitOptions

    @Option(
        name: [.customShort("e"), .long],
        help: ArgumentHelp("Run this and leave; may be given several times.", valueName: "code")
    )
    var execute: [String] = []

    @Flag(name: [.long, .short], help: "Answer yes to every question.")
    var yes = false

    @Flag(help: "Do not run the start-up file, repl.lua beside the settings.")
    var noStartup = false

    @Flag(help: "Run Lua in this process, for debugging: what it breaks, breaks the prompt.")
    var inProcess = false

    @Option(help: ArgumentHelp("File to which the audit log is added; standard error if \"-\".", valueName: "file"))
    var log: String?

    func validate() throws {
        if simulator.sim, target.server != nil { throw ValidationError("--sim and --server exclude each other") }
        if let simSpeed, !(0.1...100_000).contains(simSpeed) {
            throw ValidationError("--sim-speed takes 0.1 to 100000, not \(simSpeed)")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let limits = try use.read(ConfigFolder(file: target.config, environment: environment))
        if use.showLimits { return OutputFile.standard.show(limits.table) }
        let isTyped = execute.isEmpty && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let isLive = isTyped && LiveFront.canDraw(environment)
        let plain = isLive ? nil : PlainFront(LineReader())
        let live = isLive ? LiveFront() : nil
        guard let front: any PromptFront = live ?? plain else { return }
        let maker = PlaceMaker(
            target: target,
            simulator: simulator,
            grants: grants,
            agrees: yes,
            log: log,
            speed: simSpeed ?? (isTyped ? 60 : nil),
            limits: limits.limits,
            environment: environment,
            front: front
        )
        let place = try firstPlace(maker, isTyped: isTyped)
        if inProcess {
            front.note([ScriptProcess.warning])
        } else if let notice = WallNotice(folder: StateFolder.path(environment)).take() {
            front.note([notice])
        }
        let isColoured = isLive && (environment["NO_COLOR"] ?? "").isEmpty
        let session = PromptSession(
            at: place,
            maker,
            limits,
            isInProcess: inProcess,
            settings: PromptSettings(isColoured: isColoured)
        )
        let code = await converse(session, live, plain, StateFolder.path(environment))
        await session.end()
        if code != .success { throw code }
    }

    /// Runs inputs to their end.
    private func converse(
        _ session: PromptSession,
        _ live: LiveFront?,
        _ plain: PlainFront?,
        _ folder: String?
    ) async -> ExitCode {
        let jobs = Task { await session.followJobs() }
        defer { jobs.cancel() }
        if let live { return await LiveLoop(session, live, folder: folder, runsStartUp: !noStartup).run() }
        guard let plain else { return .success }
        let signals = SignalWatch { _ in
            Task { await session.interruptOrExit() }
        }
        defer { withExtendedLifetime(signals) {} }
        if !noStartup { await session.startUp() }
        let loop = PlainLoop(
            session: session,
            front: plain,
            history: HistoryFile(await session.historyName, folder: folder)
        )
        return execute.isEmpty ? await loop.run() : await loop.run(execute)
    }

    /// The server that flags and settings name; at a terminal the simulator where no server is known at all.
    private func firstPlace(_ maker: PlaceMaker, isTyped: Bool) throws -> PromptPlace {
        if simulator.sim { return try maker.simulated() }
        let isNamed = target.server != nil || !(maker.environment["FOGHORN_SERVER"] ?? "").isEmpty
        if isTyped, !isNamed, try maker.knownServers().isEmpty {
            maker.front.note([
                "No server is known yet: this is the built-in simulator. 'foghorn login NAME' saves a server."
            ])
            return try maker.simulated()
        }
        return try maker.live()
    }
}
