/// What a value in Lua may be, as declarations, messages and help name it.
public struct LuaTypeSpec: Hashable, Codable, Sendable {
    /// Names of types in the order in which messages give them, as in `["Host", "string", "integer"]`.
    public var alternatives: [String]
    /// Whether nil, or no value at all, will do.
    public var isOptional: Bool
    /// Options, where the value is a table of options; empty for all else.
    public var options: [OptionSpec] {
        get { list.specs }
        set { list = OptionList(newValue) }
    }

    private var list: OptionList

    private enum CodingKeys: String, CodingKey {
        case alternatives, isOptional
        case list = "options"
    }

    /// Makes a type.
    ///
    /// - Parameters:
    ///   - alternatives: names of types, at least one; Lua's own, or an object's.
    ///   - isOptional: whether nil will do.
    public init(_ alternatives: String..., isOptional: Bool = false) {
        self.alternatives = alternatives
        self.isOptional = isOptional
        self.list = OptionList([])
    }

    /// Makes a type that a table of options fits.
    ///
    /// - Parameters:
    ///   - alternatives: names of types, at least one; Lua's own, or an object's.
    ///   - type: what declares the options.
    public init(_ alternatives: String..., optionsOf type: any LuaOptionTable.Type) {
        self.alternatives = alternatives
        self.isOptional = false
        self.list = OptionList(of: type)
    }

    /// Type as messages say it, as in `Host, string or integer`.
    public var words: String {
        guard alternatives.count > 1, let last = alternatives.last else { return alternatives.joined() }
        return alternatives.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Type as annotations write it, as in `Host|string|integer`; without the mark of an optional value.
    public var annotation: String {
        alternatives.joined(separator: "|")
    }
}

/// One entry of a table of options.
public struct OptionSpec: Hashable, Codable, Sendable {
    /// Key in the table.
    public var name: String
    /// What it holds.
    public var type: LuaTypeSpec
    /// Whether it has to be there.
    public var isRequired: Bool
    /// One line for people, without a full stop.
    public var help: String

    /// Makes an option.
    public init(_ name: String, _ type: LuaTypeSpec, isRequired: Bool, _ help: String) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.help = help
    }
}
