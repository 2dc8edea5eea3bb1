/// Why no task was made.
enum TaskFailure: Error {
    /// PHP ends with an error of its own.
    case crash
    /// FOG refuses, in words.
    case refused(String)
}

extension World {
    /// Answer of the server to a request for a task that it did not make.
    ///
    /// Origin: api-1.5.md section 2; api-1.6.md section 9, "Failure".
    func refusal(_ failure: TaskFailure, for schema: Schema) -> Refusal {
        switch failure {
        case .crash: return .crash
        case .refused(let reason):
            guard configuration.dialect.isFog16 else { return .error(reason) }
            let status = schema.name == "group" ? 500 : 400
            return Refusal(.error(reason, status, title: "Create Task Fail"))
        }
    }
}
