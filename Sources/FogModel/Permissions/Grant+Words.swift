extension Grant {
    /// Says what is granted in words for whoever is asked, as in `change hosts (write:host)`.
    public var words: String {
        let what =
            switch scope {
            case .verb(let verb): verb.words
            case .allWrites: "make and change rows of all classes but those of accounts"
            case .allDeletes: "delete rows of all classes"
            case .allTasks: "give hosts tasks of all types but those that destroy"
            }
        return what + (hosts.map { ", for \($0) alone" } ?? "") + " (\(self))"
    }
}

extension PermissionVerb {
    /// Says what is done, without the grant's own word.
    public var words: String {
        switch self {
        case .read: "read everything but secrets"
        case .write(let name): "make and change \(Self.plural(name))"
        case .delete(let name): "delete \(Self.plural(name))"
        case .task(.name(let type)):
            "give hosts tasks of type \(type.rawValue)" + (Self.effects[type].map { ", which \($0)" } ?? "")
        case .task(.id(let id)): "give hosts tasks of the server's own type \(id)"
        case .cancel: "call off work that others have begun"
        case .setting: "change settings of the server"
        case .raw: "send changes in FOG's own words, past all checks"
        }
    }

    private static func plural(_ name: String) -> String {
        guard let entity = EntityClass(rawValue: name) else { return "rows of \(name)" }
        let title = entity.pluralTitle
        // An abbreviation keeps its capitals.
        if title.prefix(2).allSatisfy(\.isUppercase) { return title }
        return title.reduce(into: "") { words, letter in
            if letter.isUppercase, !words.isEmpty { words += " " }
            words += letter.lowercased()
        }
    }

    private static let effects: [TaskTypeName: String] = [
        .deploy: "overwrites their disks",
        .deployDebug: "overwrites their disks",
        .deployNoSnapins: "overwrites their disks",
        .multicast: "overwrites their disks",
        .capture: "overwrites their image",
        .captureDebug: "overwrites their image",
        .fastWipe: "erases their disks",
        .normalWipe: "erases their disks",
        .fullWipe: "erases their disks",
        .passwordReset: "clears the password of an account",
    ]
}
