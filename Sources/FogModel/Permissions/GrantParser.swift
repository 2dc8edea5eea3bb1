extension Grant {
    /// What a grant is read for.
    public enum Use: Hashable, Sendable {
        /// To allow.
        case allowing
        /// To deny: wildcards may stand for what no wildcard grants.
        case denying
    }

    /// Reads a grant.
    ///
    /// - Parameters:
    ///   - text: as in `task:deploy@group:Lab A`.
    ///   - use: what it is for.
    /// - Throws: ``GrantFault`` pointing at the letter where it goes wrong, its hint naming what may stand there.
    public init(_ text: String, for use: Use = .allowing) throws(GrantFault) {
        self = try GrantParser(text, use).parse()
    }

    /// All forms of grants in a line.
    public static let summary: String = "read, write:CLASS, delete:CLASS, task:TYPE, cancel, setting and raw"
}

/// Reads grants: a verb, perhaps a colon and what it is about, perhaps `@` and a selector.
struct GrantParser {
    private let letters: [Unicode.Scalar]
    private let use: Grant.Use

    init(_ text: String, _ use: Grant.Use) {
        letters = Array(text.unicodeScalars)
        self.use = use
    }

    func parse() throws(GrantFault) -> Grant {
        let sign = letters.firstIndex(of: "@")
        let head = letters[..<(sign ?? letters.count)]
        let colon = head.firstIndex(of: ":")
        let verb = text(head[..<(colon ?? head.endIndex)])
        let start = colon.map { $0 + 1 } ?? head.endIndex
        let object = colon == nil ? nil : text(head[start...])
        let scope = try scope(verb, object, at: start)
        guard let sign else { return Grant(scope) }
        guard Self.takesHosts(scope) else {
            throw GrantFault(
                "\(verb) is about no hosts",
                at: sign,
                hint: scope == .verb(.read)
                    ? "a list is not cut: write read" : "write \(text(head)) alone"
            )
        }
        return Grant(scope, hosts: try hosts(after: sign))
    }

    // MARK: - Verbs

    private func scope(_ verb: String, _ object: String?, at start: Int) throws(GrantFault) -> Grant.Scope {
        switch verb {
        case "write", "delete", "task":
            guard let object, !object.isEmpty else {
                throw GrantFault("\(verb) of what?", at: start, hint: Self.forms[verb] ?? Grant.summary)
            }
            if object == "*" { return try wildcard(verb, at: start) }
            if verb == "task" { return .verb(.task(try type(object, at: start))) }
            let name = try className(object, of: verb, at: start)
            return .verb(verb == "write" ? .write(name) : .delete(name))
        case "read", "cancel", "setting", "raw":
            if object != nil {
                throw GrantFault("nothing follows \(verb)", at: start - 1, hint: "write \(verb)")
            }
            return .verb(verb == "read" ? .read : verb == "cancel" ? .cancel : verb == "setting" ? .setting : .raw)
        default:
            throw GrantFault(
                verb.isEmpty ? "a verb is missing" : "no verb \"\(verb)\"",
                at: 0,
                hint: Suggestion.hint(for: verb, among: Self.verbs) ?? "there are \(Grant.summary)"
            )
        }
    }

    private static let verbs = ["read", "write", "delete", "task", "cancel", "setting", "raw"]
    private static let forms = [
        "write": "write a class, as in write:host, or write:*",
        "delete": "write a class, as in delete:image",
        "task": "write a task type, as in task:deploy, or task:*",
    ]

    private func wildcard(_ verb: String, at start: Int) throws(GrantFault) -> Grant.Scope {
        switch verb {
        case "write": return .allWrites
        case "task": return .allTasks
        default:
            guard use == .denying else {
                throw GrantFault(
                    "what is to be deleted has to be named",
                    at: start,
                    hint: "write a class, as in delete:image"
                )
            }
            return .allDeletes
        }
    }

    private func type(_ word: String, at start: Int) throws(GrantFault) -> TaskTypeKey {
        if let number = Int(word), let id = TaskTypeID(number) { return .id(id) }
        if let name = TaskTypeName(rawValue: word) { return .name(name) }
        let words = TaskTypeName.allCases.map(\.rawValue)
        let hint =
            Suggestion.hint(for: word, among: words)
            ?? "there are \(words.joined(separator: ", ")), and the numbers of the server's own"
        throw GrantFault("no task type \"\(word)\"", at: start, hint: hint)
    }

    private func className(_ word: String, of verb: String, at start: Int) throws(GrantFault) -> String {
        if ["setting", "service"].contains(word), verb == "write" {
            throw GrantFault("settings have a grant of their own", at: start, hint: "write setting")
        }
        let known = ClassNames.ofFive.union(ClassNames.ofSix).union(EntityClass.allCases.map(\.rawValue))
        if known.contains(word) { return word == "service" ? "setting" : word }
        // Plugins bring classes of their own; what is near to a known name is a slip of the pen.
        let others = EntityClass.allCases.map(\.rawValue)
        let near =
            Self.titles[word.lowercased()].map { "did you mean \"\($0)\"?" }
            ?? Suggestion.hint(for: word, among: others + known.subtracting(others).sorted())
        if near == nil, ClassNames.isClassName(word) { return word }
        let words = others.filter { $0 != "setting" }.joined(separator: ", ")
        throw GrantFault("no class \"\(word)\"", at: start, hint: near ?? "there are \(words)")
    }

    /// Names by which scripts know classes that FOG calls otherwise.
    private static let titles: [String: String] = Dictionary(
        EntityClass.allCases.map { ($0.title.lowercased(), $0.rawValue) }
    ) { first, _ in first }

    // MARK: - Hosts

    /// Whether hosts can be told from what it does.
    private static func takesHosts(_ scope: Grant.Scope) -> Bool {
        switch scope {
        case .verb(.read), .verb(.setting), .verb(.raw): false
        case .verb, .allWrites, .allDeletes, .allTasks: true
        }
    }

    private func hosts(after sign: Int) throws(GrantFault) -> Selector {
        do throws(SelectorFault) {
            return try Selector(parsing: text(letters[(sign + 1)...]))
        } catch {
            throw GrantFault(
                error.problem,
                at: sign + error.column,
                hint: error.hint ?? "after the @ stand \(SelectorGrammar.summary)"
            )
        }
    }

    private func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var view = "".unicodeScalars
        view.append(contentsOf: letters)
        return String(view)
    }
}
