package import FogModel

/// What has become of the hosts on which a run worked.
package struct RunOutcome: Hashable, Sendable {
    /// Hosts whose last task is complete, in the order in which the run first met them.
    package var done: [HostOutcome] = []
    /// Hosts whose last task was refused, failed, or was given up, in the same order.
    package var failed: [HostOutcome] = []

    /// Whether the program is to say by its exit code that some hosts failed.
    package var hasFailures: Bool { !failed.isEmpty }
}

/// What last became of one host.
package struct HostOutcome: Hashable, Sendable {
    /// What became of it.
    package enum Result: Hashable, Sendable {
        /// Its task ended, or was given up.
        case verdict(Verdict)
        /// It could not be given a task, or nobody could see what became of it.
        case refused(FogError)
    }

    /// Name of the server; nil for the one that the run is about.
    package var server: String?
    /// Number of the host; nil where the server names none for a task that was waited for.
    package var host: HostID?
    /// Name of the host; nil where nothing has told it.
    package var hostname: String?
    /// What became of it.
    package var result: Result

    /// Whether it was done.
    package var isDone: Bool {
        if case .verdict(let verdict) = result { verdict.outcome == .done } else { false }
    }

    /// Why, one line, as in `stalled: no progress since 42 % for 10 minutes`.
    package var reason: String {
        switch result {
        case .verdict(let verdict): "\(verdict.outcome.words): \(verdict.evidence)"
        case .refused(let error): error.description
        }
    }
}
