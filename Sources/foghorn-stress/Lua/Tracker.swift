package import LuaKit
import Synchronization

/// Counts the objects and the Swift frames of one run, so that what leaks or is jumped over shows.
package final class Tracker: Sendable {
    /// An object that Lua, closures and errors hold.
    package final class Object: Sendable {
        /// Number given to it.
        package let number: Int
        private let tracker: Tracker

        init(_ number: Int, _ tracker: Tracker) {
            self.number = number
            self.tracker = tracker
        }

        deinit {
            tracker.counts.withLock { $0.alive -= 1 }
        }
    }

    /// What was counted.
    package struct Counts: Sendable {
        /// Objects made.
        package var made = 0
        /// Objects alive.
        package var alive = 0
        /// Swift frames below Lua that were entered.
        package var entered = 0
        /// Those of them that were left in the usual way.
        package var left = 0
    }

    private let counts = Mutex(Counts())
    private let stop = Mutex<LuaStop?>(nil)

    /// Makes a tracker that has counted nothing.
    package init() {}

    /// What was counted so far.
    package var current: Counts { counts.withLock { $0 } }

    /// Makes an object.
    package func make() -> Object {
        let number = counts.withLock { counts in
            counts.made += 1
            counts.alive += 1
            return counts.made
        }
        return Object(number, self)
    }

    /// Asks a machine to give way in each bound function from now on.
    package func nudge(_ stop: LuaStop) {
        self.stop.withLock { $0 = stop }
    }

    /// Runs the body of a bound function and counts its frame.
    package func frame<Result>(_ body: () throws -> Result) rethrows -> Result {
        counts.withLock { $0.entered += 1 }
        stop.withLock { $0 }?.giveWay()
        defer { counts.withLock { $0.left += 1 } }
        return try body()
    }
}
