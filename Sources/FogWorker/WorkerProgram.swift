internal import CConfine
import FogModel
import FogScript
import FogSession
import FogTime
import Glibc

/// The worker's side: puts walls up around the process, then runs a session over descriptor 0 until that ends.
package enum WorkerProgram {
    /// Runs a worker; to be called before the process has a second thread, and before it has read anything.
    ///
    /// - Parameter limits: most that the process may use.
    package static func run(_ limits: Confinement.Limits) -> Never {
        guard confine_is_channel(Channel.ofWorker.descriptor) != 0 else { exit(WorkerExit.noChannel.rawValue) }
        let outlet = WorkerOutlet()
        do {
            let walls = try Confinement.raise(.all, limits: limits)
            let stop = SessionStop()
            let ticker = Ticker(name: "foghorn watch", every: 1) { stop.tick() }
            try Confinement.seal(walls)
            outlet.send(.hello(walls: Int(walls.rawValue)))
            serve(stop, ticker, outlet)
        } catch {
            outlet.send(.unconfined(code: Int(error.code)))
            exit(WorkerExit.unconfined.rawValue)
        }
    }

    private static func serve(_ stop: SessionStop, _ ticker: Ticker, _ outlet: WorkerOutlet) -> Never {
        let session = ScriptSession(stop: stop) { outlet.send(.busy(place: $0)) }
        var reader = FrameReader()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while case .bytes(let count) = Channel.ofWorker.read(into: &buffer, waits: true) {
            do {
                for message in try reader.read(buffer.prefix(count)) {
                    let commands = try MessageCoding.decode([SessionCommand].self, from: message)
                    ticker.start()
                    let events = session.receive(commands)
                    if !session.isActive { ticker.stop() }
                    outlet.send(events, place: session.place)
                }
            } catch {
                exit(WorkerExit.nonsense.rawValue)
            }
        }
        exit(0)
    }
}

/// How a worker leaves.
enum WorkerExit: Int32 {
    case noChannel = 2
    case unconfined = 3
    case nonsense = 4
}

/// Sends messages to the process that started the worker.
private struct WorkerOutlet {
    /// Sends events; those that are too long for one message go in several.
    func send(_ events: [SessionEvent], place: ScriptPlace?) {
        if events.isEmpty || send(.events(events, place: place)) { return }
        if events.count > 1 {
            let half = events.count / 2
            send(Array(events[..<half]), place: place)
            send(Array(events[half...]), place: place)
        } else {
            let failure = ScriptFailure(.memory, "the script says more at once than a message holds")
            send(.events([.failed(failure)], place: place))
            exit(0)
        }
    }

    /// Sends a message; leaves where nobody takes it.
    ///
    /// - Returns: false where it is too long.
    @discardableResult
    func send(_ message: WorkerMessage) -> Bool {
        guard let bytes = try? MessageCoding.encode(message), let frames = try? Frames.frames(of: bytes) else {
            return false
        }
        guard case .bytes = Channel.ofWorker.write(frames[...], waits: true) else { exit(0) }
        return true
    }
}
