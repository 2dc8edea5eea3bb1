/// How long a worker that has something to do may say nothing.
///
/// The worker itself stops a script that computes for too long, and says about once a second that it computes. Only one
/// that hangs in a single call, or is no longer ours, gets here.
package struct WorkerPatience: Hashable, Sendable {
    /// Time between two looks, in milliseconds.
    package var tick: Int
    /// Silent time of the processor that is let pass, as a multiple of the script's limit.
    package var processor: Double
    /// Silent time that is let pass, as a multiple of the script's limit.
    package var wall: Double
    /// Seconds that are let pass on top of the latter; one on top of the former.
    package var grace: Double

    /// Makes one.
    package init(tick: Int = 250, processor: Double = 1.5, wall: Double = 2, grace: Double = 5) {
        self.tick = tick
        self.processor = processor
        self.wall = wall
        self.grace = grace
    }
}

/// How long a worker has said nothing, counted in looks, so that no clock is read and a machine that sleeps does no harm.
struct Silence {
    private var looks = 0
    private var base: Duration?
    /// Processor's time that it has used in silence.
    private(set) var used = Duration.zero

    /// Counts a look at a worker that should say something.
    ///
    /// - Parameters:
    ///   - process: worker.
    ///   - patience: how long it may say nothing.
    ///   - limit: longest that the script may compute, in seconds.
    /// - Returns: whether patience is at an end.
    mutating func grow(_ process: WorkerProcess, _ patience: WorkerPatience, limit: Int) -> Bool {
        looks += 1
        if let now = process.processorTime {
            used = now - (base ?? now)
            base = base ?? now
        }
        if used > .seconds(Double(limit) * patience.processor + 1) { return true }
        return Duration.milliseconds(looks * patience.tick) > .seconds(Double(limit) * patience.wall + patience.grace)
    }
}
