/// A selector made ready to look at many hosts.
public struct HostJudge: Sendable {
    private let added: Terms
    private let excluded: Terms
    private let now: Int

    /// Makes a selector ready.
    ///
    /// - Parameters:
    ///   - selector: which hosts are meant.
    ///   - now: seconds since 1970-01-01 UTC, for terms such as `imaged<30d`.
    public init(_ selector: Selector, at now: Int) {
        added = Terms(selector.added)
        excluded = Terms(selector.excluded)
        self.now = now
    }

    /// Tells whether a host is selected.
    ///
    /// - Parameter host: what is known of it; whatever ``Selector/needs`` names has to be there.
    /// - Returns: whether a term fits the host, or none adds hosts, and none takes the host away.
    public func selects(_ host: HostFacts) -> Bool {
        let folded = host.name.lowercased()
        let name = (text: folded, letters: Array(folded))
        if excluded.fit(host, name, at: now) { return false }
        return added.isEmpty ? !excluded.isEmpty : added.fit(host, name, at: now)
    }

    /// Terms of one side, sorted by how they are looked at: a list may hold hundreds of names.
    private struct Terms {
        private var names: Set<String> = []
        private var globs: [Glob] = []
        private var others: [Selector.Match] = []

        init(_ matches: [Selector.Match]) {
            for match in matches {
                switch match {
                case .name(let glob) where glob.isExact: names.insert(glob.description.lowercased())
                case .name(let glob): globs.append(glob)
                default: others.append(match)
                }
            }
        }

        var isEmpty: Bool { names.isEmpty && globs.isEmpty && others.isEmpty }

        func fit(_ host: HostFacts, _ name: (text: String, letters: [Character]), at now: Int) -> Bool {
            names.contains(name.text) || globs.contains { $0.matches(folded: name.letters) }
                || others.contains { $0.fits(host, at: now) }
        }
    }
}
