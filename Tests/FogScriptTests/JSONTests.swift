import Testing

@Suite struct JSONTests {
    @Test(arguments: ["1e400", "-1e400", "[1, 2e999]", #"{"x": \#(String(repeating: "9", count: 400))}"#])
    func `Refuses a number that is beyond all that Lua has`(json: String) throws {
        try Stage().run(
            """
            local json, expect = require("json"), require("expect")
            local good, failure = pcall(json.decode, '\(json)')
            expect.falsy(good)
            expect.equal(failure.code, "invalid_argument")
            expect.matches(failure.message, "line 1, column %d+: the number is too large: %-?%d")
            expect.truthy(#failure.message < 200, failure.message)
            """
        )
    }

    @Test func `Reads the largest and the smallest numbers`() throws {
        try Stage().run(
            """
            local json, expect = require("json"), require("expect")
            expect.equal(json.decode("1.7976931348623157e308"), 0x1.fffffffffffffp1023)
            expect.equal(json.decode("-9223372036854775808"), math.mininteger)
            expect.equal(json.decode("1" .. ("0"):rep(300)), 1e300)
            expect.equal(json.decode("1e-400"), 0.0)
            """
        )
    }
}
