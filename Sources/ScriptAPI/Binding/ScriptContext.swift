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
    /// - Parameters:
    ///   - context: what the function works on; has to outlive the machine's use.
    ///   - isMethod: whether it is called as a method.
    /// - Returns: function for ``LuaMachine/setGlobal(_:)`` or a type's methods.
    public func makeFunction(for context: Context, isMethod: Bool = false) -> LuaFunction {
        let name = isMethod ? spec.method ?? spec.name : spec.name
        return LuaFunction(name, waits: spec.operation != nil) { [unowned context] arguments in
            switch try call(context, try arguments.values(), isMethod: isMethod) {
            case .done(let value):
                return spec.result == nil ? .nothing : .value(value)
            case .ask(let request, let next):
                try context.suspend(for: request, then: next)
                return .suspend
            }
        }
    }
}
