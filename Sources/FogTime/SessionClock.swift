package import Foundation

/// The one clock of a broker's process, live or virtual.
///
/// Whatever waits or tells the time has it passed in; no module reads another clock.
package protocol SessionClock: Clock<Duration>, Sendable where Instant == SessionInstant {
    /// Date at ``SessionInstant/start``, by the clock of the wall.
    var startDate: Date { get }
}

/// A moment by a session's clock.
package struct SessionInstant: InstantProtocol, Hashable, Sendable {
    /// Time since the session's clock was started.
    package var elapsed: Duration

    /// Moment at which the clock was started.
    package static let start: SessionInstant = SessionInstant(elapsed: .zero)

    /// Makes a moment.
    package init(elapsed: Duration) {
        self.elapsed = elapsed
    }

    /// Gives the moment that comes some time later.
    package func advanced(by duration: Duration) -> SessionInstant {
        SessionInstant(elapsed: elapsed + duration)
    }

    /// Gives the time until another moment; negative where that came before.
    package func duration(to other: SessionInstant) -> Duration {
        other.elapsed - elapsed
    }

    /// Compares by time.
    package static func < (one: SessionInstant, other: SessionInstant) -> Bool {
        one.elapsed < other.elapsed
    }
}

extension SessionClock {
    /// Seconds since 1970-01-01 UTC.
    package var secondsSince1970: Double {
        startDate.timeIntervalSince1970 + now.elapsed / .seconds(1)
    }
}
