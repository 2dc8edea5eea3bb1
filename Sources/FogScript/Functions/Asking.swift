import FogModel
import FogOperations
import ScriptAPI

/// Step towards a value that takes operations.
typealias Ask<Value> = Step<FogOperation, Answer, Value>

/// Function of `fog.*`.
typealias FogFunction = BoundFunction<FogHandle>

/// Asks for operations and takes their answers apart.
enum Asking {
    static func answer(to operation: FogOperation) -> Ask<Answer> {
        .ask(operation) { .done(try $0.get()) }
    }

    /// Asks for rows of a class.
    static func rows<Row: Entity>(_ type: Row.Type = Row.self, _ operation: FogOperation) throws -> Ask<[Row]> {
        try answer(to: operation).map { answer in
            guard case .rows(let rows) = answer, let rows = rows.of(type) else { throw mismatch(operation) }
            return rows
        }
    }

    /// Asks for the one row that an operation answers.
    static func row<Row: Entity>(_ type: Row.Type = Row.self, _ operation: FogOperation) throws -> Ask<Row> {
        try rows(type, operation).map { rows in
            guard let row = rows.first else { throw mismatch(operation) }
            return row
        }
    }

    /// Asks for the rows of a class, all of them.
    static func all<Row: Entity>(_ type: Row.Type = Row.self) throws -> Ask<[Row]> {
        try rows(type, .rows(.list(EntityClass(type), [:])))
    }

    /// Error for an answer of another kind than the operation names.
    static func mismatch(_ operation: FogOperation) -> FogError {
        FogError(.server, "\(operation.name) was answered with something else (bug)", operation: operation.name)
    }
}
