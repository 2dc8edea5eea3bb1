package import FogModel

/// What can be asked about the run's own clock and operator.
package enum SessionOperation: OperationFamily {
    /// Waits for some seconds, 0 or more; answered by `done`.
    case sleep(Double)
    /// Asks for the time; answered by `time`.
    case now
    /// Asks the operator; answered by `flag`.
    case confirm(Confirmation)
    /// Counts a host as not done, whatever came of its tasks; answered by `done`.
    case fail(FailedHost, reason: String)
    /// Prepares the way to another server by its name in the operator's settings; answered by `done`.
    case open(server: String)
    /// Makes a handle of `fog` that may do less; answered by `numbers` with its own.
    case restrict(PermissionSet)
    /// Asks whether a thing is granted, for a host or in general; answered by `permission`.
    case permitted(Grant, HostID?)
    /// Tells what is about to be done, to which hosts: where leave for it is to be asked for, that is done now, for all
    /// of them; answered by `done`, and `denied` where the answer is no.
    case announce(Grant, [HostID])

    package var name: String {
        switch self {
        case .sleep: "sleep"
        case .now: "now"
        case .confirm: "confirm"
        case .fail: "failHost"
        case .open: "openServer"
        case .restrict: "restrict"
        case .permitted: "permitted"
        case .announce: "announce"
        }
    }

    package var effect: Effect { .nothing }
}

/// A question to the operator before something is changed.
package struct Confirmation: Hashable, Codable, Sendable {
    /// What is about to be done, one line or a few.
    package var question: String
    /// How many hosts it touches; nil where the script does not say.
    package var hostCount: Int?

    /// Makes a question.
    package init(question: String, hostCount: Int?) {
        self.question = question
        self.hostCount = hostCount
    }
}
