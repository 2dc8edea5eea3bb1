import FogSession
import Testing

@Suite struct FrameReaderTests {
    static let limits = FrameLimits(frame: 16, message: 50)

    static func header(_ length: UInt32, goesOn: Bool = false) -> [UInt8] {
        let number = length | (goesOn ? 1 << 31 : 0)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    @Test(arguments: [0, 1, 15, 16, 17, 32, 33, 50])
    func `Puts a message together from pieces of any size`(count: Int) throws {
        let message = (0..<count).map { UInt8($0) }
        let frames = try Frames.frames(of: message, limits: Self.limits) + Frames.frames(of: [7], limits: Self.limits)

        for size in 1...frames.count {
            var reader = FrameReader(limits: Self.limits)
            var messages: [[UInt8]] = []
            for start in stride(from: 0, to: frames.count, by: size) {
                messages += try reader.read(frames[start..<min(start + size, frames.count)])
            }
            #expect(messages == [message, [7]])
            #expect(reader.isBetweenMessages)
        }
    }

    @Test func `Splits a message over full frames and a last one`() throws {
        let frames = try Frames.frames(of: [UInt8](repeating: 9, count: 20), limits: Self.limits)

        let parts = [Self.header(16, goesOn: true), [UInt8](repeating: 9, count: 16), Self.header(4), [9, 9, 9, 9]]
        #expect(frames == parts.flatMap { $0 })
    }

    @Test func `Tells when the bytes end within a message`() throws {
        let frames = try Frames.frames(of: [UInt8](repeating: 9, count: 20), limits: Self.limits)

        for count in 1..<frames.count {
            var reader = FrameReader(limits: Self.limits)
            let messages = try reader.read(frames.prefix(count))
            #expect(messages.isEmpty)
            #expect(!reader.isBetweenMessages)
        }
    }

    @Test func `Refuses what is too long before it comes`() throws {
        let full = [UInt8](repeating: 0, count: 16)
        let long = Self.header(16, goesOn: true) + full
        let cases: [(bytes: [UInt8], code: FrameError.Code)] = [
            (Self.header(17), .tooLong),
            ([0xFF, 0xFF, 0xFF, 0xFF], .tooLong),
            (long + long + long + Self.header(3), .tooLong),
            (Self.header(15, goesOn: true), .malformed),
            (Self.header(0, goesOn: true), .malformed),
        ]

        for (bytes, code) in cases {
            var reader = FrameReader(limits: Self.limits)
            let error = try #require(throws: FrameError.self) { try reader.read(bytes[...]) }
            #expect(error.code == code)
            #expect(throws: error) { try reader.read([0, 0, 0, 0]) }
        }
    }

    @Test func `Does not cut a message that is too long`() {
        let error = #expect(throws: FrameError.self) {
            try Frames.frames(of: [UInt8](repeating: 0, count: 51), limits: Self.limits)
        }

        #expect(error?.code == .tooLong)
    }

    @Test func `Survives a hundred thousand damaged frames within its bounds`() throws {
        var chance = Chance(state: 1)
        let good = try (0..<40).map { try Frames.frames(of: [UInt8](repeating: 5, count: $0), limits: Self.limits) }

        for _ in 0..<100_000 {
            var reader = FrameReader(limits: Self.limits)
            let bytes = chance.damage(good[chance.below(40)], with: good[chance.below(40)])
            let messages = (try? reader.read(bytes[...])) ?? []
            #expect(messages.allSatisfy { $0.count <= Self.limits.message })
        }
    }
}
