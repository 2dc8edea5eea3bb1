import FogAPI
import FogBroker
import FogModel
import FogSession
import FogTime
import Foundation

/// Settles what may be changed from a prompt: the simulator takes anything, on a live server the first change is asked for.
struct PromptGrants {
    /// Flags.
    let options: GrantOptions
    let site: Site
    /// Whether every question is answered yes.
    let agrees: Bool
    let environment: [String: String]
    let front: any PromptFront

    /// Settles it.
    ///
    /// - Parameter run: number of the session.
    /// - Returns: permissions for the broker, and the locks to let go of at the end.
    /// - Throws: ``UsageError`` where the site's policy does not hold.
    func settle(_ run: RunID) throws -> (RunPermissions, HostLocks?) {
        let given = try options.set()
        guard !site.isSimulated else {
            let set = PermissionSet(deny: given.deny, maxHosts: given.maxHosts)
            return (RunPermissions([PermissionLayer(.run, set, given: given.selectors)]), nil)
        }
        var set = given
        set.allow = [Grant(.read)] + (given.allow ?? [])
        set.maxHosts = given.maxHosts ?? GrantOptions.usualHosts
        let layers = (try SitePolicy.read().map { [$0] } ?? []) + [PermissionLayer(.run, set, given: given.selectors)]
        let asker: PermissionAsker? = front.isAttended ? ask : nil
        guard let folder = StateFolder.path(environment) else { return (RunPermissions(layers, ask: asker), nil) }
        let holder = HostLocks.Holder(
            run: "\(run)",
            script: "foghorn repl",
            process: Int(ProcessInfo.processInfo.processIdentifier),
            since: Int(site.clock.secondsSince1970)
        )
        let locks = HostLocks(folder: folder + "/hosts", holder: holder)
        return (RunPermissions(layers, ask: asker) { try RunGrants.keep(locks, $0, $1) }, locks)
    }

    /// Asks once for everything that destroys nothing, and for what does each by itself.
    private var ask: PermissionAsker {
        { [address = site.server.address, front] question in
            let count = question.hostCount.map { $0 == 1 ? "1 host" : "\($0) hosts" }
            let place = [count, question.host.map { "first \($0)" }].compactMap(\.self).joined(separator: ", ")
            let words = Grant(question.verb).words + (place.isEmpty ? "" : " (\(place))")
            guard !question.verb.isDestructive else {
                let agreed = await front.ask("On the live server \(address): \(words). This destroys.")
                return agreed ? [Grant(question.verb)] : []
            }
            let agreed = await front.ask(
                "The first change of this session, on the live server \(address): \(words).\n"
                    + "A yes holds for this session, for all changes that destroy nothing."
            )
            return agreed ? [Grant(question.verb), Grant(.allWrites), Grant(.allTasks)] : []
        }
    }
}
