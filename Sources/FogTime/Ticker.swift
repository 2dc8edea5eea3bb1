import Foundation
import Synchronization

/// Calls something at a regular pace of real time while it is switched on, from a thread of its own.
///
/// Only for limits on what a processor does; everything else goes by a ``SessionClock``.
package final class Ticker: Sendable {
    private struct State {
        var isOn = false
        var isEnded = false
    }

    private let state = Mutex(State())
    private let change = NSCondition()

    /// Starts the thread; it sleeps until the ticker is switched on.
    ///
    /// - Parameters:
    ///   - name: thread's name for debuggers.
    ///   - seconds: real time between two calls.
    ///   - action: called on the ticker's thread.
    package init(name: String, every seconds: Double, action: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in run(seconds, action) }
        thread.name = name
        thread.start()
    }

    /// Switches the ticker on; the first call comes after one pace.
    package func start() {
        if !state.withLock({ $0.isOn }) { set { $0.isOn = true } }
    }

    /// Switches the ticker off.
    package func stop() { set { $0.isOn = false } }

    /// Ends the thread for good.
    package func end() { set { $0.isEnded = true } }

    private func set(_ update: (inout State) -> Void) {
        change.lock()
        state.withLock { update(&$0) }
        change.signal()
        change.unlock()
    }

    private func run(_ seconds: Double, _ action: @Sendable () -> Void) {
        change.lock()
        defer { change.unlock() }
        var pace: Pace?
        while !state.withLock({ $0.isEnded }) {
            guard state.withLock({ $0.isOn }) else {
                pace = nil
                change.wait()
                continue
            }
            var times = pace ?? Pace(every: seconds, from: Date())
            let deadline = times.next(at: Date())
            pace = times
            while change.wait(until: deadline), state.withLock({ $0.isOn && !$0.isEnded }) {}
            guard state.withLock({ $0.isOn && !$0.isEnded }) else { continue }
            change.unlock()
            action()
            change.lock()
        }
    }
}
