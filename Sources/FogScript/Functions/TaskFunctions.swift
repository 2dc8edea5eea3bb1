import FogModel
import FogOperations
import ScriptAPI

/// Functions about tasks.
enum TaskFunctions {
    typealias TaskObject = EntityObject<FogTask>

    static let all: [FogFunction] = [types, create, list, cancel, cancelAll]

    static let types = FogFunction(
        "fog.task_types",
        "Lists the server's task types.",
        returns: Parameter<[EntityObject<TaskType>]>(result: "types", "all task types in the server's order"),
        operation: "listTaskTypes",
        example: "for _, type in ipairs(fog.task_types()) do\n  print(type.id, type.name)\nend"
    ) { fog in
        try Asking.all(TaskType.self).map(fog.objects)
    }

    static let create = FogFunction(
        "fog.task",
        method: "Host:task",
        "Gives a host a task.",
        Parameter<RowArgument<Host>>("host", "host that gets it"),
        Parameter<TaskTypeArgument>("type", "what to do: deploy, capture, inventory, wake, ... or the server's number"),
        Parameter<TaskOptionTable?>("options", "how"),
        details:
            "The task waits until the host next boots from the network. A deploy overwrites the host's disk. A capture "
            + "is refused while its image is being deployed, and a deploy while its image is being captured.",
        returns: Parameter<CreatedValue>(
            result: "task",
            "the task, or the snapins that the client is to run; nil for types that leave nothing to wait for"
        ),
        operation: "createTask",
        errors: ["not_found", "conflict", "refused", "denied", "uncertain"],
        example: "local task = fog.host(\"pc-001\"):task(\"deploy\", { wake = true })\nprint(task)"
    ) { fog, host, type, options in
        try Lookup.id(host, fog).then { id in
            try (options ?? TaskOptionTable()).found(fog).then { options in
                let operation = FogOperation.tasks(.create(id, type.key, options))
                return try Asking.answer(to: operation).map { answer in
                    guard case .created(let created) = answer else { throw Asking.mismatch(operation) }
                    return CreatedValue(created, on: id, fog)
                }
            }
        }
    }

    static let list = FogFunction(
        "fog.tasks",
        "Lists tasks.",
        Parameter<TaskQueryTable?>("query", "which tasks; every active one if absent"),
        returns: Parameter<[TaskObject]>(result: "tasks", "tasks in the server's order; empty where none fits"),
        operation: "listTasks",
        example: "for _, task in ipairs(fog.tasks()) do\n  print(task)\nend"
    ) { fog, query in
        let ids = try query?.ids?.all.map { try $0.id(on: fog) }
        let isActiveOnly = query?.active ?? (ids == nil)
        guard let hosts = query?.hosts?.all else {
            let query = TaskQuery(activeOnly: isActiveOnly, ids: ids)
            return try Asking.rows(FogTask.self, .tasks(.list(query))).map(fog.objects)
        }
        return try Lookup.ids(hosts, fog).then { hosts in
            let query = TaskQuery(activeOnly: isActiveOnly, ids: ids, hosts: hosts)
            return try Asking.rows(FogTask.self, .tasks(.list(query))).map(fog.objects)
        }
    }

    static let cancelAll = FogFunction(
        "fog.host_cancel_tasks",
        method: "Host:cancel_tasks",
        "Calls off whatever a host is to do.",
        Parameter<RowArgument<Host>>("host", "host whose tasks are called off"),
        returns: Parameter<[TaskObject]>(result: "tasks", "its tasks as they are now; empty where it had none"),
        operation: "cancelTasksOfHost",
        errors: ["not_found", "denied"],
        example: "local host = fog.host(\"pc-001\")\nhost:task(\"deploy\")\nprint(#host:cancel_tasks())"
    ) { fog, host in
        try Lookup.id(host, fog).then { id in
            try Asking.rows(FogTask.self, .tasks(.cancelAll(of: id))).map(fog.objects)
        }
    }

    static let cancel = FogFunction(
        "fog.task_cancel",
        method: "Task:cancel",
        "Calls a task off.",
        Parameter<TaskArgument>("task", "task to call off"),
        returns: Parameter<TaskObject>(result: "task", "the task as it is now"),
        operation: "cancelTask",
        errors: ["not_found", "denied"],
        example: "local task = fog.host(\"pc-001\"):task(\"deploy\")\ntask:cancel()"
    ) { fog, task in
        try Asking.row(FogTask.self, .tasks(.cancel(try task.id(on: fog)))).map(fog.object)
    }
}
