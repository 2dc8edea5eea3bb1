import FogSim
import TestSupport
import Testing

/// Answers of the simulation beside those of the recorded servers.
///
/// Each series is replayed from its first request to its last against one simulation, so that what a write did is
/// checked by the reads after it.
@Suite struct RecordingTests {
    @Test func `Answers every request as the recorded servers did`() throws {
        let outcomes = try Fixtures.Typing.allCases.reversed().flatMap { try Replay($0).run() }
        let alike = outcomes.count { $0.differences.isEmpty }

        print("recordings answered: \(alike)/\(outcomes.count) (of 336)")
        for outcome in outcomes {
            #expect(outcome.differences.isEmpty, "\(outcome)")
        }
        #expect(outcomes.count == 336)
    }

    @Test func `Tells answers apart that differ in one value, key, type, order or header`() throws {
        let recording = try Fixtures.recording(147)
        let body = recording.response.text
        #expect(Alike.differences(recording, .fake(body)).isEmpty)

        let spoilt = [
            body.replacing("room-101", with: "room-111"), body.replacing("building", with: "buildings"),
            body.replacing("\"id\": 1", with: "\"id\": \"1\""), body.replacing(",\n", with: ""),
            body.replacing("2026-", with: "0000-"), body.replacing("{ ", with: "{  "),
        ]
        for text in spoilt where text != body { #expect(!Alike.differences(recording, .fake(text)).isEmpty, "\(text)") }
        #expect(!Alike.differences(recording, .fake(body, type: "text/html")).isEmpty)
        #expect(!Alike.differences(recording, .fake(body, status: 500)).isEmpty)
    }
}
