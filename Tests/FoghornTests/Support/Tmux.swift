import Foundation
import Testing

/// Foghorn in a real terminal, that of tmux: keys in, the screen out.
struct Tmux {
    private let socket: String
    private let home: Home

    /// Opens a terminal, lends it, and closes it.
    ///
    /// - Parameters:
    ///   - command: the program's arguments, as in a shell.
    ///   - home: its home; nil for one of its own.
    ///   - columns: width of the terminal.
    ///   - rows: its height.
    ///   - environment: variables beside the home, as words of a shell: `NAME=value`.
    ///   - perform: uses it.
    /// - Throws: where the terminal cannot be opened, and what the test throws.
    static func run(
        _ command: String,
        home: Home? = nil,
        columns: Int = 80,
        rows: Int = 24,
        environment: String = "",
        perform: (Tmux) async throws -> Void
    ) async throws {
        let isOwn = home == nil
        let home = try home ?? Home()
        defer { if isOwn { home.remove() } }
        let terminal = Tmux(socket: home.path + "/tmux", home: home)
        // Foundation learns of a program's end from a socket which that program holds: the server must not have it.
        let script = try home.write(
            "open.sh",
            """
            for file in /proc/self/fd/*; do
              number=${file##*/}
              [ "$number" -gt 2 ] && eval "exec $number>&-"
            done
            exec tmux -S \(terminal.socket) -u -f /dev/null new-session -d -x \(columns) -y \(rows) \
              "cd \(home.path); env HOME=\(home.path) \(environment) $FOGHORN \(command); echo ended with \\$?; exec sleep 600"
            """
        )
        let opened = try await Program(shell: "bash \(script)").finish()
        #expect(opened.code == 0, "\(opened)")
        do {
            try await perform(terminal)
        } catch {
            try await terminal.close()
            throw error
        }
        try await terminal.close()
    }

    /// Types a text.
    func type(_ text: String) async throws {
        let bytes = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        // A command line has its bounds.
        for start in stride(from: 0, to: bytes.count, by: 2_000) {
            _ = try await tmux("send-keys -H \(bytes[start..<min(start + 2_000, bytes.count)].joined(separator: " "))")
        }
    }

    /// Types a line and Enter.
    func enter(_ line: String) async throws { try await type(line + "\r") }

    /// Pastes a text as terminals do that mark what is pasted.
    func paste(_ text: String) async throws {
        let file = try home.write("paste-\(UUID().uuidString)", text)
        _ = try await tmux("load-buffer \(file)")
        _ = try await tmux("paste-buffer -p")
    }

    /// Lines on the screen, without empty ones at its end.
    func screen() async throws -> [String] {
        Self.lines(try await tmux("capture-pane -p"))
    }

    /// Whether anything on the screen has a style.
    func hasStyles() async throws -> Bool {
        try await tmux("capture-pane -p -e").contains("\u{1B}[")
    }

    /// Waits until a text is to be seen; gives the screen, as it is after a minute in any case.
    @discardableResult
    func wait(for text: String) async throws -> [String] { try await wait("grep -qF -- \(Self.quoted(text))") }

    /// Waits until the last line is that one.
    @discardableResult
    func wait(forLast pattern: String) async throws -> [String] {
        try await wait("grep . | tail -n 1 | grep -qE -- \(Self.quoted(pattern))")
    }

    /// Writes a text as a word of a shell.
    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

    private func wait(_ test: String) async throws -> [String] {
        let capture = "tmux -S \(socket) capture-pane -p"
        let loop =
            "n=0; until \(capture) | \(test); do sleep 0.05; n=$((n + 1)); [ $n -lt 1200 ] || break; done; \(capture)"
        return Self.lines(try await Program(shell: loop).finish().output)
    }

    /// Changes the size of the terminal.
    func resize(columns: Int, rows: Int) async throws {
        _ = try await tmux("resize-window -x \(columns) -y \(rows)")
        // tmux tells the program a moment later.
        let size = "stty -F $(tmux -S \(socket) display-message -p '#{pane_tty}') size"
        let loop =
            "n=0; until [ \"$(\(size))\" = '\(rows) \(columns)' ] || [ $n -gt 200 ]; do sleep 0.05; n=$((n + 1)); done"
        _ = try await Program(shell: loop).finish()
    }

    /// Number of the program's process; of its worker with `isWorker`.
    func process(isWorker: Bool) async throws -> Int32? {
        let pane = try await tmux("display-message -p '#{pane_pid}'").trimmingCharacters(in: .whitespacesAndNewlines)
        let program = try await Self.child(of: pane)
        return Int32(isWorker ? try await Self.child(of: program) : program)
    }

    private static func child(of process: String) async throws -> String {
        let text = try await Program(shell: "pgrep -P \(process)").finish().output
        return String(text.split(separator: "\n").first ?? "")
    }

    private func close() async throws { _ = try await tmux("kill-server") }

    private func tmux(_ words: String) async throws -> String {
        let outcome = try await Program(shell: "tmux -S \(socket) -u \(words)").finish()
        return outcome.output
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }
}
