package import FogModel
package import FogSession

/// How the program ends, as shells and schedulers see it.
///
/// A number never changes its meaning.
package enum ExitCode: Int32, Error, CaseIterable, Sendable {
    case success = 0
    case scriptError = 1
    case usage = 2
    case someHostsFailed = 3
    case budgetHit = 4
    case denied = 5
    case windowClosed = 7
    case unreachable = 8
    case limitExceeded = 10
    case interrupted = 130

    /// Meaning in one line.
    package var meaning: String {
        switch self {
        case .success: "everything was done"
        case .scriptError: "the script ended with an error"
        case .usage: "the command, a parameter or a setting does not hold"
        case .someHostsFailed: "at least one host was not done"
        case .budgetHit: "more hosts failed than the script allows"
        case .denied: "something was not permitted, or the answer was no"
        case .windowClosed: "the window in which the script may start things is closed"
        case .unreachable: "the server cannot be reached or refuses the login"
        case .limitExceeded: "the script reached one of its limits"
        case .interrupted: "the run was interrupted"
        }
    }

    /// Code for a script that did not come to its end.
    package init(_ failure: ScriptFailure) {
        switch failure.kind {
        case .syntax, .crashed: self = .scriptError
        case .usage: self = .usage
        case .memory, .deadline, .limit: self = .limitExceeded
        case .cancelled: self = .interrupted
        case .script: self = failure.error.map { ExitCode($0.code) } ?? .scriptError
        }
    }

    /// Code for an operation's error that nobody caught.
    package init(_ code: FogError.Code) {
        switch code {
        case .auth, .unavailable: self = .unreachable
        case .denied: self = .denied
        case .cancelled: self = .interrupted
        case .limit: self = .limitExceeded
        case .budget: self = .budgetHit
        case .window: self = .windowClosed
        default: self = .scriptError
        }
    }
}
