package import FogTime

/// Counts the time during which a server answered.
///
/// Hosts are judged by this time: while nobody can see what they do, nothing is held against them.
package struct AnsweredTime: Sendable {
    private var counted = Duration.zero
    private var lastAnswer: SessionInstant
    /// First look that the server did not answer; nil while it answers.
    package private(set) var refusedSince: SessionInstant?

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
    /// - Returns: how long it had not; nil where it answered the look before.
    package mutating func answered(at now: SessionInstant) -> Duration? {
        defer { lastAnswer = now }
        guard let since = refusedSince else {
            counted += lastAnswer.duration(to: now)
            return nil
        }
        refusedSince = nil
        return since.duration(to: now)
    }

    /// Notes that the server did not answer.
    ///
    /// - Returns: whether it had answered the look before.
    package mutating func refused(at now: SessionInstant) -> Bool {
        guard refusedSince == nil else { return false }
        refusedSince = now
        return true
    }
}
