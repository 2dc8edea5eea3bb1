import Dispatch
import Foundation
import Glibc
import Synchronization

/// What is typed at the terminal, as it comes; can be left to others for a while.
final class Keyboard: Sendable {
    private let source: Mutex<(source: any DispatchSourceRead, isPaused: Bool)>

    /// Begins to read.
    ///
    /// - Parameter take: gets bytes as they were read, nil at the end of the input; called on a queue of its own.
    init(_ take: @escaping @Sendable ([UInt8]?) -> Void) {
        let queue = DispatchQueue(label: "keyboard")
        let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
        source.setEventHandler {
            let bytes = FileHandle.standardInput.availableData
            take(bytes.isEmpty ? nil : Array(bytes))
            // Else the end would be told again and again.
            if bytes.isEmpty { source.cancel() }
        }
        source.resume()
        self.source = Mutex((source, false))
    }

    /// Leaves what is typed to others.
    func pause() { turn(isPaused: true) }

    /// Reads again.
    func resume() { turn(isPaused: false) }

    private func turn(isPaused: Bool) {
        source.withLock { state in
            guard state.isPaused != isPaused else { return }
            state.isPaused = isPaused
            if isPaused { state.source.suspend() } else { state.source.resume() }
        }
    }

    deinit {
        // A source that is suspended must not be let go of.
        resume()
        source.withLock { $0.source.cancel() }
    }
}
