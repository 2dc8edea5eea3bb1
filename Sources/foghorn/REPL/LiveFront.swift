import FogBroker
import FogREPL
import Synchronization
import Terminal

/// A prompt that is drawn: hands everything on to its loop.
final class LiveFront: PromptFront {
    let isLive = true
    let isAttended = true
    /// What has happened, for the loop.
    let events: AsyncStream<LiveEvent>
    private let posts: AsyncStream<LiveEvent>.Continuation
    private let inputs = Mutex<[String]>([])
    private let isOver = Mutex(false)

    init() {
        (events, posts) = AsyncStream.makeStream()
    }

    /// Whether lines can be drawn in the place of others.
    static func canDraw(_ environment: [String: String]) -> Bool {
        let kind = environment["TERM"] ?? ""
        return !kind.isEmpty && kind != "dumb"
    }

    /// Tells the loop.
    func post(_ event: LiveEvent) { posts.yield(event) }

    /// Takes that the loop is over: what still waits for it is let go of, and so is all that comes later.
    func close() async {
        isOver.withLock { $0 = true }
        posts.finish()
        for await event in events {
            switch event {
            case .question(_, let waiter): waiter.resume(returning: false)
            case .leave(let waiter), .comeBack(let waiter): waiter.resume()
            default: continue
            }
        }
    }

    /// Hands a waiter to the loop; false where there is none any more.
    private func hand(_ event: LiveEvent) -> Bool {
        isOver.withLock { isOver in
            if !isOver { posts.yield(event) }
            return !isOver
        }
    }

    /// Tells the loop a moment later.
    func post(_ event: LiveEvent, after time: Duration) {
        Task {
            try? await Task.sleep(for: time)
            post(event)
        }
    }

    var columns: Int { OutputFile.standard.size.columns }
    var history: [String] { inputs.withLock(\.self) }

    /// Takes what `:history` shows.
    func take(history: [String]) { inputs.withLock { $0 = history } }

    func show(_ lines: [String]) {
        if !lines.isEmpty { post(.lines(lines)) }
    }

    func show(printed text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        post(.lines(lines.map { TerminalText.harmless(String($0)) }))
    }

    func note(_ lines: [String]) { show(lines) }
    func show(_ event: BrokerEvent) { post(.progress(event)) }
    func show(live lines: [String]) { post(.live(lines)) }
    func fill(_ text: String) { post(.fill(text)) }
    func clear() { post(.clear) }

    func ask(_ question: String) async -> Bool {
        await withCheckedContinuation { waiter in
            if !hand(.question(question, waiter)) { waiter.resume(returning: false) }
        }
    }

    func leaveTerminal<Value: Sendable>(
        _ action: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        await turn { .leave($0) }
        do {
            let value = try await action()
            await turn { .comeBack($0) }
            return value
        } catch {
            await turn { .comeBack($0) }
            throw error
        }
    }

    /// Has the loop give the terminal away or take it back, and waits until it has.
    private func turn(_ event: (CheckedContinuation<Void, Never>) -> LiveEvent) async {
        await withCheckedContinuation { waiter in
            if !hand(event(waiter)) { waiter.resume() }
        }
    }
}
