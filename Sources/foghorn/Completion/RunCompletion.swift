import FogModel
package import FogSession

/// What may come next on the line of `foghorn run`.
package struct RunCompletion: Sendable {
    /// What a shell is to offer.
    package enum Offer: Hashable, Sendable {
        /// These words.
        case words([String])
        /// Names of files.
        case files
        /// Names of rows of that class on the server.
        case rows(String)
    }

    /// Script on the line; nil before one is named.
    package let file: String?
    /// Server that the line names; nil where it names none.
    package let server: String?
    /// Whether the line is about the simulator.
    package let isSimulated: Bool
    private let before: [String]
    private let current: String

    /// Takes a line apart.
    ///
    /// - Parameter words: words after `run`; the last is the one to complete, often empty.
    package init(_ words: [String]) {
        let before = Array(words.dropLast())
        self.before = before
        // A shell hands over a word with the quote that begins it.
        current = String((words.last ?? "").drop { $0 == "\"" || $0 == "'" })
        file = before.first { !$0.hasPrefix("-") && $0.hasSuffix(".lua") }
        server = before.indices.first { before[$0] == "--server" && $0 + 1 < before.count }.map { before[$0 + 1] }
        isSimulated = before.contains("--sim")
    }

    /// Says what may come next, not yet narrowed down by what is typed.
    ///
    /// - Parameter parameters: what the script takes; empty where that is not known.
    /// - Returns: what fits at that place.
    package func offer(_ parameters: [ParameterDescription]) -> Offer {
        let last = before.last.map { String($0.map { $0 == "_" ? "-" : $0 }) }
        if let parameter = parameters.first(where: { $0.flag == last }), parameter.kind != .secret,
            parameter.kind != .boolean || !current.hasPrefix("-")
        {
            return values(of: parameter)
        }
        if parameters.contains(where: { $0.kind == .secret && SecretParameter.fileFlag($0) == last }) { return .files }
        if last == "--sim-dialect" { return .words(SimulatedSchool.dialects) }
        if file == nil, !current.hasPrefix("-") { return .files }
        return .words(flags(parameters))
    }

    /// Narrows words down to those that begin as what is typed does.
    package func fitting(_ words: [String]) -> [String] { words.filter { $0.hasPrefix(current) } }

    private func values(of parameter: ParameterDescription) -> Offer {
        switch parameter.kind {
        case .choice: .words(parameter.choices)
        case .boolean: .words(["yes", "no"])
        case .taskType: .words(TaskTypeName.allCases.map(\.rawValue))
        case .file: .files
        case .host, .hosts, .group, .image, .snapin: .rows(parameter.kind == .hosts ? "host" : parameter.kind.rawValue)
        case .string, .integer, .number, .duration, .size, .time, .secret: .words([])
        }
    }

    /// Flags that may still be given: those of the script, required ones first, then Foghorn's own.
    private func flags(_ parameters: [ParameterDescription]) -> [String] {
        let given = Set(before.map { $0.split(separator: "=").first.map(String.init) ?? $0 })
        let open = parameters.filter { $0.isList || given.isDisjoint(with: $0.flags + [$0.negation ?? ""]) }
        return open.flatMap { $0.flags + [$0.negation].compactMap { $0 } } + OwnFlags.names.subtracting(given).sorted()
    }
}
