import FogSession
import Synchronization

/// Calls a run off on a signal, or when nobody reads its output any more.
///
/// The first time, the script is called off wherever it waits; if that does not end it within two seconds, or on the
/// second time, it is stopped wherever it is. Nothing is cancelled on the server.
final class Interruption {
    private final class State: Sendable {
        private let count = Mutex(0)

        /// Counts one more; gives which one it is.
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }

        var hasHappened: Bool { count.withLock { $0 > 0 } }
    }

    private let state = State()
    private let signals: SignalWatch

    /// Watches from now on.
    ///
    /// - Parameters:
    ///   - host: host of the script.
    ///   - note: tells the person who waits.
    init(_ host: SessionHost, note: @escaping @Sendable (String) -> Void) {
        let state = state
        let interrupt: @Sendable (String) -> Void = { cause in
            guard state.next() == 1 else { return host.kill() }
            note("foghorn: \(cause); the script is called off")
            host.cancel()
            Task {
                try await Task.sleep(for: .seconds(2))
                host.kill()
            }
        }
        signals = SignalWatch(interrupt)
        for file in [OutputFile.standard, .error] {
            file.setClosedAction { interrupt("nobody reads the output any more") }
        }
    }

    /// Whether the run was called off.
    var hasHappened: Bool { state.hasHappened }
}
