package import FogModel

/// What a wait is answered.
package struct WaitResult: Hashable, Sendable {
    /// Verdicts in the order of what was waited for; those that are missing are still open, and there is news.
    package var verdicts: [Verdict]
    /// What has moved, in order, where the caller wants to hear of it.
    package var progress: [TaskProgress]
}
