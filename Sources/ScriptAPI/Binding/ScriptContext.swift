public import LuaKit

/// What bound functions work on: it has their requests answered.
public protocol ScriptContext: AnyObject, SendableMetatype {
    /// What a function can ask for.
    associatedtype Request
    /// What a request is answered.
    associatedtype Answer

    /// Keeps a request of the coroutine that runs; the coroutine is suspended right after.
    ///
    /// - Parameters:
    ///   - request: what is asked.
    ///   - next: how the function goes on with the answer.
    /// - Throws: an error that is raised in the script in place of the request.
    func suspend(
        for request: Request,
        then next: @escaping (Result<Answer, any Error>) throws -> Step<Request, Answer, LuaValue>
    ) throws
}

extension BoundFunction {
    /// Makes the function that Lua calls.
    ///
    /// - Parameter context: what the function works on; has to outlive the machine's use.
    /// - Returns: function for ``LuaMachine/setGlobal(_:)`` or a type's methods.
    public func makeFunction(for context: Context) -> LuaFunction {
        LuaFunction(spec.name, waits: spec.operation != nil) { [unowned context] arguments in
            try reply(context, try arguments.values(), isMethod: false)
        }
    }

    /// Makes the method that Lua calls.
    ///
    /// - Parameter context: gives what the method works on, by its receiver; nil where that is no object at all.
    /// - Returns: function for a type's methods; nil for a function that is no method.
    public func makeMethod(for context: @escaping ((any ScriptObject)?) -> Context) -> LuaFunction? {
        guard let name = spec.method else { return nil }
        return LuaFunction(name, waits: spec.operation != nil) { arguments in
            let values = try arguments.values()
            let receiver: (any ScriptObject)? =
                if case .object(let object)? = values.first { object as? any ScriptObject } else { nil }
            return try reply(context(receiver), values, isMethod: true)
        }
    }

    private func reply(_ context: Context, _ arguments: [LuaValue], isMethod: Bool) throws -> LuaReply {
        switch try call(context, arguments, isMethod: isMethod) {
        case .done(let value):
            return spec.results.isEmpty ? .nothing : .value(value)
        case .ask(let request, let next):
            try context.suspend(for: request, then: next)
            return .suspend
        }
    }
}
