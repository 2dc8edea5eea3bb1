import FogAPI
import FogSim
import HTTPTypes
import Synchronization
import TestSupport

/// Passes requests on to a simulated server, and has bad luck with some of them: lost before or after they take effect,
/// answered by a crash or a page of a proxy, cut off, or so late that the client has long given up.
final class MishapTransport: FogTransport {
    /// A request that the server carries out later.
    private struct Straggler {
        let request: HTTPRequest
        let body: [UInt8]?
        let due: Duration
    }

    private struct State {
        var dice: Dice
        var sent: [String] = []
        var failed: [String] = []
        var stragglers: [Straggler] = []
    }

    private let inner: any FogTransport
    private let elapsed: @Sendable () -> Duration
    private let state: Mutex<State>
    /// One of so many requests goes wrong.
    private let odds: Int

    init(_ inner: any FogTransport, seed: UInt64, odds: Int, elapsed: @escaping @Sendable () -> Duration) {
        self.inner = inner
        self.elapsed = elapsed
        self.odds = odds
        state = Mutex(State(dice: Dice(seed: seed)))
    }

    var address: String { inner.address }

    /// Changes that were sent: method, path and body.
    var changes: [String] { state.withLock { $0.sent } }

    /// Changes that were answered with 500, which ends them at the server.
    var failures: [String] { state.withLock { $0.failed } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        try await carryOutStragglers(until: elapsed())
        let isChange = request.method != .get
        let draw = state.withLock { state in
            let draw = Int.random(in: 0..<odds * 8, using: &state.dice)
            if isChange {
                let text = String(decoding: body ?? [], as: UTF8.self)
                let line = "\(request.method.rawValue) \(request.path ?? "") \(text)"
                state.sent.append(line)
                if [2, 3].contains(draw) { state.failed.append(line) }
            }
            return draw
        }
        switch draw {
        case 0: throw TransportError(.cut, "lost on the way", mayHaveArrived: true)
        case 1:
            _ = try? await inner.send(request, body: body, timeout: timeout)
            throw TransportError(.cut, "answer lost", mayHaveArrived: true)
        case 2: return Self.answer(500, "text/html", "")
        case 3:
            _ = try? await inner.send(request, body: body, timeout: timeout)
            return Self.answer(500, "text/html", "<html>Internal Server Error</html>")
        case 4: return Self.answer(502, "text/html", "<html>Bad Gateway</html>")
        case 5:
            var answer = try await inner.send(request, body: body, timeout: timeout)
            answer.body = Array(answer.body.prefix(answer.body.count / 2))
            return answer
        case 6: throw TransportError(.unreachable, "refused", mayHaveArrived: false)
        case 7:
            if isChange { delay(request, body) }
            throw TransportError(.timedOut, "no answer in time", mayHaveArrived: true)
        default: return try await inner.send(request, body: body, timeout: timeout)
        }
    }

    /// Lets the server carry out what is due by then.
    func carryOutStragglers(until time: Duration) async throws {
        let due = state.withLock { state in
            let due = state.stragglers.filter { $0.due <= time }
            state.stragglers.removeAll { $0.due <= time }
            return due.sorted { $0.due < $1.due }
        }
        for straggler in due {
            _ = try? await inner.send(straggler.request, body: straggler.body, timeout: .seconds(60))
        }
    }

    /// A server may be at work on a request for a minute and a half, longer than the client waits.
    private func delay(_ request: HTTPRequest, _ body: [UInt8]?) {
        let now = elapsed()
        state.withLock { state in
            let pause = Duration.milliseconds(Int.random(in: 0...90_000, using: &state.dice))
            state.stragglers.append(Straggler(request: request, body: body, due: now + pause))
        }
    }

    private static func answer(_ status: Int, _ type: String, _ body: String) -> TransportAnswer {
        ScriptedTransport.answer(status, type: type, Array(body.utf8))
    }
}
