/// What a function that is called from Lua comes to: a value, or a request that has to be answered first.
public enum Step<Request, Answer, Value> {
    /// Function has come to its end.
    case done(Value)
    /// Function waits for the answer to a request, and goes on from there.
    case ask(Request, then: (Result<Answer, any Error>) throws -> Step)

    /// Goes on with a value once it is there.
    ///
    /// - Parameter next: gets the value.
    /// - Returns: the step that comes of both.
    /// - Throws: what `next` throws.
    @inlinable
    public func then<Next>(
        _ next: @escaping (Value) throws -> Step<Request, Answer, Next>
    ) throws -> Step<Request, Answer, Next> {
        switch self {
        case .done(let value): try next(value)
        case .ask(let request, let go): .ask(request) { answer in try go(answer).then(next) }
        }
    }

    /// Converts the value once it is there.
    ///
    /// - Parameter convert: gets the value.
    /// - Returns: the step towards the converted value.
    /// - Throws: what `convert` throws.
    @inlinable
    public func map<Next>(_ convert: @escaping (Value) throws -> Next) throws -> Step<Request, Answer, Next> {
        try then { value in .done(try convert(value)) }
    }
}
