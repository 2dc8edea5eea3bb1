package import FogTime

/// Counts the time during which a server answered.
///
/// Hosts are judged by this time: while nobody can see what they do, nothing is held against them.
package struct AnsweredTime: Sendable {
    private var counted = Duration.zero
    private var lastAnswer: SessionInstant
    /// First look that the server did not answer; nil while it answers.
    package private(set) var refusedSince: SessionInstant?
    /// Looks in a row that it did not answer.
    private var refusals = 0

    /// Begins to count.
    package init(from now: SessionInstant) {
        lastAnswer = now
    }

    /// Gives the time counted up to a moment.
    package func elapsed(at now: SessionInstant) -> Duration {
        refusedSince == nil ? counted + lastAnswer.duration(to: now) : counted
    }

    /// Notes that the server answered.
    ///
    /// - Returns: how long it had been away; nil where it had not been called away.
    package mutating func answered(at now: SessionInstant) -> Duration? {
        defer {
            lastAnswer = now
            refusedSince = nil
            refusals = 0
        }
        guard let since = refusedSince else {
            counted += lastAnswer.duration(to: now)
            return nil
        }
        return refusals > 1 ? since.duration(to: now) : nil
    }

    /// Notes that the server did not answer.
    ///
    /// - Returns: whether to call it away from now on: at the second time, since one lost answer is nothing.
    package mutating func refused(at now: SessionInstant) -> Bool {
        refusedSince = refusedSince ?? now
        refusals += 1
        return refusals == 2
    }
}
