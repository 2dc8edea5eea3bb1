import FogAPI
import FogModel
import Testing

@Suite struct ZoneSpanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var zone: String
        var instant: Int
        var span: ZoneSpan
        var testDescription: String { "\(zone) at \(instant)" }
    }

    static let cases = [
        // Summer time of 2026 began on 29 March at 01:00 UTC and ended on 25 October at 01:00 UTC.
        Case(
            zone: "Europe/Berlin",
            instant: 1_780_000_000,
            span: ZoneSpan(offset: 7_200, start: 1_774_746_000, end: 1_792_890_000)
        ),
        Case(
            zone: "Europe/Berlin",
            instant: 1_774_745_999,
            span: ZoneSpan(offset: 3_600, start: 1_761_440_400, end: 1_774_746_000)
        ),
        // Moscow changed for the last time on 26 October 2014.
        Case(zone: "Europe/Moscow", instant: 1_780_000_000, span: ZoneSpan(offset: 10_800, start: 1_414_274_400)),
        Case(zone: "UTC", instant: 1_780_000_000, span: ZoneSpan(offset: 0)),
        Case(zone: "Etc/GMT+5", instant: -5, span: ZoneSpan(offset: -18_000)),
    ]

    @Test(arguments: cases)
    func `Finds the span that holds an instant`(row: Case) {
        #expect(ZoneSpan(zone: row.zone, at: row.instant) == row.span)
    }
}
