import FogModel
import FogOperations
import ScriptAPI

/// Functions about work for several hosts, and about work for later.
enum WorkFunctions {
    static let all: [FogFunction] = [multicast, cancelSession, schedule, unschedule]

    static let multicast = FogFunction(
        "fog.multicast",
        "Images hosts in one stream.",
        Parameter<HostsArgument>("hosts", "hosts: a selector, or a list of hosts, numbers or names"),
        Parameter<MulticastOptions?>("options", "how"),
        details:
            "All hosts have to have the same image. The stream begins when all are there; tasks of hosts that never come "
            + "hold it up, so wait for it and cancel those. Their disks are overwritten.",
        returns: Parameter<MulticastObject>(result: "multicast", "session, tasks, and the hosts that are not in it"),
        operation: "createMulticast",
        errors: ["not_found", "conflict", "refused", "denied", "uncertain"],
        example: "local multicast = fog.multicast({ \"pc-001\", \"pc-002\" }, { wake = true })\n"
            + "for _, verdict in ipairs(multicast:wait()) do\n  print(verdict.host, verdict.outcome)\nend"
    ) { fog, hosts, options in
        let options = options ?? MulticastOptions()
        return try hosts.ids(on: fog).then { ids in
            try image(options.image, fog).then { image in
                let operation = FogOperation.tasks(.multicast(ids, image: image, options.options))
                return try Asking.answer(to: operation).map { answer in
                    guard case .multicast(let work) = answer else { throw Asking.mismatch(operation) }
                    return MulticastObject(work, of: fog.place)
                }
            }
        }
    }

    private static func image(_ argument: RowArgument<Image>?, _ fog: FogHandle) throws -> Ask<ImageID?> {
        guard let argument else { return .done(nil) }
        return try Lookup.id(argument, fog).map { $0 }
    }

    static let cancelSession = FogFunction(
        "fog.multicast_cancel",
        method: "MulticastSession:cancel",
        "Calls a multicast session off, with the tasks of its hosts.",
        Parameter<RowArgument<MulticastSession>>("session", "session to call off"),
        returns: Parameter<EntityObject<MulticastSession>>(result: "session", "the session as it is now"),
        operation: "cancelMulticastSession",
        errors: ["not_found", "denied"],
        example: "fog.multicast({ \"pc-001\", \"pc-002\" }).sessions[1]:cancel()"
    ) { fog, session in
        try Lookup.id(session, fog).then { id in
            try Asking.row(MulticastSession.self, .tasks(.cancelSession(id))).map(fog.object)
        }
    }

    static let schedule = FogFunction(
        "fog.schedule",
        "Has the server make a task later, once or again and again.",
        Parameter<ScheduleOptions>("task", "what, for whom, and when"),
        details:
            "The server does it by itself, whether or not Foghorn runs. A group means the hosts that are in it then.",
        returns: Parameter<EntityObject<ScheduledTask>>(result: "scheduled_task", "the scheduled task"),
        operation: "scheduleTask",
        errors: ["not_found", "invalid_argument", "refused", "denied", "uncertain"],
        example: "fog.schedule({ group = \"Lab A\", type = \"inventory\", cron = \"0 22 * * 5\", wake = true })"
    ) { fog, options in
        try options.draft(fog).then { draft in
            try Asking.row(ScheduledTask.self, .tasks(.schedule(draft))).map(fog.object)
        }
    }

    static let unschedule = FogFunction(
        "fog.scheduled_task_cancel",
        method: "ScheduledTask:cancel",
        "Calls a scheduled task off; what it has made already goes on.",
        Parameter<RowArgument<ScheduledTask>>("scheduled_task", "scheduled task to call off"),
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "unscheduleTask",
        errors: ["not_found", "denied"],
        example: "for _, task in ipairs(fog.scheduled_tasks()) do\n  task:cancel()\nend"
    ) { fog, task in
        try Lookup.id(task, fog).then { id in
            try Asking.answer(to: .tasks(.unschedule(id))).map { _ in Nothing() }
        }
    }
}
