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

    @Test(arguments: [
        (#"a\xff"#, #"a\u{FFFD}"#), (#"\x80\x80b"#, #"\u{FFFD}\u{FFFD}b"#), (#"é\xbf€"#, #"é\u{FFFD}€"#),
        (#"\xe2\x82"#, #"\u{FFFD}\u{FFFD}"#), (#"\xed\xa0\x80"#, #"\u{FFFD}\u{FFFD}\u{FFFD}"#),
        (#"\xf0\x9f\x98\x80\x80\xc3"#, #"\u{1F600}\u{FFFD}\u{FFFD}"#), ("aé€", "aé€"),
    ])
    func `Puts U+FFFD for each byte that is no UTF-8, in names too`(_ bytes: String, _ text: String) throws {
        try Stage().run(
            """
            local json, expect = require("json"), require("expect")
            expect.equal(json.decode('"\(bytes)"'), '\(text)')
            expect.equal(json.encode('\(bytes)'), '"\(text)"')
            expect.equal(json.encode(json.decode('{"\(bytes)": 1}')), '{"\(text)":1}')
            """
        )
    }

    @Test func `Reads a megabyte that is no text as what it is, an error that can be caught`() throws {
        try Stage().run(
            """
            local json, expect = require("json"), require("expect")
            for _, byte in ipairs({ "\\xff", "\\x80", "\\xc3" }) do
              expect.falsy(pcall(json.decode, byte:rep(1 << 20)))
            end
            """
        )
    }
}
