import Dispatch
import Glibc

/// Calls an action for each signal that asks the program to end.
final class SignalWatch {
    private let sources: [any DispatchSourceSignal]

    /// Watches from now on.
    ///
    /// - Parameter action: called on a queue of its own with the signal's name.
    init(_ action: @escaping @Sendable (String) -> Void) {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "signals")
        sources = [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP")].map { number, name in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { action(name) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
