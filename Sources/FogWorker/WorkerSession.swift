import FogModel
package import FogSession
package import FogTime
import Foundation
import Synchronization

/// The broker's side of a worker: a session in a process of its own, trusted with nothing.
///
/// What it says is decoded as from an enemy. One that dies, says nothing for too long or says what makes no sense is killed
/// with all its process group, and the script has failed then; what was in flight is for the session's host.
package final class WorkerSession: SessionLink {
    /// Events with the bytes that they took.
    typealias Delivery = (events: [SessionEvent], size: Int)

    /// Bytes of events that may wait to be taken; the worker's socket fills up behind them.
    static let mostWaiting = 16 << 20

    struct State {
        var process: WorkerProcess?
        var outbox: ArraySlice<UInt8> = []
        var order = EventOrder()
        var waiting = 0
        /// Why it is to end, once there is a reason.
        var fate: WorkerFate?
        var isOver = false
        /// What runs the tasks that wait for events.
        var executor: DedicatedThreadExecutor?
    }

    let state = Mutex(State())
    let alarm = Alarm()
    let continuation: AsyncStream<Delivery>.Continuation
    private let deliveries: AsyncStream<Delivery>

    /// Starts a worker; the first commands may be sent at once.
    ///
    /// - Parameters:
    ///   - path: program that runs a worker; by default this one.
    ///   - arguments: its arguments, the first its name.
    ///   - patience: how long it may say nothing.
    package init(
        path: String = "/proc/self/exe",
        arguments: [String],
        patience: WorkerPatience = WorkerPatience()
    ) {
        (deliveries, continuation) = AsyncStream.makeStream(of: Delivery.self)
        // The worker dies with the thread that has started it.
        let thread = Thread { [self] in keep(path, arguments, patience) }
        thread.name = "foghorn worker"
        thread.stackSize = 16 << 20
        thread.start()
    }

    /// Number of the worker's process; nil before it is started, and once it is gone.
    package var workerNumber: Int32? { state.withLock { $0.process?.number } }

    /// Hands commands to the worker; never waits.
    package func send(_ commands: [SessionCommand]) {
        let frames = CommandFrames.frames(of: commands)
        let isAllSent = state.withLock { state in
            if state.isOver { return true }
            for command in commands { state.order.note(command) }
            guard let frames else {
                state.fate = state.fate ?? .nonsense("what the script is given is too long for a message")
                return false
            }
            state.outbox += frames
            return state.flush()
        }
        if !isAllSent { alarm.ring() }
    }

    /// Waits for the next events; nil once the worker is gone.
    package func receive() async -> [SessionEvent]? {
        var iterator = deliveries.makeAsyncIterator()
        guard let delivery = await iterator.next() else { return nil }
        let wasFull = state.withLock { state in
            defer { state.waiting -= delivery.size }
            return state.waiting > Self.mostWaiting
        }
        if wasFull { alarm.ring() }
        return delivery.events
    }

    /// Names the executor on which events are waited for.
    package func lendHand(to executor: DedicatedThreadExecutor?) {
        state.withLock { $0.executor = executor }
    }

    /// Kills the worker; it says `failed` where a script runs, and nothing after that.
    package func kill() {
        state.withLock { $0.fate = $0.fate ?? .killed }
        alarm.ring()
    }
}

extension WorkerSession.State {
    /// Writes what the worker's socket has room for; returns whether that is all.
    mutating func flush() -> Bool {
        while let process, !outbox.isEmpty {
            switch process.socket.write(outbox, waits: false) {
            case .bytes(let count): outbox = outbox.dropFirst(count)
            case .nothing: return false
            // It is gone: reading says so, too.
            case .end: outbox = []
            }
        }
        return outbox.isEmpty
    }
}
