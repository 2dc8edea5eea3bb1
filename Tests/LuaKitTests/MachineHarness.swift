import LuaKit
import Testing

/// Answers a token that a script waits for.
typealias Answer = (String) throws -> [LuaValue]

struct Refusal: Error, CustomStringConvertible {
    let description: String
}

extension LuaMachine {
    /// Runs a chunk to its end, answering its waits; throws its error.
    @discardableResult
    func run(
        _ source: String,
        environment: LuaEnvironment? = nil,
        answer: Answer = { [LuaValue($0)] }
    ) throws -> [LuaValue] {
        let coroutine = try start(load(source, name: "test.lua", environment: environment))
        var step = step(coroutine)
        while true {
            switch step {
            case .finished(let values): return values
            case .failed(let error): throw error
            case .preempted: step = self.step(coroutine)
            case .waiting(let token):
                do {
                    step = resume(coroutine, returning: try answer(token as? String ?? ""))
                } catch {
                    step = resume(coroutine, throwing: error)
                }
            }
        }
    }

    /// Error of a chunk that must fail.
    func failure(of source: String, answer: Answer = { [LuaValue($0)] }) throws -> LuaError {
        try #require(throws: LuaError.self) { try self.run(source, answer: answer) }
    }
}
