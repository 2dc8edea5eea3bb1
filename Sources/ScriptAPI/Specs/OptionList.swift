/// Options of a table of options: listed, or those that a type declares.
///
/// The declared ones are made when somebody asks for them, not at every start: making those of all functions was a
/// tenth of what an empty script takes.
struct OptionList: Sendable {
    private enum Source {
        case specs([OptionSpec])
        case type(any LuaOptionTable.Type)
    }

    private let source: Source

    init(_ specs: [OptionSpec]) {
        source = .specs(specs)
    }

    init(of type: any LuaOptionTable.Type) {
        source = .type(type)
    }

    /// Options in the order in which help lists them.
    var specs: [OptionSpec] {
        switch source {
        case .specs(let specs): specs
        case .type(let type): type.optionSpecs
        }
    }
}

extension LuaOptionTable {
    fileprivate static var optionSpecs: [OptionSpec] { options.map(\.spec) }
}

extension OptionList: Hashable {
    static func == (left: OptionList, right: OptionList) -> Bool { left.specs == right.specs }

    func hash(into hasher: inout Hasher) { hasher.combine(specs) }
}

extension OptionList: Codable {
    init(from decoder: any Decoder) throws {
        self.init(try [OptionSpec](from: decoder))
    }

    func encode(to encoder: any Encoder) throws { try specs.encode(to: encoder) }
}
