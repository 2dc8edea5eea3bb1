public import LuaKit

/// Type that a bound function takes as a table of options, each entry checked by its declaration.
public protocol LuaOptionTable: LuaConvertible {
    /// Options in the order in which help lists them.
    static var options: [LuaOption<Self>] { get }

    /// Makes the options that hold where none is given.
    init()
}

/// One option: its name, what it holds and where it goes.
public struct LuaOption<Owner>: Sendable {
    /// Name, type and help.
    public let spec: OptionSpec
    fileprivate let set: @Sendable (inout Owner, LuaValue) throws(LuaMismatch) -> Void

    /// Declares an option that is kept in a property.
    ///
    /// - Parameters:
    ///   - name: key in the table.
    ///   - path: property that it sets; the property's type is the option's.
    ///   - isRequired: whether it has to be given.
    ///   - help: one line for people, without a full stop.
    public init<Value: LuaConvertible>(
        _ name: String,
        _ path: any WritableKeyPath<Owner, Value> & Sendable,
        isRequired: Bool = false,
        _ help: String
    ) {
        self.init(name, Value.luaType, isRequired: isRequired, help) { (owner, value) throws(LuaMismatch) in
            owner[keyPath: path] = try Value(lua: value)
        }
    }

    /// Declares an option that is kept in some other way.
    ///
    /// - Parameters:
    ///   - name: key in the table.
    ///   - type: what it holds.
    ///   - isRequired: whether it has to be given.
    ///   - help: one line for people, without a full stop.
    ///   - set: keeps a value.
    public init(
        _ name: String,
        _ type: LuaTypeSpec,
        isRequired: Bool = false,
        _ help: String,
        set: @escaping @Sendable (inout Owner, LuaValue) throws(LuaMismatch) -> Void
    ) {
        self.spec = OptionSpec(name, type, isRequired: isRequired, help)
        self.set = set
    }
}

extension LuaOption {
    /// The same option, of a table that holds this one's owner.
    ///
    /// - Parameter path: property that the owner is in.
    /// - Returns: the option.
    package func within<Outer>(_ path: any WritableKeyPath<Outer, Owner> & Sendable) -> LuaOption<Outer> {
        LuaOption<Outer>(spec.name, spec.type, isRequired: spec.isRequired, spec.help) {
            (outer, value) throws(LuaMismatch) in
            try set(&outer[keyPath: path], value)
        }
    }

    /// The same option, of a table that checks the value and keeps it as it was given.
    ///
    /// - Parameter path: values by option.
    /// - Returns: the option.
    package func kept<Outer>(
        in path: any WritableKeyPath<Outer, [String: LuaValue]> & Sendable
    ) -> LuaOption<Outer> where Owner: LuaOptionTable {
        LuaOption<Outer>(spec.name, spec.type, isRequired: spec.isRequired, spec.help) {
            (outer, value) throws(LuaMismatch) in
            var checked = Owner()
            try set(&checked, value)
            outer[keyPath: path][spec.name] = value
        }
    }
}

extension LuaOptionTable {
    /// A table with these options.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("table", optionsOf: Self.self) }

    /// Reads the options of a table.
    ///
    /// - Throws: ``LuaMismatch`` for an option that is unknown, missing or does not fit.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .table(let table) = value else { throw .type }
        let options = Self.options
        self.init()
        var given: Set<String> = []
        for (key, value) in table.entries {
            guard let name = key.string, let option = options.first(where: { $0.spec.name == name }) else {
                throw .value(OptionFault.unknown(key, among: options.map(\.spec.name)))
            }
            given.insert(name)
            do {
                try option.set(&self, value)
            } catch {
                throw .value(OptionFault.misfit(option.spec, error, got: value.kind))
            }
        }
        if let missing = options.first(where: { $0.spec.isRequired && !given.contains($0.spec.name) }) {
            throw .value(OptionFault.missing(missing.spec))
        }
    }
}

/// Words for what is wrong with a table of options.
package enum OptionFault {
    /// Says that a key is no option.
    package static func unknown(_ key: LuaValue, among names: [String]) -> String {
        guard let name = key.string else {
            return "options have names, as in { \(names.first ?? "name") = ... }"
        }
        let hint = Spelling.hint(for: name, among: names) ?? "one of \(names.joined(separator: ", ")) expected"
        return "unknown option \"\(name)\"; \(hint)"
    }

    /// Says that an option's value does not fit.
    package static func misfit(_ option: OptionSpec, _ mismatch: LuaMismatch, got kind: String) -> String {
        "option \"\(option.name)\": " + mismatch.words(expected: option.type, got: kind)
    }

    /// Says that an option is missing.
    package static func missing(_ option: OptionSpec) -> String {
        "option \"\(option.name)\" is missing: \(option.help)"
    }
}
