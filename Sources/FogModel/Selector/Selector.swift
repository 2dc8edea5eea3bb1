/// Which hosts are meant: the one language of functions, flags and permissions.
///
/// Terms are read from left to right; each adds its hosts, or takes them away after a `!`. A selector that begins with
/// a `!` begins with all hosts.
public struct Selector: Hashable, Codable, Sendable {
    /// What one term looks at.
    public enum Match: Hashable, Codable, Sendable {
        /// Host's name, as in `lab-3-*`.
        case name(Glob)
        /// Name of a group that the host is in, as in `group:Lab A`.
        case group(Glob)
        /// Name of the assigned image, as in `image:Win*`.
        case image(Glob)
        /// Beginning of a MAC address, as in `mac:00:11:22`; lower case hexadecimal digits without separators.
        case mac(String)
        /// Host's number, as in `id:12`.
        case id(HostID)
    }

    /// One term.
    public struct Term: Hashable, Codable, Sendable {
        /// What it looks at.
        public var match: Match
        /// Whether its hosts are taken away.
        public var isExcluded: Bool

        /// Makes a term.
        public init(_ match: Match, isExcluded: Bool = false) {
            self.match = match
            self.isExcluded = isExcluded
        }
    }

    /// Terms in order; at least one.
    public var terms: [Term]

    /// Makes a selector of terms.
    public init(_ terms: [Term]) {
        self.terms = terms
    }

    /// Tells whether a host is selected.
    ///
    /// - Parameters:
    ///   - host: host to look at.
    ///   - groups: names of the groups that the host is in; only read where a term looks at groups.
    /// - Returns: whether the last term that fits the host adds it.
    public func selects(_ host: Host, groups: [String]) -> Bool {
        var isSelected = terms.first?.isExcluded ?? false
        for term in terms where term.match.fits(host, groups: groups) {
            isSelected = !term.isExcluded
        }
        return isSelected
    }

    /// Whether any term looks at groups, so that the members of groups have to be known.
    public var looksAtGroups: Bool {
        terms.contains { if case .group = $0.match { true } else { false } }
    }
}

extension Selector.Match {
    fileprivate func fits(_ host: Host, groups: [String]) -> Bool {
        switch self {
        case .name(let glob): glob.matches(host.name)
        case .group(let glob): groups.contains(where: glob.matches)
        case .image(let glob): host.imagename.map(glob.matches) ?? false
        case .mac(let digits): host.macs.contains { $0.filter(\.isHexDigit).lowercased().hasPrefix(digits) }
        case .id(let id): host.id == id
        }
    }
}

extension Selector: CustomStringConvertible {
    /// Selector in its own grammar; reading it again gives an equal selector.
    public var description: String {
        terms.map { ($0.isExcluded ? "!" : "") + $0.match.written }.joined(separator: ",")
    }
}

extension Selector.Match {
    fileprivate var written: String {
        switch self {
        case .name(let glob):
            SelectorParser.kinds.contains { glob.description.lowercased().hasPrefix($0 + ":") }
                ? "\"\(glob)\"" : Self.quoted(glob.description)
        case .group(let glob): "group:" + Self.quoted(glob.description)
        case .image(let glob): "image:" + Self.quoted(glob.description)
        case .mac(let digits): "mac:" + digits
        case .id(let id): "id:\(id)"
        }
    }

    /// Writes quotes where a name would be read otherwise.
    private static func quoted(_ name: String) -> String {
        let isPlain =
            !name.contains { ",\"".contains($0) } && !name.hasPrefix("!") && !name.hasPrefix(" ")
            && !name.hasSuffix(" ")
        return isPlain
            ? name
            : "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
