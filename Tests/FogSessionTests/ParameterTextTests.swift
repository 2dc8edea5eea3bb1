import FogSession
import Testing

/// The forms in which people write parameters.
@Suite struct ParameterTextTests {
    @Test(
        arguments: [
            ("0", 0), ("4096", 4096), ("1K", 1024), ("512M", 512 << 20), ("4G", 4 << 30), ("4g", 4 << 30),
            ("1.5G", 3 << 29), ("2T", 2 << 40), ("4GiB", 4 << 30),
            ("", nil), ("G", nil), ("1.5", nil), ("-1", nil), ("4GB", nil), ("4iB", nil), ("4 G", nil), ("1.G", nil),
            ("99999999999T", nil), ("1e3", nil), ("٤G", nil),
        ] as [(String, Int?)]
    )
    func `Reads sizes`(text: String, bytes: Int?) {
        #expect(SizeText.bytes(text) == bytes)
    }

    @Test(arguments: [(0, "0"), (1, "1"), (1025, "1025"), (1024, "1K"), (3 << 29, "1536M"), (4 << 30, "4G")])
    func `Writes sizes`(bytes: Int, text: String) {
        #expect(SizeText.text(bytes) == text)
        #expect(SizeText.bytes(text) == bytes)
    }

    @Test(arguments: [(0, "0s"), (59, "59s"), (90, "90s"), (900, "15m"), (7200, "2h"), (86_400, "1d")])
    func `Writes durations`(seconds: Int, text: String) {
        #expect(DurationText.text(seconds) == text)
        #expect(DurationText.seconds(text) == seconds)
    }

    private static let morning = WallTime.Clock(hour: 7, minute: 30, second: 0)

    @Test(
        arguments: [
            ("22:00", .clock(WallTime.Clock(hour: 22, minute: 0, second: 0))),
            ("7:30", .clock(morning)), ("07:30:00", .clock(morning)),
            ("2026-12-01 07:30", .date(year: 2026, month: 12, day: 1, morning)),
            ("2026-12-01T7:30", .date(year: 2026, month: 12, day: 1, morning)),
            ("2028-02-29", .date(year: 2028, month: 2, day: 29, WallTime.Clock(hour: 0, minute: 0, second: 0))),
            ("1764570600", .instant(1_764_570_600)),
            ("", nil), ("24:00", nil), ("22:60", nil), ("22", .instant(22)), ("22:0", nil), ("2026-02-29", nil),
            ("2026-13-01", nil), ("2026-04-31", nil), ("26-12-01", nil), ("2026-12-01 ", nil), ("tomorrow", nil),
            ("2026-12-01  07:30", nil), ("-5", nil), ("1:2:3:4", nil), ("T", nil), ("2026-12-01 1764570600", nil),
        ] as [(String, WallTime?)]
    )
    func `Reads times`(text: String, time: WallTime?) {
        #expect(WallTime(text) == time)
    }

    @Test(arguments: [
        ("pc%-%d+", ["pc-1", "pc-0042"], ["pc-", "xpc-1", "pc-1x", "PC-1"]),
        ("^%u%l*$", ["A", "Room"], ["", "room", "RoOm"]),
        ("[a-c_]+", ["a_b"], ["", "d"]),
        ("[^%s]*", ["", "x-y"], ["x y"]),
        ("[]x]", ["]", "x"], ["[", ""]),
        ("a?b-.", ["bx", "abbx", "x"], ["aab", ""]),
        ("%x%x:%x%x", ["0f:Aa"], ["0g:aa"]),
        ("100%%", ["100%"], ["100"]),
        ("a$b", ["a$b"], ["ab"]),
    ])
    func `Matches whole texts as Lua's patterns do`(pattern: String, fitting: [String], other: [String]) throws {
        let rule = try TextPattern(pattern)

        for text in fitting { #expect(rule.fits(text), "\(text)") }
        for text in other { #expect(!rule.fits(text), "\(text)") }
    }

    @Test(arguments: [
        ("(a)", "has a capture"), ("a%", "ends with %"), ("[a", "has a [ without its ]"), ("%bxy", "has %b"),
        ("%f[a]", "has %f"), ("%1", "has %1"),
    ])
    func `Refuses what is no pattern`(pattern: String, words: String) {
        let fault = #expect(throws: TextPattern.Fault.self) { try TextPattern(pattern) }

        #expect(fault?.words.hasPrefix(words) == true, "\(fault?.words ?? "")")
    }

    @Test func `Takes time in proportion to the text where Lua would take for ever`() throws {
        let rule = try TextPattern(String(repeating: "a*", count: 40) + "b")

        #expect(!rule.fits(String(repeating: "a", count: 2_000)))
    }

    @Test(arguments: [
        ("report.csv", true), ("Räume.md", true), ("a b", true), (String(repeating: "n", count: 200), true),
        ("", false), (".", false), ("..", false), (".ssh", false), ("a/b", false), ("../x", false), ("a\nb", false),
        ("a\0", false), ("a\u{7F}", false), ("a\u{9B}", false), (String(repeating: "n", count: 201), false),
        (String(repeating: "é", count: 101), false),
    ])
    func `Allows names of artifacts that stay in their folder`(name: String, isAllowed: Bool) {
        #expect((Artifact.fault(inName: name) == nil) == isAllowed)
    }

    @Test func `Counts artifacts together, a replaced one once`() {
        let half = String(repeating: "x", count: Artifact.totalLimit / 2)
        var budget = ArtifactBudget()

        let taken = [("a", half), ("b", half), ("b", half), ("c", "x"), ("a", half + "x"), ("a", ""), ("c", half)].map {
            budget.take(Artifact(name: $0, text: $1))
        }

        #expect(taken == [true, true, true, false, false, true, true])
    }
}
