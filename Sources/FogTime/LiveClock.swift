package import Foundation

/// Clock that runs with the machine's own.
package struct LiveClock: SessionClock {
    private let base = ContinuousClock()
    private let origin: ContinuousClock.Instant

    package let startDate: Date

    /// Starts the clock.
    ///
    /// - Parameter date: date of the wall's clock at this moment.
    package init(startDate date: Date) {
        origin = base.now
        startDate = date
    }

    /// Time since the clock was started.
    package var now: SessionInstant { SessionInstant(elapsed: origin.duration(to: base.now)) }

    /// Smallest difference between two moments.
    package var minimumResolution: Duration { base.minimumResolution }

    /// Waits until a moment.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    package func sleep(until deadline: SessionInstant, tolerance: Duration?) async throws {
        try await base.sleep(until: origin.advanced(by: deadline.elapsed), tolerance: tolerance)
    }
}
