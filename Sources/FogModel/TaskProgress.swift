/// How far a task has come, as people are shown it.
package struct TaskProgress: Hashable, Sendable {
    /// What is waited for.
    package var target: WaitTarget
    /// Number of its host; nil where the server names none.
    package var host: HostID?
    /// Name of its host; nil where the server names none.
    package var hostname: String?
    /// State in a word or two, as in `in progress`.
    package var state: String
    /// How far it is, 0 to 100; of a snapin job how many of its snapins have ended.
    package var percent: Int
    /// Rate as the client words it; nil where it is not known.
    package var rate: String?
    /// Time left as the client words it; nil where it is not known.
    package var timeLeft: String?
    /// Place among the hosts that wait for a slot, from 1; nil where the host does not wait for one.
    package var queue: Int?
    /// Multicast session of the task; nil for any other.
    package var session: SessionSight?

    /// Makes a progress.
    package init(target: WaitTarget, host: HostID?, hostname: String?, state: String, percent: Int) {
        self.target = target
        self.host = host
        self.hostname = hostname
        self.state = state
        self.percent = percent
    }

    /// Takes what is shown from a task.
    ///
    /// - Parameters:
    ///   - task: task as the server has it.
    ///   - queue: its place in the queue.
    ///   - session: its multicast session.
    package init(_ task: FogTask, queue: Int?, session: SessionSight? = nil) {
        target = .task(task.id)
        host = task.hostID
        hostname = task.hostname
        state = task.state?.word ?? task.statename ?? "state \(task.stateID)"
        percent = task.percent
        rate = task.bpm
        timeLeft = task.timeRemaining
        self.queue = queue
        self.session = session
    }
}

/// How many hosts a multicast session has and waits for.
package struct SessionSight: Hashable, Codable, Sendable {
    /// Name of the session.
    package var name: String
    /// Hosts that have come.
    package var joined: Int
    /// Hosts that have a task in it.
    package var expected: Int

    /// Counts the hosts of a session by their tasks: FOG's own numbers are -1 and 0 until the stream begins.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/multicastsession/ID`.
    package init(_ session: MulticastSession, _ tasks: [FogTask]) {
        name = session.name
        joined = tasks.count { $0.state == .checkedIn || $0.state == .inProgress }
        expected = tasks.count
    }
}

extension TaskProgress: Codable {
    private enum CodingKeys: String, CodingKey {
        case host, hostname, state, percent, rate
        case timeLeft = "time_left"
        case queue, session
    }

    /// Reads a progress with its target from one flat object.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            target: try WaitTarget(from: decoder),
            host: try container.decodeIfPresent(HostID.self, forKey: .host),
            hostname: try container.decodeIfPresent(String.self, forKey: .hostname),
            state: try container.decode(String.self, forKey: .state),
            percent: try container.decode(Int.self, forKey: .percent)
        )
        rate = try container.decodeIfPresent(String.self, forKey: .rate)
        timeLeft = try container.decodeIfPresent(String.self, forKey: .timeLeft)
        queue = try container.decodeIfPresent(Int.self, forKey: .queue)
        session = try container.decodeIfPresent(SessionSight.self, forKey: .session)
    }

    /// Writes one flat object, so that `task` stands where it always stood.
    package func encode(to encoder: any Encoder) throws {
        try target.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(host, forKey: .host)
        try container.encodeIfPresent(hostname, forKey: .hostname)
        try container.encode(state, forKey: .state)
        try container.encode(percent, forKey: .percent)
        try container.encodeIfPresent(rate, forKey: .rate)
        try container.encodeIfPresent(timeLeft, forKey: .timeLeft)
        try container.encodeIfPresent(queue, forKey: .queue)
        try container.encodeIfPresent(session, forKey: .session)
    }
}
