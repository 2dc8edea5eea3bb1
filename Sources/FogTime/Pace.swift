package import Foundation

/// Times at a regular distance, kept though each is noticed late.
///
/// Counted from when it is noticed, a tenth of a second is two on a busy machine, and ten of them are two seconds.
package struct Pace: Sendable {
    private let seconds: Double
    private var last: Date

    /// How far behind it may be before it begins anew, as after a machine has slept.
    private static let patience = 1.0

    /// Begins at a time; the first one comes so many seconds later.
    package init(every seconds: Double, from start: Date) {
        self.seconds = seconds
        last = start
    }

    /// Gives the time that comes next, which may have passed already.
    package mutating func next(at now: Date) -> Date {
        last += seconds
        if last.distance(to: now) > Self.patience { last = now }
        return last
    }
}
