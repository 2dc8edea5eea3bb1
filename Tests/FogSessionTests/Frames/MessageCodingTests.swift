import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct MessageCodingTests {
    /// Name of an enum's case, whatever it carries.
    static func caseName(_ value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }

    @Test(arguments: Samples.commands)
    func `Gives back each command`(command: SessionCommand) throws {
        let bytes = try MessageCoding.encode(command)

        #expect(try MessageCoding.decode(SessionCommand.self, from: bytes) == command)
    }

    @Test(arguments: Samples.events)
    func `Gives back each event`(event: SessionEvent) throws {
        let bytes = try MessageCoding.encode(event)

        #expect(try MessageCoding.decode(SessionEvent.self, from: bytes) == event)
    }

    @Test func `Has a sample of every case`() {
        // The compiler says when a case is missing here.
        func isKnown(_ answer: Answer) -> Bool {
            switch answer {
            case .done, .server, .rows, .plugins, .numbers, .records, .raw, .created, .multicast, .verdicts, .reason,
                .time,
                .zone, .permission, .flag:
                true
            }
        }
        func isKnown(_ value: ScriptValue) -> Bool {
            switch value {
            case .none, .boolean, .integer, .number, .string, .secret, .list, .map: true
            }
        }
        func isKnown(_ command: SessionCommand) -> Bool {
            switch command {
            case .describe, .run, .answer, .cancel, .open, .prompt: true
            }
        }
        func isKnown(_ event: SessionEvent) -> Bool {
            switch event {
            case .described, .notDescribed, .operation, .output, .artifact, .idle, .finished, .failed, .prompt: true
            }
        }

        // As many as the eight families have cases.
        let cases = Samples.operations.map { "\(type(of: $0.member)).\(Self.caseName($0.member))" }
        #expect(Set(cases).count == 53)
        #expect(Set(Samples.answers.filter(isKnown).map(Self.caseName)).count == 15)
        #expect(Set(Samples.scriptValues.filter(isKnown).map(Self.caseName)).count == 8)
        #expect(Set(Samples.commands.filter(isKnown).map(Self.caseName)).count == 6)
        #expect(Set(Samples.events.filter(isKnown).map(Self.caseName)).count == 9)
    }

    @Test func `Keeps the bits of floating-point numbers`() throws {
        for number in [Double.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude] {
            let read = try MessageCoding.decode([Double].self, from: MessageCoding.encode([number]))

            #expect(read.map(\.bitPattern) == [number.bitPattern])
        }
    }

    @Test func `Keeps whole numbers of every size`() throws {
        let numbers: [Int] = [0, 30, 31, 127, 128, 1 << 40, .max, -1, -31, -32, -33, .min]
        #expect(try MessageCoding.decode([Int].self, from: MessageCoding.encode(numbers)) == numbers)
        #expect(try MessageCoding.decode([UInt64].self, from: MessageCoding.encode([UInt64.max])) == [.max])
        #expect(try MessageCoding.decode([Int8].self, from: MessageCoding.encode([Int8.min])) == [.min])
        #expect(throws: FrameError.self) { try MessageCoding.decode([Int8].self, from: MessageCoding.encode([128])) }
        #expect(throws: FrameError.self) { try MessageCoding.decode([UInt].self, from: MessageCoding.encode([-1])) }
        #expect(throws: FrameError.self) {
            try MessageCoding.decode([Int].self, from: MessageCoding.encode([UInt.max]))
        }
    }

    @Test func `Writes ten thousand hosts in less than two hundred bytes each`() throws {
        let answer = SessionCommand.answer(1, .success(.rows(Array(repeating: Samples.host, count: 10_000))))

        let bytes = try MessageCoding.encode(answer)

        #expect(bytes.count < 2_000_000)
        #expect(try MessageCoding.decode(SessionCommand.self, from: bytes) == answer)
    }

    @Test func `Refuses values that lie too deep, on both sides`() throws {
        var value = ScriptValue.none
        for _ in 0..<200 { value = .list([value]) }
        let deep = try MessageCoding.encode(value, limits: FrameLimits(depth: 10_000))

        let encoding = #expect(throws: FrameError.self) { try MessageCoding.encode(value) }
        let decoding = #expect(throws: FrameError.self) { try MessageCoding.decode(ScriptValue.self, from: deep) }

        #expect(encoding?.code == .tooDeep)
        #expect(decoding?.code == .tooDeep)
    }

    @Test func `Charges rows no less than they take`() {
        let sizes = [
            MemoryLayout<Host>.stride, MemoryLayout<FogTask>.stride, MemoryLayout<Image>.stride,
            MemoryLayout<Group>.stride,
            MemoryLayout<SessionEvent>.stride, MemoryLayout<ParameterDescription>.stride,
        ]

        #expect(sizes.allSatisfy { $0 <= FrameLimits.containerCharge }, "\(sizes)")
        #expect(MemoryLayout<ShownValue>.stride <= FrameLimits.valueCharge)
        #expect(MemoryLayout<ScriptValue>.stride <= FrameLimits.valueCharge)
    }
}
