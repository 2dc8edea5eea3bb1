import CBenchPeer
import FogModel
import FogOperations
import FogSession
import Testing

/// What scripts have of Lua's `os`.
@Suite struct OSTests {
    private let stage = Stage()

    /// Gives what Lua's own library makes of a chunk.
    private func peer(_ script: String) -> String {
        var bytes = [CChar](repeating: 0, count: 1 << 20)
        // SAFETY: the function writes at most as many bytes as it is told.
        let count = unsafe bytes.withUnsafeMutableBufferPointer { place in
            unsafe bench_peer_text(script, place.baseAddress, place.count)
        }
        return String(decoding: bytes.prefix(min(count, bytes.count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test func `Writes times as Lua's own does, letter by letter`() throws {
        let script = """
            local lines = {}
            local instant = 0
            for round = 1, 400 do
              instant = (instant * 1103515245 + 12345 * round) % 4102444800
              for letter in ("aAbBcdDeFHhIjmMnprRStTuwxXyYz%"):gmatch(".") do
                lines[#lines + 1] = os.date("!<%" .. letter .. ">", instant)
              end
              local date = os.date("!*t", instant)
              lines[#lines + 1] = table.concat({ date.year, date.month, date.day, date.hour, date.min, date.sec,
                date.wday, date.yday, tostring(date.isdst) }, " ")
            end
            return table.concat(lines, "\\n")
            """

        let ours = try stage.run(script)

        #expect(ours == .string(peer(script)))
    }

    @Test func `Tells the time of the run, and counts by it`() throws {
        try stage.run(
            """
            local flow = require("flow")
            print(os.time(), os.clock())
            flow.sleep("2m")
            print(os.time(), os.clock(), os.difftime(os.time(), 1800000100))
            print(os.date("%F %T", 86400), os.date("%z", 0))
            """
        )

        #expect(stage.printed == ["1800000000\t0.0", "1800000120\t120.0\t20.0", "1970-01-02 00:00:00\t+0000"])
    }

    @Test func `Counts fields beyond their ranges on, and sets them right`() throws {
        try stage.run(
            """
            local date = { year = 2026, month = 14, day = 0, hour = 25, min = -1 }
            print(os.time(date), date.year, date.month, date.day, date.hour, date.min, date.wday, date.yday)
            print(os.time({ year = 1970, month = 1, day = 1 }))
            """
        )

        #expect(stage.printed == ["1801443540\t2027\t2\t1\t0\t59\t2\t32", "43200"])
    }

    @Test func `Stands in the server's zone`() throws {
        stage.override = { operation in
            if case .server(.zoneOffset) = operation { .success(.zone(ZoneSpan(offset: 3600))) } else { nil }
        }

        try stage.run(
            "print(os.date('%H:%M %z', 0), os.date('!%H:%M', 0), os.time({ year = 1970, month = 1, day = 1 }))"
        )

        #expect(stage.printed == ["01:00 +0100\t00:00\t39600"])
    }

    @Test(arguments: [
        ("os.execute('ls')", "os has no function \"execute\"; scripts run no commands"),
        ("os.tiem()", "os has no function \"tiem\"; did you mean \"time\"?"),
        ("os.time = print", "os is read-only: cannot set \"time\""),
        ("os.time(1)", "bad argument #1 to 'time' (table expected, got number)"),
        ("os.time({ year = 2026 })", "field 'month' missing in date table"),
        ("os.time({ year = 2026, month = 'x', day = 1 })", "field 'month' is not an integer"),
        ("os.time({ year = 1e15, month = 1, day = 1 })", "field 'year' is out-of-bound"),
        ("os.date('%Ez')", "bad argument #1 to 'date' (invalid conversion specifier '%E')"),
        ("os.date('%')", "bad argument #1 to 'date' (invalid conversion specifier '%')"),
        ("os.date('%c', 'x')", "bad argument #2 to 'date' (a whole number of seconds since 1970 expected)"),
        ("os.difftime(1)", "bad argument #2 to 'difftime' (number expected, got nil)"),
    ])
    func `Says what scripts do without, and what does not hold`(call: String, words: String) throws {
        let failure = try #require(stage.failure(call))

        #expect(failure.message == "test.lua:1: " + words)
    }
}
