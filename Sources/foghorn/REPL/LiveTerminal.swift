import Dispatch
import Glibc

/// The terminal of a live prompt: keys come in one by one, and what is written is drawn.
final class LiveTerminal {
    private let modes: TerminalModes?
    private let keyboard: Keyboard
    private let sizeSource: any DispatchSourceSignal
    private let signals: SignalWatch
    private let output = OutputFile.standard
    private(set) var isLeft = false

    /// Pasted text comes between marks, so that none of it is taken for keys.
    ///
    /// Origin: xterm's `ctlseqs`, "Bracketed Paste Mode".
    private static let begin = "\u{1B}[?2004h"
    private static let end = "\u{1B}[?2004l"

    /// Takes the terminal over.
    init(_ front: LiveFront) {
        modes = TerminalModes()
        signals = SignalWatch { front.post(.signal(isInterrupt: $0 == "SIGINT")) }
        let source = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: DispatchQueue(label: "size"))
        source.setEventHandler { front.post(.resized) }
        source.resume()
        sizeSource = source
        output.setClosedAction { front.post(.signal(isInterrupt: false)) }
        modes?.raw.set()
        output.write(Self.begin)
        keyboard = Keyboard { front.post($0.map { .bytes($0) } ?? .inputEnded) }
    }

    /// Room on it.
    var size: TerminalSize { output.size }

    /// Writes characters that it may obey.
    func write(_ text: String) {
        if !text.isEmpty { output.write(text) }
    }

    /// Leaves it to others as it was.
    func leave() {
        guard !isLeft else { return }
        isLeft = true
        keyboard.pause()
        output.write(Self.end)
        modes?.set()
    }

    /// Takes it over again.
    func comeBack() {
        guard isLeft else { return }
        isLeft = false
        modes?.raw.set()
        output.write(Self.begin)
        keyboard.resume()
    }

    /// Stops the program until somebody continues it.
    func suspend() {
        leave()
        kill(getpid(), SIGTSTP)
        comeBack()
    }
}
