/// A file that a script hands over to who has started it.
package struct Artifact: Hashable, Codable, Sendable {
    /// Name without folders, as in `report.csv`.
    package var name: String
    /// Content, in UTF-8.
    package var text: String

    /// Most bytes of a name.
    package static let nameLimit: Int = 200
    /// Most bytes of all artifacts of a run together.
    package static let totalLimit: Int = 64 << 20

    /// Makes an artifact.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Says why a name cannot be that of a file in the run's folder.
    ///
    /// Checked by the session, so that the script gets the error, and by the host, which trusts no session.
    ///
    /// - Returns: as in `a name has no "/"`; nil where the name can be used.
    package static func fault(inName name: String) -> String? {
        if name.isEmpty { return "a name is empty" }
        if name.utf8.count > nameLimit { return "a name has at most \(nameLimit) bytes" }
        if name.utf8.contains(UInt8(ascii: "/")) { return "a name has no \"/\": all artifacts lie in one folder" }
        if name.hasPrefix(".") { return "a name does not begin with a dot" }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "a name has no control characters"
        }
        return nil
    }
}

/// Counts what a run's artifacts hold together.
package struct ArtifactBudget: Hashable, Sendable {
    private var sizes: [String: Int] = [:]
    private var total = 0

    /// Makes a budget of which nothing is used.
    package init() {}

    /// How many artifacts were taken, each name once.
    package var count: Int { sizes.count }

    /// Whether an artifact of that name was taken.
    package func holds(_ name: String) -> Bool { sizes[name] != nil }

    /// Takes an artifact in; one of the same name is replaced.
    ///
    /// - Parameters:
    ///   - artifact: the artifact.
    ///   - limit: most bytes of all of them together.
    /// - Returns: whether they stay within the limit; if not, nothing is taken.
    package mutating func take(_ artifact: Artifact, atMost limit: Int = Artifact.totalLimit) -> Bool {
        let new = total - (sizes[artifact.name] ?? 0) + artifact.text.utf8.count
        guard new <= limit else { return false }
        total = new
        sizes[artifact.name] = artifact.text.utf8.count
        return true
    }
}
