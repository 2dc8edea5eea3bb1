import FogAPI
import FogBroker
import FogModel
import FogOperations
import FogSession
import FogTime
import Foundation
import Terminal

/// Settles what a run may do: by flags, by the site's policy, and by what the operator agrees to.
struct RunGrants {
    let source: ScriptSource
    /// What the workflow says of itself; nil for a plain script.
    let description: WorkflowDescription?
    /// Flags.
    let options: GrantOptions
    let arguments: [String: ScriptValue]
    let site: Site
    let environment: [String: String]
    let output: OutputFile

    /// Settles it.
    ///
    /// - Parameter locks: keeps hosts for the run; nil on the simulator.
    /// - Returns: permissions for the broker.
    /// - Throws: ``UsageError`` where the site's policy does not hold, ``ExitCode/denied`` where something is missing and
    ///   nobody grants it.
    func settle(_ locks: HostLocks?) async throws -> RunPermissions {
        let given = try options.set()
        guard !site.isSimulated else {
            // Nothing can be harmed: everything is granted that nobody denies.
            let run = PermissionSet(deny: given.deny, maxHosts: given.maxHosts)
            return RunPermissions([PermissionLayer(.run, run, given: given.selectors)])
        }
        let policy = try SitePolicy.read()
        var run = given
        run.allow = [Grant(.read)] + (given.allow ?? [])
        run.maxHosts = given.maxHosts ?? GrantOptions.usualHosts
        if let description {
            let request = PermissionRequest(description, script: source.name, given: given)
            if !request.missing.isEmpty { try await accept(request, &run) }
        }
        let asksPerson = description == nil && OperatorQuestion.isPersonThere
        var layers = policy.map { [$0] } ?? []
        layers.append(PermissionLayer(.run, run, given: given.selectors))
        guard let locks else { return RunPermissions(layers, ask: asksPerson ? ask : nil) }
        return RunPermissions(layers, ask: asksPerson ? ask : nil) { try Self.keep(locks, $0, $1) }
    }

    // MARK: - Workflows

    /// Asks the operator for what a workflow declares, unless the same was granted before.
    private func accept(_ request: PermissionRequest, _ run: inout PermissionSet) async throws {
        guard OperatorQuestion.isPersonThere else {
            output.show("foghorn: \(source.name) asks for more than is granted")
            for grant in request.missing { output.show("  " + grant.words) }
            output.show("hint: if that is meant, add " + request.flags)
            throw ExitCode.denied
        }
        let hosts = await countHosts()
        let most = options.maxHosts ?? max(GrantOptions.usualHosts, request.maxHosts ?? 0, hosts ?? 0)
        let entry = ConsentBook.Entry(
            script: ConsentBook.fingerprint(source),
            name: source.name,
            server: site.server.address,
            grants: request.missing,
            maxHosts: most,
            hosts: hosts
        )
        let book = ConsentBook(folder: StateFolder.path(environment))
        if !book.holds(entry) {
            output.show(TerminalText.harmless(request.text(address: site.server.address, hosts: hosts, most: most)))
            output.write("Type yes to grant it, now and whenever all of this is the same: ")
            guard await OperatorQuestion.readYes(output) else {
                output.show("foghorn: not granted; nothing was done")
                throw ExitCode.denied
            }
            do { try book.add(entry) } catch {
                output.show("foghorn: the answer cannot be remembered: \((error as NSError).localizedDescription)")
            }
        }
        run.allow = (run.allow ?? []) + request.missing
        run.maxHosts = most
    }

    /// Counts the hosts that the parameters name; nil where they name none, or the server does not say.
    private func countHosts() async -> Int? {
        var hosts: Set<HostID> = []
        var isNamed = false
        for parameter in description?.parameters ?? [] {
            for text in Self.texts(arguments[parameter.name] ?? parameter.fallback) {
                guard let selector = Self.selector(text, parameter.kind) else { continue }
                isNamed = true
                // What does not hold is said where the script's parameters are resolved.
                guard let found = try? await site.server.hosts(matching: selector, at: Int(site.clock.secondsSince1970))
                else { return nil }
                hosts.formUnion(found.map(\.id))
            }
        }
        return isNamed ? hosts.count : nil
    }

    private static func selector(_ text: String, _ kind: ParameterKind) -> Selector? {
        switch kind {
        case .hosts: try? Selector(parsing: text)
        case .host: Selector([.init(.name(Glob(text)), isExcluded: false)])
        case .group: Selector([.init(.group(Glob(text)), isExcluded: false)])
        default: nil
        }
    }

    private static func texts(_ value: ScriptValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .list(let values): values.flatMap(texts)
        default: []
        }
    }

    // MARK: - Plain scripts

    /// Asks the person at the terminal when a plain script first wants to do a thing.
    private var ask: PermissionAsker {
        { [source, site, output] question in
            let host = question.host.map { ", first \($0)" } ?? ""
            let words = "\(source.name) wants, on \(site.server.address), to \(Grant(question.verb).words)\(host)."
            output.write(TerminalText.harmless(words) + "\nType yes to grant it for this run: ")
            return await OperatorQuestion.readYes(output) ? [Grant(question.verb)] : []
        }
    }

    /// Keeps hosts for a run; what goes wrong is worded for the script.
    static func keep(_ locks: HostLocks, _ server: String, _ hosts: [HostID]) throws {
        do {
            try locks.take(server, hosts)
        } catch let error as FogError {
            throw error
        } catch {
            throw FogError(
                .conflict,
                "hosts cannot be kept for this run: \((error as NSError).localizedDescription)",
                hint: "see that the state folder can be written: ~/.local/state/foghorn"
            )
        }
    }
}
