import FogModel
import Foundation
import Testing

/// Values that come from another process, and may be made up there.
@Suite struct CodedAsTextTests {
    private func isRead<Value: Codable & Equatable>(_ value: Value, notAs texts: String...) throws {
        #expect(try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([value])) == [value])
        for text in texts {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([text]))
            }
        }
    }

    @Test func `Are checked again when they are read`() throws {
        let selector = try Selector("group:Lab A,!pc-001,imaged<30d")
        try isRead(#require(MACAddress("00:11:22:33:44:55")), notAs: "", "00:11:22:33:44", "00:11:22:33:44:55/../1")
        try isRead(
            #require(TaskMarker("fh0123456789abcd")),
            notAs: "",
            "fh0123",
            "fh0123456789ABCD",
            "fh012 456789abcd"
        )
        try isRead(try CronTime("30 22 * * 1-5"), notAs: "", "* * * *", "61 * * * *", "* * 31 2 *")
        try isRead(selector, notAs: "group:", "imaged<", "!!pc-001")
    }
}
