import LuaKit

/// An argument that does not fit its parameter, worded as Lua words it.
public struct ArgumentFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line, as in `bad argument #2 'type' to 'fog.task' (string or integer expected, got table)`.
    public let message: String

    /// Message.
    public var description: String { message }
}

/// Takes arguments one after the other, each checked against its parameter.
struct ArgumentReader {
    private let arguments: [LuaValue]
    private let spec: FunctionSpec
    private let isMethod: Bool
    private var place = 0

    init(_ arguments: [LuaValue], _ spec: FunctionSpec, isMethod: Bool) {
        self.arguments = arguments
        self.spec = spec
        self.isMethod = isMethod
    }

    /// Refuses more arguments than there are parameters: they would be lost without a word.
    func checkCount() throws(ArgumentFault) {
        guard arguments.count > spec.parameters.count else { return }
        throw fault(spec.parameters.count, "no value expected, got \(arguments[spec.parameters.count].kind)")
    }

    mutating func next<Value: LuaConvertible>(_ type: Value.Type) throws(ArgumentFault) -> Value {
        defer { place += 1 }
        let isGiven = place < arguments.count
        let value = isGiven ? arguments[place] : .nil
        do {
            return try Value(lua: value)
        } catch {
            throw fault(place, error.words(expected: Value.luaType, got: isGiven ? value.kind : "no value"))
        }
    }

    private func fault(_ place: Int, _ words: String) -> ArgumentFault {
        let callee = isMethod ? spec.method ?? spec.name : spec.name
        if isMethod, place == 0 {
            return ArgumentFault(message: "calling '\(callee)' on bad self (\(words); call it with a colon)")
        }
        let name = place < spec.parameters.count ? " '\(spec.parameters[place].name)'" : ""
        return ArgumentFault(message: "bad argument #\(isMethod ? place : place + 1)\(name) to '\(callee)' (\(words))")
    }
}
