import FogTime
import Synchronization

/// Ends what computes for too long: that is a script's right, and no find.
final class Watch: Sendable {
    /// Tenths of a second that an input may take.
    private static let patience = 5

    private struct State {
        var stop: (@Sendable () -> Void)?
        var ticks = 0
    }

    private let state = Mutex(State())

    /// One for all targets, so that no input costs a thread.
    static let shared: Watch = {
        let watch = Watch()
        Ticker(name: "watch", every: 0.1) { watch.tick() }.start()
        return watch
    }()

    /// Calls `stop` from another thread if `work` takes too long.
    func during<Result>(_ stop: @escaping @Sendable () -> Void, _ work: () throws -> Result) rethrows -> Result {
        state.withLock { $0 = State(stop: stop) }
        defer { state.withLock { $0 = State() } }
        return try work()
    }

    private func tick() {
        state.withLock { state in
            state.ticks += 1
            if state.ticks > Self.patience { state.stop?() }
        }
    }
}
