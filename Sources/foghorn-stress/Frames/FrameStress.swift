import FogModel
import FogSession
import FogWorker
import Foundation
import TestSupport

/// Gives the broker damaged messages of a worker's: each is taken, or refused with words, and never costs more memory than is
/// allowed.
package struct FrameStress {
    /// Outcomes with their numbers: `taken`, `out of order`, codes of frame errors.
    package private(set) var outcomes: [String: Int] = [:]
    /// What should not have happened, in words; the first twenty.
    package private(set) var complaints: [String] = []
    /// Frames given so far.
    package private(set) var frames = 0

    /// Megabytes by which a process may grow while it takes messages of some kilobytes.
    package static let mostGrowth = 64.0

    private let events: [[UInt8]]
    private let commands: [[UInt8]]
    private var dice: Dice

    /// Reads the corpus: messages of a worker's, as they are.
    ///
    /// - Parameter seed: chooses what is damaged and how.
    /// - Throws: an error of the file system, or `FrameError`.
    package init(seed: UInt64) throws {
        dice = Dice(seed: seed)
        let lists = try Self.messages("events").map { try MessageCoding.decode([SessionEvent].self, from: $0) }
        let place = ScriptPlace(source: "a.lua", line: 7)
        let busy = [WorkerMessage.hello(walls: 127), .unconfined(code: 1), .busy(place: nil), .busy(place: place)]
        let messages = busy + lists.flatMap { [.events($0, place: place), .events($0 + $0, place: nil)] }
        events = try messages.map { try MessageCoding.encode($0) }
        commands = try Self.messages("commands")
    }

    private static func messages(_ name: String) throws -> [[UInt8]] {
        var reader = FrameReader()
        return try reader.read(Array(Data(contentsOf: Fixtures.folder.appending(path: "frames/\(name).frames")))[...])
    }

    /// Damages so many frames, in streams of up to twenty, each read by a broker of its own.
    package mutating func run(_ count: Int) {
        let end = frames + count
        while frames < end {
            dice.isOne(in: 10) ? read(SessionCommands.self, from: commands) : read(WorkerMessages.self, from: events)
        }
    }

    /// Reads a stream of frames to its end, or to the first frame that is none.
    private mutating func read<Reading: MessageReading>(_ reading: Reading.Type, from seeds: [[UInt8]]) {
        var stream: [UInt8] = []
        for _ in 0..<1 + dice.number(below: 20) {
            stream += frame(FrameDamage.damaged(dice.one(of: seeds), beside: dice.one(of: seeds), &dice))
        }
        var reader = FrameReader(limits: Self.limits)
        var reading = Reading()
        var rest = stream[...]
        while !rest.isEmpty {
            let part = rest.prefix(1 + dice.number(below: 4096))
            rest = rest.dropFirst(part.count)
            guard let messages = outcome({ () throws(FrameError) in try reader.read(part) }) else { return }
            for message in messages { note { try reading.read(message, limits: Self.limits) } }
        }
    }

    private mutating func outcome(_ read: () throws(FrameError) -> [[UInt8]]) -> [[UInt8]]? {
        do {
            return try read()
        } catch {
            frames += 1
            count(error.code.rawValue, error.message)
            return nil
        }
    }

    /// Notes what comes of a message.
    private mutating func note(_ read: () throws -> Void) {
        frames += 1
        do {
            try read()
            outcomes["taken", default: 0] += 1
        } catch let error as FrameError {
            count(error.code.rawValue, error.message)
        } catch let error as WorkerError {
            count("out of order", error.description)
        } catch {
            complain("throws \(error)")
        }
    }

    /// Small limits, so that damaged lengths reach them.
    private static let limits = FrameLimits(frame: 1 << 16, message: 1 << 18, memory: 1 << 22)

    /// Frames a message, most of the time as it should be.
    private mutating func frame(_ message: [UInt8]) -> [UInt8] {
        var bytes = (try? Frames.frames(of: message, limits: Self.limits)) ?? []
        if !bytes.isEmpty, dice.isOne(in: 40) {
            bytes[dice.number(below: min(4, bytes.count))] ^= 1 << UInt8(dice.number(below: 8))
        }
        return bytes
    }

    /// Counts a refusal, whose words go to a terminal.
    private mutating func count(_ outcome: String, _ words: String) {
        outcomes[outcome, default: 0] += 1
        if words.utf8.count > 1500 { complain("says \(words.utf8.count) bytes") }
    }

    private mutating func complain(_ what: String) {
        if complaints.count < 20 { complaints.append(what) }
    }
}

/// One side's way of reading messages.
private protocol MessageReading {
    init()

    /// Reads a message; throws `FrameError` or `WorkerError`.
    mutating func read(_ message: [UInt8], limits: FrameLimits) throws
}

/// The broker's: what is said must also make sense.
private struct WorkerMessages: MessageReading {
    private var order = Self.running

    /// Order of a worker that has greeted and runs a script.
    private static let running: EventOrder = {
        var order = EventOrder()
        // A greeting always comes first.
        try? order.check(.hello(walls: 0), size: 0)
        order.note(.run(ScriptSource(name: "a.lua", text: ""), SessionSettings()))
        return order
    }()

    mutating func read(_ message: [UInt8], limits: FrameLimits) throws {
        let decoded = try MessageCoding.decode(WorkerMessage.self, from: message, limits: limits)
        do {
            try order.check(decoded, size: message.count)
        } catch {
            order = Self.running
            throw error
        }
    }
}

/// The worker's.
private struct SessionCommands: MessageReading {
    mutating func read(_ message: [UInt8], limits: FrameLimits) throws {
        _ = try MessageCoding.decode([SessionCommand].self, from: message, limits: limits)
    }
}

/// Reads so many damaged frames and prints what came of them; answers whether all was well.
package func frameStress(count: Int) -> Bool {
    do {
        var stress = try FrameStress(seed: 42)
        let memory = PeakMemory()
        stress.run(count)
        let growth = memory?.growth()
        let outcomes = stress.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("\(stress.frames) frames: \(outcomes.joined(separator: ", "))")
        if let growth { print("grew by \(growth) MB at most") }
        for complaint in stress.complaints { print(complaint) }
        return stress.complaints.isEmpty && growth ?? 0 <= FrameStress.mostGrowth
    } catch {
        print("the corpus cannot be read: \(error)")
        return false
    }
}
