package import Foundation
import Glibc
import Synchronization
import Terminal

/// A stream that the program writes to, which may go away at any time.
package final class OutputFile: Sendable {
    private struct State {
        var isClosed = false
        var whenClosed: (@Sendable () -> Void)?
    }

    private let handle: FileHandle
    private let state = Mutex(State())

    /// Whether it is a terminal.
    package let isTerminal: Bool

    /// Takes a stream.
    ///
    /// - Parameter handle: open for writing; SIGPIPE must be ignored by the process.
    package init(_ handle: FileHandle) {
        self.handle = handle
        self.isTerminal = isatty(handle.fileDescriptor) == 1
    }

    /// Standard output.
    package static let standard: OutputFile = OutputFile(.standardOutput)
    /// Standard error.
    package static let error: OutputFile = OutputFile(.standardError)

    /// Room on the terminal; a usual one where it cannot be asked.
    package var size: TerminalSize {
        TerminalSize.ask(handle.fileDescriptor) ?? TerminalSize(columns: 80, rows: 24)
    }

    /// Sets what is done when the reader has gone, once.
    package func setClosedAction(_ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.whenClosed = action }
    }

    /// Writes text on lines of its own, harmless where it goes to a terminal.
    package func show(_ text: String) {
        write((isTerminal ? TerminalText.harmless(text) : text) + "\n")
    }

    /// Writes text; after the reader has gone, nothing.
    package func write(_ text: String) {
        if state.withLock({ $0.isClosed }) { return }
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            let action = state.withLock { state in
                defer { state.whenClosed = nil }
                state.isClosed = true
                return state.whenClosed
            }
            action?()
        }
    }
}
