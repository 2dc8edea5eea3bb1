import FogModel
import FogOperations
import ScriptAPI

/// Functions about tasks.
enum TaskFunctions {
    typealias TaskObject = EntityObject<FogTask>

    static let all: [FogFunction] = [types, create, list, cancel, wait]

    static let types = FogFunction(
        "fog.task_types",
        "Lists the server's task types.",
        returns: Parameter<[EntityObject<TaskType>]>(result: "types", "all task types in the server's order"),
        operation: "listTaskTypes"
    ) { _ in
        try Asking.answer(to: .listTaskTypes).map { answer in
            guard case .taskTypes(let types) = answer else { throw Asking.mismatch(.listTaskTypes) }
            return types.map { EntityObject($0) }
        }
    }

    static let create = FogFunction(
        "fog.task",
        method: "Host:task",
        "Gives a host a task.",
        Parameter<RowArgument<Host>>("host", "host that gets it"),
        Parameter<TaskTypeArgument>("type", "what to do: deploy, capture, inventory, wake, ... or the server's number"),
        Parameter<TaskOptionTable?>("options", "how"),
        details: "The task waits until the host next boots from the network. A deploy overwrites the host's disk.",
        returns: Parameter<TaskObject?>(result: "task", "the task; nil for types that leave nothing to wait for"),
        operation: "createTask",
        errors: ["not_found", "conflict", "refused", "denied", "uncertain"]
    ) { _, host, type, options in
        try Lookup.hostID(host).then { id in
            try Asking.tasks(.createTask(id, type.key, options?.options ?? TaskOptions())).map { tasks in
                tasks.first.map { EntityObject($0) }
            }
        }
    }

    static let list = FogFunction(
        "fog.tasks",
        "Lists tasks.",
        Parameter<TaskQueryTable?>("query", "which tasks; every active one if absent"),
        returns: Parameter<[TaskObject]>(result: "tasks", "tasks in the server's order; empty where none fits"),
        operation: "listTasks"
    ) { _, query in
        let ids = query?.ids?.all.map(\.id)
        let isActiveOnly = query?.active ?? (ids == nil)
        guard let hosts = query?.hosts?.all else {
            return try Asking.tasks(.listTasks(TaskQuery(activeOnly: isActiveOnly, ids: ids))).map(objects)
        }
        return try Lookup.hostIDs(hosts).then { hosts in
            try Asking.tasks(.listTasks(TaskQuery(activeOnly: isActiveOnly, ids: ids, hosts: hosts))).map(objects)
        }
    }

    static let cancel = FogFunction(
        "fog.task_cancel",
        method: "Task:cancel",
        "Calls a task off.",
        Parameter<TaskArgument>("task", "task to call off"),
        returns: Parameter<TaskObject>(result: "task", "the task as it is now"),
        operation: "cancelTask",
        errors: ["not_found", "denied"]
    ) { _, task in
        let operation = FogOperation.cancelTask(task.id)
        return try Asking.tasks(operation).map { EntityObject(try Asking.one($0, operation)) }
    }

    static let wait = FogFunction(
        "fog.wait",
        method: "Task:wait",
        "Waits until tasks have ended, and says how.",
        Parameter<OneOrMany<TaskArgument>>("task", "task, or a list of tasks"),
        Parameter<WaitOptionTable?>("options", "how long to wait for what"),
        details: "A host that fails is no error: its verdict says so.",
        returns: Parameter<Verdicts>(
            result: "verdict",
            "verdict; a list in the order of the tasks where a list was given"
        ),
        operation: "wait",
        errors: ["unavailable"]
    ) { _, tasks, options in
        let operation = FogOperation.wait(tasks.all.map(\.id), (options ?? WaitOptionTable()).waitOptions)
        return try Asking.answer(to: operation).map { answer in
            guard case .verdicts(let verdicts) = answer, verdicts.count == tasks.all.count else {
                throw Asking.mismatch(operation)
            }
            return Verdicts(verdicts, isList: tasks.isList)
        }
    }

    private static func objects(_ tasks: [FogTask]) -> [TaskObject] {
        tasks.map { EntityObject($0) }
    }
}
