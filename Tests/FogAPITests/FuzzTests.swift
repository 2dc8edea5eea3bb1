import FogAPI
import FogModel
import TestSupport
import Testing

@Suite struct FuzzTests {
    private static let pieces = [
        "[", "]", "{", "}", "\"", "\\", "\\u", "\\ud83d", ",", ":", "null", "-", "1e999", "99999999999999999999",
        "&amp;", "&",
        "\u{0}", "<html>", "true", "\"id\":", String(repeating: "[", count: 70), "0000-00-00 00:00:00", "ü", "\u{FEFF}",
    ]
    .map { Array($0.utf8) }

    private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
            case 2: bytes.removeLast(bytes.count - place)
            case 3: bytes.insert(contentsOf: Self.pieces.randomElement(using: &dice) ?? [], at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
            }
        }
        return bytes
    }

    private func outcome<Owner: WireEntity>(_ type: Owner.Type, _ body: [UInt8]) async -> String {
        let answer = ScriptedTransport.answer(200, type: "application/json", body)
        let server = FogServer(
            ScriptedTransport { request, _ in
                request.path == "/fog/service/list" ? .json(#"{"services":[]}"#) : .other(answer)
            }
        )
        do {
            _ = try await server.rows(type)
            return "value"
        } catch let error as FogError {
            return error.code.rawValue
        } catch {
            return "other: \(error)"
        }
    }

    @Test func `Reads thousands of damaged answers to values or errors`() async throws {
        var dice = Dice(state: 42)
        let hosts = Array(try Fixtures.recording(99).response.text.utf8)
        let tasks = Array(try Fixtures.recording(183).response.text.utf8)
        let images = Array(try Fixtures.recording(71).response.text.utf8)
        var outcomes: [String: Int] = [:]

        for _ in 0..<1500 {
            outcomes[await outcome(Host.self, mutated(hosts, &dice)), default: 0] += 1
            outcomes[await outcome(FogTask.self, mutated(tasks, &dice)), default: 0] += 1
            outcomes[await outcome(Image.self, mutated(images, &dice)), default: 0] += 1
        }

        #expect(Set(outcomes.keys) == ["value", "server", "unavailable"], "\(outcomes)")
    }

    @Test func `Reads every beginning of an answer to an error`() async throws {
        let images = Array(try Fixtures.recording(71).response.text.utf8)
        let end = try #require(images.lastIndex(of: UInt8(ascii: "}")))

        for count in stride(from: 0, to: end, by: 7) {
            #expect(await outcome(Image.self, Array(images[..<count])) == "unavailable")
        }
    }
}
