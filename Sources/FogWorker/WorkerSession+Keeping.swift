import FogSession
import FogTime
import Synchronization

// What the worker's own thread does.
extension WorkerSession {
    /// Starts the worker and stays with it to its end.
    func keep(_ path: String, _ arguments: [String], _ patience: WorkerPatience) {
        var place: ScriptPlace?
        let fate: WorkerFate
        do {
            let process = try WorkerProcess(path, arguments)
            state.withLock { $0.process = process }
            let reason = converse(with: process, patience, &place)
            // Nobody writes to the socket from now on.
            state.withLock { $0.process = nil }
            // One that is dying anyway keeps the cause of its death.
            process.kill()
            let end = process.wait()
            process.socket.close()
            fate = reason ?? .ended(end)
        } catch {
            fate = .notStarted("\(error)")
        }
        let last = state.withLock { state in
            state.isOver = true
            return state.order.failure(fate.failure(at: place))
        }
        if let last { continuation.yield(([last], 0)) }
        continuation.finish()
    }

    /// Passes bytes on in both directions until there is a reason to end; nil is the end of the worker's.
    private func converse(
        with process: WorkerProcess,
        _ patience: WorkerPatience,
        _ place: inout ScriptPlace?
    ) -> WorkerFate? {
        var reader = FrameReader()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var silence = Silence()
        while true {
            let (fate, isAllSent, isFull, isBusy, limit) = state.withLock { state in
                (
                    state.fate, state.flush(), state.waiting > Self.mostWaiting, state.order.isBusy,
                    state.order.stepLimit
                )
            }
            if let fate { return fate }
            let found = alarm.wait(
                for: process.socket,
                reads: !isFull,
                writes: !isAllSent,
                milliseconds: patience.tick
            )
            guard let found else { return nil }
            if !isBusy || isFull { silence = Silence() }
            if found.isEmpty, isBusy, !isFull, silence.grow(process, patience, limit: limit) {
                return .silent(silence.used)
            }
            guard found.contains(.readable) else { continue }
            switch process.socket.read(into: &buffer, waits: false) {
            case .nothing: continue
            case .end: return nil
            case .bytes(let count):
                silence = Silence()
                if let fate = take(buffer[..<count], &reader, &place) { return fate }
            }
        }
    }

    /// Takes bytes of the worker's; returns why it is to end, if it is.
    private func take(
        _ bytes: ArraySlice<UInt8>,
        _ reader: inout FrameReader,
        _ place: inout ScriptPlace?
    ) -> WorkerFate? {
        do {
            for bytes in try reader.read(bytes) {
                let message = try MessageCoding.decode(WorkerMessage.self, from: bytes)
                try state.withLock { state throws(WorkerError) in
                    try state.order.check(message, size: bytes.count)
                    state.waiting += bytes.count
                }
                if let fate = take(message, size: bytes.count, &place) { return fate }
            }
            return nil
        } catch {
            return .nonsense("\(error)")
        }
    }

    /// Hands events over, and runs here what follows from them.
    private func deliver(_ delivery: Delivery) {
        guard let executor = state.withLock({ $0.executor }) else {
            continuation.yield(delivery)
            return
        }
        executor.lendHand { continuation.yield(delivery) }
    }

    private func take(_ message: WorkerMessage, size: Int, _ place: inout ScriptPlace?) -> WorkerFate? {
        switch message {
        case .events(let events, let seen):
            place = seen ?? place
            deliver((events, size))
            return nil
        case .busy(let seen):
            place = seen ?? place
        case .unconfined(let code):
            return .unconfined(code)
        case .hello(let walls):
            let missing = ProcessWalls.available.subtracting(ProcessWalls(rawValue: Int32(clamping: walls)))
            if !missing.isEmpty { return .nonsense("it runs without \(missing.names.joined(separator: ", "))") }
        }
        state.withLock { $0.waiting -= size }
        return nil
    }
}
