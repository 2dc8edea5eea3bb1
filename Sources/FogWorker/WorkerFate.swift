import FogModel
import FogSession
import Glibc

/// Why a worker is no more.
enum WorkerFate: Hashable {
    /// By our own will.
    case killed
    /// It has left, or something has killed it.
    case ended(WorkerEnd)
    /// It has said nothing for too long, and has used so much of the processor's time meanwhile.
    case silent(Duration)
    /// It has said what makes no sense.
    case nonsense(String)
    /// It could not put up its walls, for a reason with that number.
    case unconfined(Int)
    /// It could not be started.
    case notStarted(String)

    /// What has become of the script.
    ///
    /// - Parameter place: where it was seen last.
    /// - Returns: failure that names the place.
    func failure(at place: ScriptPlace?) -> ScriptFailure {
        let seen = place.map { "; the script was last seen at \($0)" } ?? ""
        var failure = ScriptFailure(kind, words + seen)
        failure.source = place?.source
        failure.line = place?.line
        return failure
    }

    private var kind: ScriptFailure.Kind {
        switch self {
        case .killed: .cancelled
        case .silent, .ended(.signal(SIGXCPU)): .deadline
        default: .crashed
        }
    }

    private var words: String {
        switch self {
        case .killed: "killed"
        case .ended(let end): "the script's process \(Self.words(end))"
        case .silent(let used):
            used > .seconds(1)
                ? "the script computed for \(used.components.seconds) s without an end, and was killed"
                : "the script's process gave no answer any more, and was killed"
        case .nonsense(let what): "the script's process broke the protocol and was killed: \(what)"
        case .unconfined(let code): "the script's process could not be confined (error \(code)), and has run nothing"
        case .notStarted(let what): what
        }
    }

    private static func words(_ end: WorkerEnd) -> String {
        switch end {
        case .exit(127): "could not be started: is the program still where it was?"
        case .exit(let code): "ended by itself with code \(code)"
        case .signal(SIGSYS): "was killed: it made a system call that no script needs"
        case .signal(SIGXCPU): "was killed: it has used all the processor's time that it may"
        case .signal(SIGKILL): "was killed from outside, perhaps for lack of memory"
        case .signal(let number): "crashed by signal \(number), perhaps for lack of memory"
        }
    }
}
