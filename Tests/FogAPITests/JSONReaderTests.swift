import FogAPI
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: [
        ("0", 0), ("-1", -1), ("0000000042", 42), ("12.0", 12), ("1e3", 1000),
        ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ])
    func `Reads whole numbers however they are written`(text: String, number: Int) throws {
        var reader = JSONReader(Array(text.utf8))

        #expect(reader.integer(try reader.number()) == number)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1.5", "1e999", "-", "1-1", String(repeating: "9", count: 50),
    ])
    func `Gives nothing for a number that is not whole or does not fit`(text: String) throws {
        var reader = JSONReader(Array(text.utf8))

        #expect(reader.integer(try reader.number()) == nil)
    }

    @Test(arguments: [
        (#""a\/b""#, "a/b"), (#""\n\t\"\\""#, "\n\t\"\\"), (#""\u00fc""#, "ü"), (#""\ud83d\ude00""#, "😀"),
        (#""\ud83d x""#, "\u{FFFD} x"), (#""\ude00""#, "\u{FFFD}"), (#""\u12""#, "\u{FFFD}12"), ("\"日本\"", "日本"),
    ])
    func `Reads escapes, and broken ones as U+FFFD`(json: String, text: String) throws {
        var reader = JSONReader(Array(json.utf8))

        #expect(reader.string(try reader.text()) == text)
    }

    @Test func `Reads bytes that are no UTF-8 as U+FFFD`() throws {
        var reader = JSONReader([0x22, 0x61, 0xFF, 0xC3, 0x22])

        #expect(reader.string(try reader.text()) == "a\u{FFFD}\u{FFFD}")
    }

    @Test(arguments: [
        ("&amp;lt;", "&lt;"), ("&lt;i&gt; &amp; &quot;q&quot; &#039;s&#039;", "<i> & \"q\" 's'"),
        ("&auml; &", "&auml; &"),
        ("a &amp;amp; b", "a &amp; b"),
    ])
    func `Decodes HTML entities once`(escaped: String, plain: String) throws {
        var reader = JSONReader(Array("\"\(escaped)\"".utf8))

        #expect(reader.string(try reader.text(), html: true) == plain)
    }

    @Test(arguments: [#"{"a":[1,{"b":"]"},null],"c":true}"#, "[]", "{}", "\"x\\\"y\"", " -1.5e3", "false"])
    func `Passes over any value`(json: String) throws {
        var reader = JSONReader(Array(json.utf8))

        try reader.skip()

        try reader.finish()
    }

    @Test(arguments: [
        ("[1", JSONFault.Kind.cut), ("{\"a\":", .cut), ("\"abc", .cut), ("\"abc\\", .cut), ("tru", .cut), ("", .cut),
        ("[}", .malformed), ("{\"a\":[}]", .malformed), ("nul1", .malformed), ("#", .malformed),
        (String(repeating: "[", count: 70), .malformed),
    ])
    func `Tells what is cut off from what is wrong`(json: String, kind: JSONFault.Kind) {
        var reader = JSONReader(Array(json.utf8))

        let error = #expect(throws: JSONFault.self) { try reader.skip() }

        #expect(error?.kind == kind)
    }

    @Test func `Refuses deep nesting of objects that are read`() {
        var reader = JSONReader(Array(String(repeating: "{\"a\":", count: 1000).utf8))
        func descend(_ reader: inout JSONReader) throws(JSONFault) {
            try reader.members { (reader, _) throws(JSONFault) in try descend(&reader) }
        }

        let error = #expect(throws: JSONFault.self) { try descend(&reader) }

        #expect(error?.kind == .malformed)
    }

    @Test(arguments: ["[1 2]", "[,1]", "{\"a\" 1}", "{1:2}", "{\"a\":1 \"b\":2}"])
    func `Refuses what is no JSON where it is read`(json: String) {
        var reader = JSONReader(Array(json.utf8))

        #expect(throws: JSONFault.self) { try reader.elements { (reader) throws(JSONFault) in try reader.skip() } }
    }

    @Test func `Passes a byte order mark`() throws {
        var reader = JSONReader([0xEF, 0xBB, 0xBF] + Array("[]".utf8))

        try reader.skip()

        try reader.finish()
    }
}

@Suite struct JSONValueTests {
    @Test func `Writes what the reader reads`() throws {
        let value = JSONValue.object([
            .init("text", .text("a \"b\" \\ \n\t\r \u{1} ü / 日")), .init("numbers", .numbers([1, -2])),
            .init("flag", .flag(true)), .init("none", .null),
        ])

        #expect(
            String(decoding: value.bytes, as: UTF8.self)
                == #"{"text":"a \"b\" \\ \n\t\r \u0001 ü / 日","numbers":[1,-2],"flag":true,"none":null}"#
        )
    }
}
