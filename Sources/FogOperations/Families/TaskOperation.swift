package import FogModel

/// What can be asked about tasks.
package enum TaskOperation: OperationFamily {
    /// Lists tasks; answered by `rows`.
    case list(TaskQuery)
    /// Gives a host a task; answered by `created`.
    case create(HostID, TaskTypeKey, TaskOptions)
    /// Images hosts in one stream; the image is that of the hosts where it is nil; answered by `multicast`.
    case multicast([HostID], image: ImageID?, TaskOptions)
    /// Has the server make a task later; answered by `rows` with the scheduled task.
    case schedule(ScheduleDraft)
    /// Calls a scheduled task off; answered by `done`.
    case unschedule(ScheduledTaskID)
    /// Calls a task off; answered by `rows` with the task as it is now.
    case cancel(TaskID)
    /// Calls off whatever a host is to do; answered by `rows` with the tasks as they are now.
    case cancelAll(of: HostID)
    /// Calls a snapin job off; answered by `rows` with the job as it is now.
    case cancelSnapinJob(SnapinJobID)
    /// Calls a multicast session off with the tasks of its hosts; answered by `rows` with the session.
    case cancelSession(MulticastSessionID)
    /// Lists the tasks that have joined a multicast session; answered by `rows`.
    case joined(MulticastSessionID)
    /// Asks why a host is where it is; answered by `reason`.
    case explain(HostID)
    /// Waits for tasks or snapins; answered by `verdicts`.
    case wait([WaitTarget], WaitOptions)

    package var name: String {
        switch self {
        case .list: "listTasks"
        case .create: "createTask"
        case .multicast: "createMulticast"
        case .schedule: "scheduleTask"
        case .unschedule: "unscheduleTask"
        case .cancel: "cancelTask"
        case .cancelAll: "cancelTasksOfHost"
        case .cancelSnapinJob: "cancelSnapinJob"
        case .cancelSession: "cancelMulticastSession"
        case .joined: "listJoinedTasks"
        case .explain: "explain"
        case .wait: "wait"
        }
    }

    package var effect: Effect {
        switch self {
        case .list, .joined, .explain, .wait: .read
        case .create(_, let type, _): .task(type)
        case .multicast: .task(.name(.multicast))
        case .schedule(let draft): .task(draft.type)
        case .unschedule, .cancel, .cancelAll, .cancelSnapinJob, .cancelSession: .cancel
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .create(let host, _, _), .cancelAll(let host): [host]
        case .multicast(let hosts, _, _): hosts
        case .schedule(let draft): if case .host(let host) = draft.target { [host] } else { [] }
        default: []
        }
    }
}
