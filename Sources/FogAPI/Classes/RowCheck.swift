import FogModel

/// Checks the members of a row before anything is sent.
struct RowCheck {
    let className: String
    let rules: ClassRules

    init(_ className: String) {
        self.className = className
        rules = .of(className)
    }

    /// Class with its article, for people.
    private var article: String { ("aeiou".contains(className.prefix(1)) ? "an " : "a ") + className }

    private var nameless: FogError { FogError(.invalidArgument, "\(article) needs a name") }

    /// A member for people: a name by its text, the rest by the member's name, since it may be secret.
    private func subject(_ member: String, _ text: String) -> String {
        member == "name" ? "\(className) name \"\(text)\"" : "field \"\(member)\" of \(article)"
    }

    /// Sees that rows of the class can be written at all.
    ///
    /// - Throws: `FogError` with `refused`.
    func checkOpen() throws {
        guard let reason = rules.closed else { return }
        throw FogError(.refused, "rows of class \(className) are not written: \(reason)")
    }

    /// Checks the members of a new row, and adds what the caller left open.
    ///
    /// - Returns: members to be sent.
    /// - Throws: `FogError` with `invalidArgument`.
    func forCreation(_ members: [JSONValue.Member]) throws -> [JSONValue.Member] {
        try checkOpen()
        let given = Set(members.map(\.name))
        let whole = members + rules.defaults.filter { !given.contains($0.name) }
        if rules.name == .host, case .text(let name) = members.first(where: { $0.name == "name" })?.value {
            try checkName(name)
        }
        for name in rules.required where !whole.contains(where: { $0.name == name && !$0.value.isEmpty }) {
            if name == "name" { throw nameless }
            throw FogError(
                .invalidArgument,
                "\(article) needs \"\(name)\"",
                hint: "FOG saves a row without it and then cannot read it"
            )
        }
        try check(whole)
        return whole
    }

    /// Checks the members that a row is to have from now on.
    ///
    /// - Throws: `FogError` with `invalidArgument`.
    func forChange(_ members: [JSONValue.Member]) throws {
        try checkOpen()
        for member in members where rules.required.contains(member.name) && member.value.isEmpty {
            if member.name == "name" { throw nameless }
            throw FogError(.invalidArgument, "field \"\(member.name)\" of \(article) cannot be empty")
        }
        for member in members {
            guard let functions = rules.sets[member.name] else { continue }
            throw FogError(
                .invalidArgument,
                "field \"\(member.name)\" of \(article) cannot be set: FOG would replace the whole set",
                hint: "use \(functions)"
            )
        }
        for member in members where member.value.stored == nil {
            throw FogError(
                .invalidArgument,
                "field \"\(member.name)\" of \(article) takes one value, no list or map",
                hint: "what belongs to a row is a row of its own: add and remove it in the class of the association"
            )
        }
        try check(members)
    }

    private func check(_ members: [JSONValue.Member]) throws {
        var seen: Set<String> = []
        for member in members {
            guard seen.insert(member.name).inserted else {
                throw FogError(.invalidArgument, "field \"\(member.name)\" of \(article) is given twice")
            }
            if case .text(let text) = member.value { try check(text, member.name) }
        }
        if members.contains(where: { $0.name == "id" }) {
            throw FogError(.invalidArgument, "the id of \(article) cannot be set")
        }
    }

    private func check(_ text: String, _ member: String) throws {
        if member == "name" { try checkName(text) }
        if member == "mac", className == MACAssociation.className, MACAddress(text)?.description != text {
            throw FogError(
                .invalidArgument,
                "\"\(text)\" is no MAC address",
                hint: "write it in lower case with colons, as in 00:11:22:aa:bb:cc; FOG would take any text"
            )
        }
        if rules.folders.contains(member), text.contains("/") || text.hasPrefix(".") {
            throw FogError(
                .invalidArgument,
                "field \"\(member)\" of \(article) cannot be \"\(text)\"",
                hint: "give the name of a folder, of letters and digits without /"
            )
        }
        if let most = rules.lengths[member], text.unicodeScalars.count > most {
            throw FogError(
                .invalidArgument,
                "\(subject(member, text)) has \(text.unicodeScalars.count) characters",
                hint: "FOG cuts it after \(most)"
            )
        }
        if let letter = text.unicodeScalars.first(where: { $0.value > 0xFFFF }) {
            throw FogError(
                .invalidArgument,
                "\(subject(member, text)) holds \"\(letter)\"",
                hint: "FOG's database turns characters beyond U+FFFF, such as emoji, into question marks"
            )
        }
        if let choices = rules.choices[member], !choices.contains(text) {
            throw FogError(
                .invalidArgument,
                "field \"\(member)\" of \(article) cannot be \"\(text)\"",
                hint: Suggestion.hint(for: text, among: choices) ?? "it is one of \(choices.joined(separator: ", "))"
            )
        }
    }

    private func checkName(_ name: String) throws {
        switch rules.name {
        case .none: return
        case .host: if let fault = HostName.fault(in: name) { throw fault }
        case .plain:
            if let letter = name.unicodeScalars.first(where: { HTMLText.isMangled(String($0)) }) {
                throw FogError(
                    .invalidArgument,
                    "\(className) name \"\(name)\" holds \"\(letter)\"",
                    hint: "FOG spoils names with & < > \" ' at the next change"
                )
            }
        }
        if FogServer.isHidden(name) {
            throw FogError(
                .invalidArgument,
                "\(className) name \"\(name)\" holds \"_api_\"",
                hint: "FOG leaves such rows out of its lists"
            )
        }
    }
}

extension JSONValue {
    /// Whether FOG takes it for nothing; the text "0" is something.
    var isEmpty: Bool {
        switch self {
        case .null, .text(""), .array([]): true
        default: false
        }
    }

    /// Value as FOG's database keeps it; nil for lists and objects.
    var stored: String? {
        switch self {
        case .null: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "1" : ""
        case .array, .object: nil
        }
    }
}
