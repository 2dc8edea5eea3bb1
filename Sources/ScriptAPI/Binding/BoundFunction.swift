public import LuaKit

/// A function that scripts can call, declared once.
///
/// The compiler ties the declared parameters to the body, since their types are those of its arguments. Checks, help
/// and stubs come from ``spec``.
public struct BoundFunction<Context: ScriptContext>: Sendable {
    /// Step towards a value in Lua.
    public typealias Outcome<Value> = Step<Context.Request, Context.Answer, Value>

    /// All that is known of it.
    public let spec: FunctionSpec
    private let body: @Sendable (Context, inout ArgumentReader) throws -> Outcome<LuaValue>

    /// Declares a function that is done at once.
    ///
    /// - Parameters:
    ///   - name: path by which scripts call it.
    ///   - method: method that does the same, as in `Host:task`; its receiver is the first parameter.
    ///   - summary: one sentence, verb in -s.
    ///   - parameters: names and help; their types are those of the body's arguments.
    ///   - details: further sentences.
    ///   - returns: name and help of the result.
    ///   - errors: codes that it raises.
    ///   - example: lines of Lua that show it and run against the simulated lab.
    ///   - body: does it.
    public init<each Argument: LuaConvertible, Value: LuaReturnable>(
        _ name: String,
        method: String? = nil,
        _ summary: String,
        _ parameters: repeat Parameter<each Argument>,
        details: String? = nil,
        returns: Parameter<Value>,
        errors: [String] = [],
        example: String? = nil,
        body: @escaping @Sendable (Context, repeat each Argument) throws -> Value
    ) {
        var specs: [ParameterSpec] = []
        for parameter in repeat each parameters { specs.append(parameter.spec) }
        self.spec = FunctionSpec(
            name: name,
            method: method,
            summary: summary,
            details: details,
            parameters: specs,
            results: Value.self == Nothing.self ? [] : [returns.spec],
            errors: errors,
            example: example
        )
        self.body = { context, reader in
            let value = try body(context, repeat try reader.next((each Argument).self))
            return .done(value.luaValue())
        }
    }

    /// Declares a function that asks for something and waits for the answer.
    ///
    /// - Parameters:
    ///   - name: path by which scripts call it.
    ///   - method: method that does the same, as in `Host:task`; its receiver is the first parameter.
    ///   - summary: one sentence, verb in -s.
    ///   - parameters: names and help; their types are those of the body's arguments.
    ///   - details: further sentences.
    ///   - returns: name and help of the result.
    ///   - operation: name of the operation that it is about.
    ///   - errors: codes that it raises.
    ///   - origin: source of facts that we did not choose.
    ///   - example: lines of Lua that show it and run against the simulated lab.
    ///   - asks: gives the first step.
    public init<each Argument: LuaConvertible, Value: LuaReturnable>(
        _ name: String,
        method: String? = nil,
        _ summary: String,
        _ parameters: repeat Parameter<each Argument>,
        details: String? = nil,
        returns: Parameter<Value>,
        operation: String,
        errors: [String] = [],
        origin: String? = nil,
        example: String? = nil,
        asks: @escaping @Sendable (Context, repeat each Argument) throws -> Outcome<Value>
    ) {
        var specs: [ParameterSpec] = []
        for parameter in repeat each parameters { specs.append(parameter.spec) }
        self.spec = FunctionSpec(
            name: name,
            method: method,
            summary: summary,
            details: details,
            parameters: specs,
            results: Value.self == Nothing.self ? [] : [returns.spec],
            operation: operation,
            errors: errors,
            origin: origin,
            example: example
        )
        self.body = { context, reader in
            try asks(context, repeat try reader.next((each Argument).self)).map { $0.luaValue() }
        }
    }

    /// Calls the function.
    ///
    /// - Parameters:
    ///   - context: what it works on.
    ///   - arguments: arguments from Lua.
    ///   - isMethod: whether it was called as a method, which counts arguments after the receiver.
    /// - Returns: the result, or the first request.
    /// - Throws: ``ArgumentFault`` for arguments that do not fit; whatever the body throws.
    public func call(_ context: Context, _ arguments: [LuaValue], isMethod: Bool) throws -> Outcome<LuaValue> {
        var reader = ArgumentReader(arguments, spec, isMethod: isMethod)
        try reader.checkCount()
        return try body(context, &reader)
    }
}
