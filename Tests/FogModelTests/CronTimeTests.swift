import FogModel
import Foundation
import Testing

@Suite struct CronTimeTests {
    @Test(arguments: [
        "30 22 * * 1-5", "0 0 1 1 *", "*/15 * * * *", "0,30 8-18 * * *", "5-55/10 0 1,15 */2 0", "0 0 29 2 *",
        "0 0 31 1-2 *",
        "59 23 31 12 6",
    ])
    func `Takes what FOG understands`(text: String) throws {
        let time = try CronTime(text)

        #expect(time.description == text)
        #expect(try JSONDecoder().decode(CronTime.self, from: JSONEncoder().encode(time)) == time)
    }

    @Test(arguments: [
        "", "* * * *", "* * * * * *", "@daily", "60 * * * *", "-1 * * * *", "* 24 * * *", "* * 0 * *", "* * 32 * *",
        "* * * 13 *", "* * * 0 *", "* * * * 7", "* * * * MON", "* * * JAN *", "*/0 * * * *", "*/60 * * * *",
        "5/15 * * * *",
        "10-5 * * * *", "1-2-3 * * * *", "1,,2 * * * *", ",1 * * * *", "1.5 * * * *", "+1 * * * *", "٣ * * * *",
        "? * * * *",
        "L * * * *", "*/ * * * *", "*/5/5 * * * *", "0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6,9,11 *", "1 2 3 4 5-9",
        "** * * * *",
    ])
    func `Refuses what FOG would never fire at, or at another time`(text: String) {
        let error = #expect(throws: FogError.self) { try CronTime(text) }

        #expect(error?.code == .invalidArgument)
    }

    @Test func `Is not read from what it would not take`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CronTime.self, from: Data(#""* * *""#.utf8)) }
    }
}
