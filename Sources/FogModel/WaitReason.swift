/// Why a host is where it is.
package struct WaitReason: Hashable, Codable, Sendable {
    /// What a host waits for or does.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// It has nothing to do.
        case idle
        /// It has a task and was not heard of since.
        case notBooted = "not_booted"
        /// It waits for a slot of its storage.
        case inQueue = "in_queue"
        /// It waits for the other hosts of its multicast session.
        case waitsForSession = "waits_for_session"
        /// It images.
        case imaging
        /// It does something else that was booted for.
        case working
        /// Its client runs snapins, or is to.
        case runsSnapins = "runs_snapins"
    }

    /// What it waits for or does.
    package var kind: Kind
    /// The same in a sentence, with what to do about it.
    package var text: String
    /// Number of the task; nil where it has none.
    package var task: TaskID?
    /// Place in the queue, from 1; nil outside of it.
    package var place: Int?
    /// Slots of its storage that are taken; nil where they do not matter.
    package var used: Int?
    /// Slots that its storage has; nil where they do not matter.
    package var slots: Int?

    /// Makes a reason.
    package init(
        _ kind: Kind,
        _ text: String,
        task: TaskID? = nil,
        place: Int? = nil,
        used: Int? = nil,
        slots: Int? = nil
    ) {
        self.kind = kind
        self.text = text
        self.task = task
        self.place = place
        self.used = used
        self.slots = slots
    }
}
