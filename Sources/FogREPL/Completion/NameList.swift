/// Names of a server's rows, found by their beginning.
package struct NameList: Sendable {
    private let names: [(folded: String, name: String)]

    /// Takes names in any order; each is kept once.
    package init(_ names: [String]) {
        self.names = Set(names).filter { !$0.isEmpty }.map { ($0.lowercased(), $0) }
            .sorted { ($0.folded, $0.name) < ($1.folded, $1.name) }
    }

    /// Gives all names that begin with a text, whatever their case, in the order of the alphabet.
    package func beginning(with prefix: String) -> [String] {
        let wanted = prefix.lowercased()
        return names[first { $0 >= wanted }..<first { $0 > wanted && !$0.hasPrefix(wanted) }].map(\.name)
    }

    /// Place of the first name for which that holds; it holds for all behind it.
    private func first(where holds: (String) -> Bool) -> Int {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(names[middle].folded) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
