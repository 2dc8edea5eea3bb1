import FogModel
import FogSession
import FogWorker

/// Reads bytes as either side of a worker's socket does.
enum FrameInput {
    /// Small, so that inputs reach them.
    private static let limits = FrameLimits(frame: 1 << 12, message: 1 << 14, memory: 1 << 20)

    /// Reads what a worker says; what makes sense is written again and must come out the same.
    static func events(_ bytes: [UInt8]) -> String? {
        var order = EventOrder()
        return read(bytes) { message in
            let decoded = try MessageCoding.decode(WorkerMessage.self, from: message, limits: limits)
            try order.check(decoded, size: message.count)
            if case .hello = decoded { order.note(.run(ScriptSource(name: "a.lua", text: ""), SessionSettings())) }
            return try isKept(decoded)
        }
    }

    /// Reads what a worker is told.
    static func commands(_ bytes: [UInt8]) -> String? {
        read(bytes) { message in
            try isKept(MessageCoding.decode([SessionCommand].self, from: message, limits: limits))
        }
    }

    private static func read(_ bytes: [UInt8], _ take: ([UInt8]) throws -> Bool) -> String? {
        var reader = FrameReader(limits: limits)
        do {
            return try reader.read(bytes[...]).allSatisfy(take) ? nil : "a message changes when it is written again"
        } catch is FrameError {
            return nil
        } catch is WorkerError {
            return nil
        } catch {
            return "throws \(error)"
        }
    }

    /// Whether a value comes out of a message as it went in; not a number is unlike itself, so messages are compared.
    private static func isKept<Value: Codable>(_ value: Value) throws -> Bool {
        let message = try MessageCoding.encode(value)
        return try MessageCoding.encode(MessageCoding.decode(Value.self, from: message)).count == message.count
    }
}
