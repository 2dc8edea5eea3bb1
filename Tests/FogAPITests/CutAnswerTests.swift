import FogAPI
import FogModel
import TestSupport
import Testing

@Suite struct CutAnswerTests {
    @Test func `Reads every beginning of an answer to an error`() async throws {
        let whole = Array(try Fixtures.recording(71).response.text.utf8)
        let end = try #require(whole.lastIndex(of: UInt8(ascii: "}")))

        for count in stride(from: 0, to: end, by: 7) {
            let answer = ScriptedTransport.answer(200, type: "application/json", Array(whole[..<count]))
            let server = FogServer(
                ScriptedTransport { request, _ in
                    request.path == "/fog/service/list" ? .json(#"{"services":[]}"#) : .other(answer)
                }
            )

            let error = await #expect(throws: FogError.self) { try await server.rows(Image.self) }

            #expect(error?.code == .unavailable)
        }
    }
}
