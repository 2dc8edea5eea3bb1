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
            let ticker = Ticker(name: "foghorn watch", every: SessionStop.pace) { stop.look() }
            try Confinement.seal(walls)
            outlet.send(.hello(walls: Int(walls.rawValue)))
            serve(stop, ticker, outlet)
        } catch {
            outlet.send(.unconfined(code: Int(error.code)))
            exit(WorkerExit.unconfined.rawValue)
        }
    }

    private static func serve(_ stop: SessionStop, _ ticker: Ticker, _ outlet: WorkerOutlet) -> Never {
        let inlet = WorkerInlet()
        let session = ScriptSession(stop: stop) {
            outlet.send(.busy(place: $0))
        } exchange: { events in
            outlet.send(events, place: nil)
            return inlet.arrived()
        }
        var mark = ProcessorTime.ofThread
        while true {
            let commands = inlet.next()
            ticker.start()
            let counted = session.processorTime
            let events = session.receive(commands)
            if !session.isActive { ticker.stop() }
            outlet.send(events, place: session.place)
            // A script that asks and asks costs most where its questions are written and answers read.
            let now = ProcessorTime.ofThread
            session.charge(max(0, now - mark - (session.processorTime - counted)))
            mark = now
        }
    }
}

/// Takes commands from the process that started the worker; leaves where there is nobody any more, or nonsense comes.
private final class WorkerInlet {
    private var reader = FrameReader()
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)
    private var waiting: [[SessionCommand]] = []

    /// Waits for the next message.
    func next() -> [SessionCommand] {
        while waiting.isEmpty { read(waits: true) }
        return waiting.removeFirst()
    }

    /// Takes what has come so far.
    func arrived() -> [SessionCommand] {
        read(waits: false)
        defer { waiting = [] }
        return waiting.flatMap(\.self)
    }

    private func read(waits: Bool) {
        switch Channel.ofWorker.read(into: &buffer, waits: waits) {
        case .nothing: break
        case .end: exit(0)
        case .bytes(let count):
            do {
                waiting += try reader.read(buffer[..<count]).map { message in
                    try MessageCoding.decode([SessionCommand].self, from: message)
                }
            } catch {
                exit(WorkerExit.nonsense.rawValue)
            }
        }
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
