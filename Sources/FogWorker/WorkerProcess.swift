internal import CConfine
import Glibc

/// A process that was started with nothing but one end of a socket pair.
///
/// It is killed when the thread that started it ends, so that must live as long.
package struct WorkerProcess: Sendable {
    /// Number of the process, and of its group.
    package let number: Int32
    /// Our end of the socket pair.
    package let socket: Channel

    /// Starts a program in a process group of its own, without an environment.
    ///
    /// - Parameters:
    ///   - path: program; `/proc/self/exe` is this one.
    ///   - arguments: its arguments, the first its name; every user of the machine sees them.
    /// - Throws: ``WorkerError``.
    package init(_ path: String, _ arguments: [String]) throws(WorkerError) {
        var socket: Int32 = -1
        var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { _ = unsafe words.map { unsafe free($0) } }
        let number = unsafe confine_spawn(path, &words, &socket)
        guard number > 0 else { throw WorkerError("the worker process could not be started (error \(errno))") }
        self.number = number
        self.socket = Channel(descriptor: socket)
    }

    /// Kills the process and all in its group; not after ``wait()``.
    package func kill() { confine_kill(number) }

    /// Waits for the end of the process, once.
    package func wait() -> WorkerEnd { WorkerEnd(status: confine_reap(number)) }

    /// Processor's time that it has used; nil where it is gone.
    package var processorTime: Duration? {
        let time = confine_processor_time(number)
        return time < 0 ? nil : .milliseconds(time)
    }
}

/// How a process has ended.
package enum WorkerEnd: Hashable, Sendable {
    /// By itself, with a code.
    case exit(Int32)
    /// By a signal.
    case signal(Int32)

    init(status: Int32) {
        self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
}

/// Why a worker cannot be used.
package struct WorkerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, one line.
    package var description: String

    init(_ description: String) { self.description = description }
}
