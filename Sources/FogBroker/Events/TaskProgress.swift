package import FogModel

/// How far a task has come, as people are shown it.
package struct TaskProgress: Hashable, Codable, Sendable {
    /// Task's number.
    package var task: TaskID
    /// Number of its host; nil where the server names none.
    package var host: HostID?
    /// Name of its host; nil where the server names none.
    package var hostname: String?
    /// State in a word or two, as in `in progress`.
    package var state: String
    /// How far it is, 0 to 100.
    package var percent: Int
    /// Rate as the client words it; nil where it is not known.
    package var rate: String?
    /// Time left as the client words it; nil where it is not known.
    package var timeLeft: String?
    /// Place among the hosts that wait for a slot, from 1; nil where the host does not wait for one.
    package var queue: Int?

    /// Takes what is shown from a task.
    ///
    /// - Parameters:
    ///   - task: task as the server has it.
    ///   - queue: its place in the queue.
    package init(_ task: FogTask, queue: Int?) {
        self.task = task.id
        host = task.hostID
        hostname = task.hostname
        state = task.state?.word ?? task.statename ?? "state \(task.stateID)"
        percent = task.percent
        rate = task.bpm
        timeLeft = task.timeRemaining
        self.queue = queue
    }

    private enum CodingKeys: String, CodingKey {
        case task, host, hostname, state, percent, rate
        case timeLeft = "time_left"
        case queue
    }
}
