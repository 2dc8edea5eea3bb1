import FogAPI
import FogBroker
import FogModel
import FogOperations
import FogSession
import FogTime
import Foundation
import Terminal

/// One run of a script, from its parameters to the exit code.
struct ScriptRun {
    let source: ScriptSource
    /// What the workflow says of itself; nil for a plain script.
    let description: WorkflowDescription?
    /// What the operator grants.
    let grants: GrantOptions
    let site: Site
    let others: OtherServers
    let options: RunOptions
    /// Seed of `math.random`.
    let seed: UInt64
    let limits: ScriptLimits
    let environment: [String: String]
    let view: any RunView

    /// Runs the script.
    ///
    /// - Parameters:
    ///   - arguments: checked parameters.
    ///   - link: session that has described the script.
    ///   - told: gets what the run may do, before it begins.
    /// - Returns: how the program is to end.
    /// - Throws: ``UsageError`` where the audit log cannot be written.
    func run(
        _ arguments: [String: ScriptValue],
        on link: any SessionLink,
        told: (RunPermissions) -> Void
    ) async throws -> ExitCode {
        let executor = DedicatedThreadExecutor(name: "foghorn broker")
        defer { executor.stop() }
        let id = RunID(site.isSimulated ? seed : .random(in: .min ... .max))
        let locks = makeLocks(id)
        defer { locks?.end() }
        let permissions = try await makeGrants(arguments).settle(locks)
        told(permissions)
        let broker = try makeBroker(id, permissions)
        // Runs on the simulator share their number with all of the same seed, but not their folder.
        let folder = ArtifactFolder(
            options.artifacts,
            run: site.isSimulated ? "sim-\(RunID(.random(in: .min ... .max)))" : "\(id)",
            environment: environment
        )
        let host = SessionHost(
            link: link,
            handler: broker,
            executor: executor,
            clock: site.virtualClock,
            artifact: { [view] artifact in
                if case .written(let path) = folder.take(artifact) { view.show(artifact, at: path) }
            },
            output: { [view] in view.show($0) }
        )
        let interruption = Interruption(host) { [view] in view.note($0) }
        defer { withExtendedLifetime(interruption) {} }
        let settings = SessionSettings(
            arguments: arguments,
            seed: seed,
            limits: limits
        )
        do {
            _ = try await host.run(source, settings)
            view.end()
            report(folder)
            // A script may catch that it was called off and come to its end all the same.
            if interruption.hasHappened { return reportInterrupted(broker) }
            tellOfLiveServer(permissions)
            let code = report(broker.outcome)
            return code == .success && folder.hasFaults ? .scriptError : code
        } catch let failure as ScriptFailure {
            view.end()
            report(folder)
            if interruption.hasHappened { return reportInterrupted(broker) }
            view.note(FailureText.lines(failure, source: source))
            reportLeft(broker)
            return ExitCode(failure)
        }
    }

    private func makeGrants(_ arguments: [String: ScriptValue]) -> RunGrants {
        RunGrants(
            source: source,
            description: description,
            options: grants,
            arguments: arguments,
            site: site,
            environment: environment,
            output: .error
        )
    }

    /// Keeps hosts of a live server from other runs; nil where nothing can be in the way, or there is no home.
    private func makeLocks(_ id: RunID) -> HostLocks? {
        guard !site.isSimulated, let folder = StateFolder.path(environment) else { return nil }
        let holder = HostLocks.Holder(
            run: "\(id)",
            script: source.name,
            process: Int(ProcessInfo.processInfo.processIdentifier),
            since: Int(site.clock.secondsSince1970)
        )
        return HostLocks(folder: folder + "/hosts", holder: holder)
    }

    private func report(_ folder: ArtifactFolder) {
        for line in folder.report { view.note(TerminalText.oneLine(line)) }
    }

    private func makeBroker(_ id: RunID, _ permissions: RunPermissions) throws -> Broker {
        let standardLog = site.isSimulated ? nil : AuditLog.standardPath(environment)
        let question = OperatorQuestion(
            answerer: site.isSimulated || options.yes ? .agreed : OperatorQuestion.isPersonThere ? .person : .nobody,
            address: site.server.address,
            output: .error
        )
        return Broker(
            server: site.server,
            clock: site.clock,
            run: id,
            logger: try AuditLog.logger(
                options.log ?? standardLog,
                clock: site.clock,
                about: ["run": "\(id)", "script": source.name]
            ),
            confirm: { await question.ask($0) },
            open: { [others] in try others.open($0) },
            permissions: permissions,
            rate: limits[.operations],
            events: { [view] in view.show($0) }
        )
    }

    /// Says after a run on the simulator what a live server would need.
    private func tellOfLiveServer(_ permissions: RunPermissions) {
        guard site.isSimulated, view is TextView, let hint = SimulatedUse.hint(permissions) else { return }
        view.note(hint)
    }

    /// Most letters shown of a host's name and of what went wrong with it: a script may give texts of megabytes.
    private static let longestName = 100, longestReason = 1_000

    /// Says which hosts were not done.
    private func report(_ outcome: RunOutcome) -> ExitCode {
        guard outcome.hasFailures else { return .success }
        let (done, failed) = (outcome.done.count, outcome.failed.count)
        // Without tasks nobody has counted what went well.
        let all = done == 0 ? " \(failed == 1 ? "host" : "hosts")" : " of \(done + failed) hosts"
        view.note("foghorn: not done: \(failed)\(all)")
        for host in outcome.failed.prefix(20) {
            let place = host.server.map { $0 + " " } ?? ""
            let name = place + (host.hostname ?? host.host.map { "host \($0)" } ?? "a host")
            let cutName = TerminalText.cut(name, to: Self.longestName)
            let reason = TerminalText.cut(host.reason, to: Self.longestReason)
            view.note("  " + TerminalText.oneLine("\(cutName): \(reason)"))
        }
        if outcome.failed.count > 20 { view.note("  … and \(outcome.failed.count - 20) more") }
        return .someHostsFailed
    }

    private func reportInterrupted(_ broker: Broker) -> ExitCode {
        reportLeft(broker)
        return .interrupted
    }

    /// Says what the run has left on the server.
    private func reportLeft(_ broker: Broker) {
        let left = broker.activeTasks
        if !left.isEmpty {
            view.note("foghorn: nothing was cancelled; on the server there still run:")
            for task in left.prefix(20) { view.note("  " + TerminalText.oneLine(task.description)) }
            if left.count > 20 { view.note("  … and \(left.count - 20) more") }
            view.note("Cancel them on FOG's page Active Tasks, or in a script by fog.task_cancel(NUMBER).")
        }
        for task in broker.uncertainTasks { view.note("foghorn: " + TerminalText.oneLine(task.description)) }
    }
}
