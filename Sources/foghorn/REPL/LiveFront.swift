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
        await withCheckedContinuation { post(.question(question, $0)) }
    }

    func leaveTerminal<Value: Sendable>(
        _ action: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        await withCheckedContinuation { post(.leave($0)) }
        do {
            let value = try await action()
            await withCheckedContinuation { post(.comeBack($0)) }
            return value
        } catch {
            await withCheckedContinuation { post(.comeBack($0)) }
            throw error
        }
    }
}
