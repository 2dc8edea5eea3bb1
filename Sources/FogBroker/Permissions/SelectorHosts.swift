import FogAPI
import FogModel
import Synchronization

/// Which hosts of one server the selectors of grants mean.
///
/// Each is looked up once, before the first change that it is asked about: a script that may rename hosts or fill groups
/// cannot so change what it was granted.
final class SelectorHosts: Sendable {
    private let server: FogServer
    private let known = Mutex<[Selector: Set<HostSubject>]>([:])
    private let checked = Mutex<Set<Selector>>([])

    init(_ server: FogServer) {
        self.server = server
    }

    /// Looks up the hosts of selectors that have not been looked up.
    func find(_ selectors: Set<Selector>, at now: Int) async throws {
        let missing = known.withLock { known in selectors.filter { known[$0] == nil } }
        for selector in missing.sorted(by: { $0.description < $1.description }) {
            // A name that is not there grants nothing and denies nothing; a site's policy outlives its hosts.
            let hosts = try await server.hosts(matching: selector, at: now, allowsUnknown: true)
            known.withLock { $0[selector] = $0[selector] ?? Set(hosts.map { .known($0.id) }) }
        }
    }

    /// Sees that the hosts, groups, images and addresses that selectors name are there.
    ///
    /// - Throws: ``PermissionRefused`` for one that is not: a slip there would deny nothing, or spare nothing after a
    ///   `!`. A pattern may fit nothing yet.
    func check(_ selectors: Set<Selector>, at now: Int) async throws {
        let unchecked = checked.withLock { selectors.subtracting($0) }
        for selector in unchecked.sorted(by: { $0.description < $1.description }) {
            let names = Selector(selector.terms.filter(\.match.isExact))
            do {
                if !names.terms.isEmpty { _ = try await server.hosts(matching: names, at: now) }
            } catch let error as FogError where error.code == .notFound {
                throw PermissionRefused(error: PermissionDenial.unknown(selector, error))
            }
            _ = checked.withLock { $0.insert(selector) }
        }
    }

    /// Whether a host is one of a selector's that has been looked up.
    func isOne(_ host: HostSubject, _ selector: Selector) -> Bool {
        let isKnown = known.withLock { $0[selector]?.contains(host) ?? false }
        guard !isKnown, case .new(let name) = host else { return isKnown }
        return Self.fits(name, selector)
    }

    /// Takes that a host has been registered under a name: it is one of those that its name fits.
    func take(_ name: String, as host: HostID) {
        known.withLock { known in
            for selector in known.keys where Self.fits(name, selector) { known[selector]?.insert(.known(host)) }
        }
    }

    /// Whether a host of that name, of which nothing else is known, is one of a selector's.
    private static func fits(_ name: String, _ selector: Selector) -> Bool {
        let globs = { (matches: [Selector.Match]) in
            matches.compactMap { match in if case .name(let glob) = match { glob } else { nil } }
        }
        if globs(selector.excluded).contains(where: { $0.matches(name) }) { return false }
        // Nobody knows yet whether another term takes it away.
        guard globs(selector.excluded).count == selector.excluded.count else { return false }
        return selector.added.isEmpty || globs(selector.added).contains { $0.matches(name) }
    }
}
