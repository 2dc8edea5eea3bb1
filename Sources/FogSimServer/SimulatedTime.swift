/// Time of a simulation that runs at a multiple of a clock's.
struct SimulatedTime: Sendable {
    /// Gives the simulated time since the beginning.
    let elapsed: @Sendable () -> Duration

    private let wait: @Sendable (Duration) async throws -> Void

    /// Begins now.
    ///
    /// - Parameters:
    ///   - clock: clock that goes on by itself.
    ///   - speed: simulated seconds a second, more than 0.
    init<C: Clock<Duration>>(clock: C, speed: Double) {
        precondition(speed > 0, "a simulation that stands still never answers a client that waits (bug)")
        let origin = clock.now
        elapsed = { origin.duration(to: clock.now) * speed }
        wait = { try await clock.sleep(until: origin.advanced(by: $0 / speed), tolerance: nil) }
    }

    /// Waits until a simulated moment.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    func sleep(until moment: Duration) async throws {
        try await wait(moment)
    }
}
