/// Names of a server's rows, found by their beginning.
package struct NameList: Sendable {
    private let names: [(folded: String, name: String)]

    /// Takes names in any order; each is kept once.
    package init(_ names: [String]) {
        self.names = Set(names).filter { !$0.isEmpty }.map { ($0.lowercased(), $0) }
            .sorted { ($0.folded, $0.name) < ($1.folded, $1.name) }
    }

    /// Gives the names that begin with a text, whatever their case, in the order of the alphabet.
    ///
    /// - Parameters:
    ///   - prefix: beginning.
    ///   - limit: most names that are given.
    /// - Returns: names as the server writes them.
    package func beginning(with prefix: String, atMost limit: Int) -> [String] {
        let wanted = prefix.lowercased()
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle].folded < wanted { low = middle + 1 } else { high = middle }
        }
        return names[low...].prefix(limit).prefix { $0.folded.hasPrefix(wanted) }.map(\.name)
    }
}
