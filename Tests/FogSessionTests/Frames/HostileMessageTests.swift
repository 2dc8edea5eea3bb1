import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct HostileMessageTests {
    /// Bytes of no good, and what they are refused for.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let code: FrameError.Code
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing", bytes: [], code: .truncated),
        Case(testDescription: "version alone", bytes: [1], code: .truncated),
        Case(testDescription: "other version", bytes: [2, 0], code: .malformed),
        Case(testDescription: "unknown kind", bytes: [1, 0xE0], code: .malformed),
        Case(testDescription: "unknown simple value", bytes: [1, 0x03], code: .malformed),
        Case(testDescription: "bytes behind the value", bytes: [1, 0x00, 0x00], code: .malformed),
        Case(
            testDescription: "list of 2^63",
            bytes: [1, 0x9F] + [UInt8](repeating: 0xFF, count: 9) + [0x01],
            code: .truncated
        ),
        Case(
            testDescription: "number of 70 bits",
            bytes: [1, 0x3F] + [UInt8](repeating: 0xFF, count: 10),
            code: .malformed
        ),
        Case(
            testDescription: "number of 65 bits",
            bytes: [1, 0x3F] + [UInt8](repeating: 0x80, count: 9) + [0x02],
            code: .malformed
        ),
        Case(
            testDescription: "negative below the smallest",
            bytes: [1, 0x5F] + [UInt8](repeating: 0xFF, count: 9) + [0x01],
            code: .malformed
        ),
        Case(testDescription: "text longer than the message", bytes: [1, 0x65, 0x61], code: .truncated),
        Case(testDescription: "text that is no UTF-8", bytes: [1, 0xA1, 0, 1, 0x6B, 0x61, 0xFF], code: .malformed),
        Case(testDescription: "key that is no UTF-8", bytes: [1, 0xA1, 0, 1, 0xC0, 0x00], code: .malformed),
        Case(testDescription: "key number too large", bytes: [1, 0xA1, 5, 0x00, 0x00, 0x00], code: .malformed),
        Case(testDescription: "key twice", bytes: [1, 0xA2, 0, 1, 0x6B, 0x00, 0, 0x00], code: .malformed),
        Case(testDescription: "half a number", bytes: [1, 0xC0, 0, 0, 0], code: .truncated),
    ]

    @Test(arguments: cases)
    func `Refuses bytes that are no message`(row: Case) {
        let error = #expect(throws: FrameError.self) {
            try MessageCoding.decode([String: String].self, from: row.bytes)
        }

        #expect(error?.code == row.code, "\(row.testDescription): \(String(describing: error))")
    }

    @Test func `Refuses messages of another kind`() throws {
        for command in Samples.commands {
            let bytes = try MessageCoding.encode(command)

            let error = #expect(throws: FrameError.self) { try MessageCoding.decode(SessionEvent.self, from: bytes) }

            #expect(error?.code == .unknown)
        }
    }

    @Test func `Refuses values that do not exist`() throws {
        let bytes = try MessageCoding.encode(["sleep": ["_0": 1]])
        let identifier = try MessageCoding.encode(["cancelTask": ["_0": 0]])
        let two = try MessageCoding.encode(["now": [Int: Int](), "serverInfo": [:]])

        for message in [bytes, identifier, two] {
            let error = #expect(throws: FrameError.self) { try MessageCoding.decode(FogOperation.self, from: message) }
            #expect(error?.code == .unknown)
        }
    }

    @Test func `Refuses a small message that would take much memory`() throws {
        let bytes = [1, 0x9F, 0x80, 0x80, 0x40] + [UInt8](repeating: 0x80, count: 1 << 20)

        let error = #expect(throws: FrameError.self) { try MessageCoding.decode([[Int]].self, from: bytes) }

        #expect(error?.code == .tooLarge)
    }

    @Test func `Refuses every beginning of a message`() throws {
        let bytes = try MessageCoding.encode(SessionCommand.answer(1, .success(.rows([Samples.host]))))

        for length in 0..<bytes.count {
            #expect(throws: FrameError.self) {
                try MessageCoding.decode(SessionCommand.self, from: Array(bytes.prefix(length)))
            }
        }
    }

    @Test func `Survives a hundred thousand damaged messages`() throws {
        let commands = try Samples.commands.map { try MessageCoding.encode($0) }
        let events = try Samples.events.map { try MessageCoding.encode($0) }
        var chance = Chance(state: 2)
        var refused = 0
        let limits = FrameLimits(memory: 4 << 20)

        for round in 0..<100_000 {
            let isCommand = round.isMultiple(of: 2)
            let samples = isCommand ? commands : events
            let bytes = chance.damage(samples[chance.below(samples.count)], with: samples[chance.below(samples.count)])
            do throws(FrameError) {
                if isCommand {
                    _ = try MessageCoding.decode(SessionCommand.self, from: bytes, limits: limits)
                } else {
                    _ = try MessageCoding.decode(SessionEvent.self, from: bytes, limits: limits)
                }
            } catch {
                refused += 1
            }
        }

        // Most damage shows; some makes another good message.
        #expect((60_000..<100_000).contains(refused), "\(refused)")
    }
}

/// Deterministic numbers: SplitMix64.
struct Chance {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    /// Flips, puts in, takes out, doubles, cuts off or crosses with another message, one to four times.
    mutating func damage(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) {
            let place = below(bytes.count)
            switch below(7) {
            case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
            case 1 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: next())
            case 2: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
            case 3 where !bytes.isEmpty: bytes.remove(at: place)
            case 4: bytes.removeLast(min(bytes.count, below(8)))
            case 5: bytes.insert(contentsOf: bytes[place...].prefix(below(16)), at: place)
            default: bytes = Array(bytes.prefix(place)) + other.suffix(below(other.count))
            }
        }
        return bytes
    }
}
