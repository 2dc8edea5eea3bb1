import Foundation
import Synchronization

/// Lines of the standard input, read when somebody wants one.
final class LineReader: Sendable {
    private let queue = DispatchQueue(label: "lines")

    /// Gives the next line without its end; nil at the end of the input.
    func next() async -> String? {
        await withCheckedContinuation { waiter in
            queue.async { waiter.resume(returning: readLine()) }
        }
    }
}
