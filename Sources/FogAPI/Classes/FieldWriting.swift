import FogModel

/// What a class lets be written by the names of its fields; ``RowCheck`` looks at the values.
struct Writable<Owner: Entity> {
    /// Fields that a caller may set.
    let fields: Set<String>
    /// What to say about fields that cannot be set, by field.
    let hints: [String: String]

    /// Turns a value into what is sent.
    ///
    /// - Throws: `FogError` with `invalidArgument` for a field that cannot be set, or a value of another kind.
    func value(_ name: String, _ value: FieldValue) throws -> JSONValue {
        guard fields.contains(name), let field = Owner.fields.first(where: { $0.name == name }) else {
            throw FogError(
                .invalidArgument,
                "field \"\(name)\" of \(Self.article) cannot be set",
                hint: hints[name] ?? Suggestion.hint(for: name, among: fields)
            )
        }
        switch (field.kind, value) {
        case (.text, .none): return .text("")
        case (.text, .text(let text)): return .text(text)
        case (.text, .integer(let number)): return .text(String(number))
        case (.flag, .none): return .text("0")
        // FOG keeps flags as texts; a JSON false would be stored as "never set".
        case (.flag, .flag(let flag)): return .text(flag ? "1" : "0")
        case (.integer, .integer(let number)), (.reference, .integer(let number)): return .integer(number)
        case (.reference, .none): return .integer(0)
        default:
            throw FogError(
                .invalidArgument,
                "field \"\(name)\" of \(Self.article) takes \(Self.word(for: field.kind)), not \(Self.words(for: value))"
            )
        }
    }

    private static var article: String { (Owner.className.hasPrefix("i") ? "an " : "a ") + Owner.className }

    private static func word(for kind: FieldKind) -> String {
        switch kind {
        case .integer, .reference: "a whole number"
        case .text: "a text"
        case .flag: "true or false"
        case .time: "a time"
        case .texts: "a list of texts"
        case .number: "a number"
        case .references: "a list of whole numbers"
        }
    }

    private static func words(for value: FieldValue) -> String {
        switch value {
        case .none: "nothing"
        case .integer(let number): String(number)
        case .text(let text): "\"\(text)\""
        case .flag(let flag): String(flag)
        case .number(let number): String(number)
        case .texts, .integers: "a list"
        }
    }
}

extension Writable<Host> {
    /// What can be written of a host.
    static var host: Writable<Host> {
        let macs = "FOG would drop the host's primary address: addresses are not changed by an update"
        return Writable(
            fields: HostChanges.writable,
            hints: ["macs": macs, "primac": macs, "imageID": "give the image as `image`"]
        )
    }
}
