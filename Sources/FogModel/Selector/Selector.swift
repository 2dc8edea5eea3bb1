/// Which hosts are meant: the one language of functions, parameters, flags and permissions.
///
/// A selector is a list of terms with commas between them. Its hosts are those that any term fits, without those that
/// any term after a `!` fits; where there are only terms with a `!`, it begins with all hosts. The order of the terms
/// does not matter, so nothing can bring back a host that was taken away.
///
/// | term | hosts |
/// |---|---|
/// | `lab-3-07`, `lab-3-*`, `lab-?-01` | by name; `*` is any text, `?` one letter |
/// | `group:Lab A`, `group:Lab*` | in a group |
/// | `image:Win11`, `image:Win*` | with that image assigned |
/// | `mac:00:11:22` | with a MAC address that begins so; `-`, `.` or no separators will do |
/// | `id:12`, `id:3-9` | by number |
/// | `serial:5CG*` | whose inventory has that serial number |
/// | `imaged<30d`, `imaged>30d` | last imaged less than 30 days ago, or longer; units `s`, `m`, `h`, `d`, `w` |
/// | `never-imaged` | on which no deploy has ever finished |
/// | `state:queued` | by the active task: ``HostState`` |
/// | `"!odd, name"` | name that would be read otherwise, in quotes; a quote in it is written twice |
///
/// Letters are compared without case, as the server does. The text form is canonical: reading what a selector writes
/// gives an equal selector. It is also how a selector is coded.
public struct Selector: Hashable, Sendable {
    /// One term.
    public struct Term: Hashable, Sendable {
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

    /// Terms in the order in which they were written; a selector without any selects nothing and cannot be written.
    public var terms: [Term]

    /// Makes a selector of terms.
    public init(_ terms: [Term]) {
        self.terms = terms
    }

    /// Reads a selector.
    ///
    /// - Parameter text: as in `group:Lab A,!lab-a-07`.
    /// - Throws: ``FogError`` with `invalid_argument`, its message naming the offending place as `at column 9`, counted
    ///   from 1, and its hint the word that may have been meant.
    public init(_ text: String) throws(FogError) {
        do {
            try self.init(parsing: text)
        } catch {
            throw error.error(in: text)
        }
    }

    /// Reads a selector, for whoever words or shows the fault in another way.
    ///
    /// - Throws: ``SelectorFault``.
    public init(parsing text: String) throws(SelectorFault) {
        self.init(try SelectorParser.parse(text))
    }

    /// Terms that add hosts.
    public var added: [Match] { terms.filter { !$0.isExcluded }.map(\.match) }

    /// Terms that take hosts away.
    public var excluded: [Match] { terms.filter(\.isExcluded).map(\.match) }
}
