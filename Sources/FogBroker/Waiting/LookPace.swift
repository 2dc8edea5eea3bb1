/// How long to wait between two looks where nobody has said so: shorter while tasks move, longer while nothing does.
struct LookPace: Sendable {
    /// Bounds of the time between two looks.
    private static let bounds = (shortest: Duration.seconds(10), longest: Duration.seconds(60))
    /// A look may take this part of the time at the most, so that a slow server is not kept busy by being watched.
    private static let share = 20

    /// Time from one look to the next.
    private(set) var interval = Self.bounds.shortest

    /// Begins anew: somebody else waits.
    mutating func hurry() {
        interval = min(interval, Self.bounds.shortest)
    }

    /// Takes what the last look has shown.
    ///
    /// - Parameters:
    ///   - hasMoved: whether a task that is waited for has moved, or has begun to be waited for.
    ///   - duration: how long the server took.
    mutating func note(hasMoved: Bool, duration: Duration) {
        let wanted = hasMoved ? Self.bounds.shortest : interval + interval / 4
        interval = max(min(wanted, Self.bounds.longest), duration * Self.share)
    }
}
