import FogModel
import FogOperations
import ScriptAPI

/// Step towards a value that takes operations.
typealias Ask<Value> = Step<FogOperation, Answer, Value>

/// Function of `fog.*`.
typealias FogFunction = BoundFunction<ScriptRun>

/// Asks for operations and takes their answers apart.
enum Asking {
    static func answer(to operation: FogOperation) -> Ask<Answer> {
        .ask(operation) { .done(try $0.get()) }
    }

    static func hosts(_ operation: FogOperation) throws -> Ask<[Host]> {
        try answer(to: operation).map { answer in
            guard case .hosts(let hosts) = answer else { throw mismatch(operation) }
            return hosts
        }
    }

    static func images(_ operation: FogOperation) throws -> Ask<[Image]> {
        try answer(to: operation).map { answer in
            guard case .images(let images) = answer else { throw mismatch(operation) }
            return images
        }
    }

    static func groups(_ operation: FogOperation) throws -> Ask<[Group]> {
        try answer(to: operation).map { answer in
            guard case .groups(let groups) = answer else { throw mismatch(operation) }
            return groups
        }
    }

    static func tasks(_ operation: FogOperation) throws -> Ask<[FogTask]> {
        try answer(to: operation).map { answer in
            guard case .tasks(let tasks) = answer else { throw mismatch(operation) }
            return tasks
        }
    }

    /// Takes the one row that an operation answers.
    static func one<Row>(_ rows: [Row], _ operation: FogOperation) throws -> Row {
        guard let row = rows.first else { throw mismatch(operation) }
        return row
    }

    /// Error for an answer of another kind than the operation names.
    static func mismatch(_ operation: FogOperation) -> FogError {
        FogError(.server, "\(operation.name) was answered with something else (bug)", operation: operation.name)
    }
}
