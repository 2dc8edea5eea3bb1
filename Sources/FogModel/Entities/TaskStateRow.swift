/// A state that a task can be in, as the server's own table lists it; ``TaskState`` is what Foghorn knows of them.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct TaskStateRow: NamedEntity {
    /// FOG's class name.
    public static let className: String = "taskstate"

    public var id: TaskStateID
    public var name: String = ""
    public var description: String?
    public var order: Int = 0

    /// Makes a state whose fields are all unset.
    public init(id: TaskStateID) {
        self.id = id
    }
}

extension TaskStateRow {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/taskstate/ID`.
    public static let fields: [Field<TaskStateRow>] = [
        .identifier(\.id, "number of the state"),
        .name("name", \.name, "name as the server shows it, in its language"),
        .text("description", \.description, "free text"),
        .integer("order", \.order, "place in the server's lists"),
    ]

    /// What the state means; nil for a number that FOG does not define.
    public var state: TaskState? { TaskState(rawValue: id.number) }
}
