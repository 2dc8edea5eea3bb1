/// What asking for a task has led to.
public struct CreatedTask: Hashable, Codable, Sendable {
    /// What there is to wait for.
    public enum Work: Hashable, Codable, Sendable {
        /// A task.
        case task(FogTask)
        /// Snapins that the host's client runs.
        case snapins(SnapinWork)
        /// Nothing: the host was only woken.
        case nothing
    }

    /// What there is to wait for.
    public var work: Work
    /// Tasks of the host that were called off for it, as they are afterwards.
    public var replaced: [FogTask]

    /// Makes a result.
    public init(work: Work, replaced: [FogTask] = []) {
        self.work = work
        self.replaced = replaced
    }

    /// Task that stands on the server for the work; nil where there is none, or where snapins run without one.
    public var task: FogTask? {
        switch work {
        case .task(let task): task
        case .snapins(let work): work.task
        case .nothing: nil
        }
    }
}

/// Snapins that a host has been given to run.
///
/// The rows of the job are what counts: FOG renames the task that stands for them, and joins it with an older one.
public struct SnapinWork: Hashable, Codable, Sendable {
    /// One snapin of the job.
    public struct Part: Hashable, Codable, Sendable {
        /// Number of the snapin task.
        public var id: SnapinTaskID
        /// Number of the snapin.
        public var snapin: SnapinID

        /// Makes a part.
        public init(id: SnapinTaskID, snapin: SnapinID) {
            self.id = id
            self.snapin = snapin
        }
    }

    /// Number of the snapin job.
    public var job: SnapinJobID
    /// Snapins that were asked for, by the number of the snapin task; one at least.
    public var parts: [Part]
    /// Task that stands for the job; nil where the server shows none for the host.
    public var task: FogTask?

    /// Makes a piece of work.
    public init(job: SnapinJobID, parts: [Part], task: FogTask?) {
        self.job = job
        self.parts = parts
        self.task = task
    }
}
