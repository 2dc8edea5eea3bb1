import TestSupport
import Testing

@Suite struct RecordingTests {
    @Test func `Reads every recording of both servers`() throws {
        #expect(try Fixtures.recordings(.php8).count == 305)
        #expect(try Fixtures.recordings(.php7).count == 31)
    }

    @Test func `Keeps keys in the order of the server and bytes in its spelling`() throws {
        let recording = try Fixtures.recording(101)

        #expect(recording.response.json?.keys.prefix(3) == ["id", "name", "description"])
        #expect(recording.response.text.utf8.count == recording.response.byteCount)
    }

    @Test func `Gives a body as it was sent`() throws {
        #expect(try Fixtures.recording(178).request.body == "{\"taskTypeID\":")
        #expect(try Fixtures.recording(176).request.body == "{ \"taskTypeID\": 99\n}")
    }

    @Test(arguments: ["{", "{\"a\":}", "[1 2]", "\"\\u12\"", "nul", "1 2", ""])
    func `Rejects what is not one JSON value`(text: String) {
        #expect(throws: OrderedJSONError.self) { try OrderedJSON(text) }
    }
}
