/// Computer behind a host's row.
struct Machine: Sendable {
    enum Power: Sendable, Equatable {
        case off
        /// Between power and the network boot or the running system.
        case starting
        case running
        /// Imaging system runs a task.
        case working(task: Int)
        /// Hangs until its power is cut.
        case hung
    }

    var power: Power = .off
    /// Number of this start; events of an earlier one no longer count.
    var life = 0
    /// Whether it has had its turn and reports.
    var isReporting = false
    /// Elapsed time at which the present work began.
    var began: Duration = .zero
    /// How long the present work takes.
    var length: Duration = .zero
    /// Number of the image on its disk; 0 for none.
    var disk = 0
}
