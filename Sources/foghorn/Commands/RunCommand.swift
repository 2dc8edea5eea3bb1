import ArgumentParser
import FogBroker
import FogHTTP
import FogModel
import FogOperations
import FogSession
import FogTime
import Foundation

/// `foghorn run FILE …`: runs a script or a workflow.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs a Lua script or workflow.",
        usage: "foghorn run FILE [--server NAME | --sim] [options] [--PARAMETER VALUE …]",
        discussion: """
            A workflow's parameters are flags of their own: 'foghorn run FILE --help' prints them. FILE comes before them.

            'foghorn login NAME' describes a server and saves its tokens. FOGHORN_API_TOKEN and FOGHORN_USER_TOKEN (or \
            FOGHORN_USER and FOGHORN_PASSWORD, or FOGHORN_TOKEN alone for a Bearer token) take their place; an argument \
            never does, since every user of the machine could see it.
            """,
        helpNames: []
    )

    @Argument(help: "Lua file to run.", completion: .file(extensions: ["lua"]))
    var file: String?

    @OptionGroup var target: ServerOptions

    @OptionGroup var simulator: SimOptions

    @OptionGroup var options: RunOptions

    @OptionGroup var grants: GrantOptions

    @OptionGroup var use: LimitOptions

    @Flag(name: [.long, .short], help: "Show this help; after FILE, the workflow's own.")
    var help = false

    @Argument(parsing: .allUnrecognized, help: .hidden)
    var words: [String] = []

    func validate() throws {
        if simulator.sim, target.server != nil { throw ValidationError("--sim and --server exclude each other") }
    }

    func run() async throws { try await run(in: view) }

    /// Runs the script.
    ///
    /// - Parameters:
    ///   - view: shows the run.
    ///   - place: server that a prompt is at; nil takes the one that the flags name.
    ///   - told: gets what the run may do, before it begins.
    /// - Throws: ``UsageError``, and ``ExitCode`` where the run does not end well.
    func run(
        in view: any RunView,
        at place: (site: Site, others: OtherServers)? = nil,
        told: (RunPermissions) -> Void = { _ in }
    ) async throws {
        if place != nil, simulator.sim || target.server != nil {
            throw UsageError(
                "--sim and --server are not for :run: it works on the prompt's own server",
                hint: ":server NAME and :sim go to another"
            )
        }
        let environment = ProcessInfo.processInfo.environment
        let limits = try use.read(ConfigFolder(file: target.config, environment: environment))
        if use.showLimits { return OutputFile.standard.show(limits.table) }
        guard let file else {
            if !help { throw ValidationError("run needs the FILE of a script") }
            OutputFile.standard.write(Self.helpMessage() + "\n")
            return
        }
        // What does not hold is said before anything is started.
        _ = try grants.set()
        let process = ScriptProcess(memory: limits.limits[.memory], isInProcess: options.inProcess)
        defer { process.close() }
        let link = process.link
        let source = try ScriptFile.read(file)
        let mayFail = !help && words.isEmpty
        let description = try await Self.describe(source, limits.limits, on: link, mayFail: mayFail)
        if help {
            let columns = min(max(OutputFile.standard.size.columns, 40), 100)
            OutputFile.standard.show(WorkflowHelp.text(description, file: file, columns: columns))
            return
        }
        if options.inProcess {
            OutputFile.error.show(ScriptProcess.warning)
        } else if let notice = WallNotice(folder: StateFolder.path(environment)).take() {
            OutputFile.error.show(notice)
        }
        var given = try WorkflowArguments(words, description?.parameters ?? [], environment: environment)
        // What is missing is said before a server is looked for, unless somebody can be asked for it.
        if !OperatorQuestion.isPersonThere { _ = try given.complete() }
        let site = try place?.site ?? makeSite(environment)
        if OperatorQuestion.isPersonThere {
            try await ParameterInterview(output: .error, names: NameCheck(site: site)).complete(&given)
        }
        let arguments = try given.complete()
        let others = place?.others ?? OtherServers(site: site, config: target.config, environment: environment)
        let run = ScriptRun(
            source: source,
            description: description,
            grants: grants,
            site: site,
            others: others,
            options: options,
            seed: simulator.seed,
            limits: limits.limits,
            environment: environment,
            view: view
        )
        let code = try await run.run(arguments, on: link, told: told)
        if place == nil {
            await site.transport?.shutdown()
            await others.shutdown()
        }
        if code != .success { throw code }
    }

    private func makeSite(_ environment: [String: String]) throws -> Site {
        simulator.sim
            ? Site.simulated(try simulator.school(), seed: simulator.seed)
            : try Site.live(target, environment: environment)
    }

    /// Shows a run as the flags say.
    var view: any RunView {
        options.json
            ? JSONView(output: .standard, errors: .error) : TextView(output: .standard, errors: .error)
    }

    /// Asks the script what it is; a script that cannot say is no workflow that can be run.
    ///
    /// - Parameters:
    ///   - source: script.
    ///   - limits: what it may use while it says so.
    ///   - link: session.
    ///   - mayFail: whether a script whose own error ends it counts as a plain one: the run meets the same error, and does
    ///     what the script has deferred.
    /// - Returns: nil for a plain script.
    /// - Throws: `ExitCode` where it fails, which is shown; ``UsageError`` for a flag of its own that Foghorn has.
    static func describe(
        _ source: ScriptSource,
        _ limits: ScriptLimits = ScriptLimits(),
        on link: any SessionLink,
        mayFail: Bool = false
    ) async throws -> WorkflowDescription? {
        let description: WorkflowDescription?
        do {
            description = try await WorkflowProbe.describe(source, limits, on: link)
        } catch let failure as ScriptFailure where mayFail && failure.kind == .script {
            return nil
        } catch let failure as ScriptFailure {
            OutputFile.error.show(FailureText.lines(failure, source: source))
            throw ExitCode(failure)
        }
        for parameter in description?.parameters ?? [] {
            guard let flag = parameter.flags.first(where: OwnFlags.names.contains) else { continue }
            throw UsageError(
                "the workflow's parameter \(parameter.name) collides with Foghorn's own flag \(flag)",
                hint: "rename the parameter in \(source.name)"
            )
        }
        return description
    }
}
