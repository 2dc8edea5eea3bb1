import FogSession
import Testing

@Suite struct ModuleFuzzTests {
    let stage = Stage()

    private func run(_ text: String, seed: UInt64) throws {
        let prefix = """
            local json, csv = require("json"), require("csv")
            local expect = require("expect")
            local letters = { "a", '"', ",", ";", "\\r", "\\n", "\\0", "\\xFF", "é", "[", "]", "{", "}", ":", "\\\\", "1", " " }
            local function word(count)
              local parts = {}
              for i = 1, math.random(0, count) do parts[i] = letters[math.random(#letters)] end
              return table.concat(parts)
            end

            """
        try stage.run(prefix + text, SessionSettings(seed: seed))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `Gives back each value through JSON`(seed: UInt64) throws {
        try run(
            """
            local function value(depth)
              local kind = math.random(depth > 4 and 4 or 6)
              if kind == 1 then return math.random(-1000000, 1000000) end
              if kind == 2 then return math.random() * 10 ^ math.random(-20, 20) end
              if kind == 3 then return (word(8):gsub("\\xFF", "")) end
              if kind == 4 then return math.random(3) == 1 and json.null or math.random(2) == 1 end
              local entries = {}
              for i = 1, math.random(0, 4) do
                entries[kind == 5 and i or "k" .. word(3):gsub("\\xFF", "") .. i] = value(depth + 1)
              end
              return entries
            end
            for _ = 1, 200 do
              local one = value(1)
              local text = json.encode(one)
              expect.equal(json.decode(text), one, text)
              expect.equal(json.encode(json.decode(text)), text)
              expect.equal(json.decode(json.encode(one, { indent = 2 })), one)
            end
            """,
            seed: seed
        )
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `Gives back each cell through CSV`(seed: UInt64) throws {
        try run(
            """
            for _ = 1, 200 do
              local rows = {}
              for i = 1, math.random(1, 5) do rows[i] = { "x" .. word(6), word(6), word(6) .. "y" } end
              local text = csv.format(rows, { separator = ";" })
              expect.equal(csv.parse(text, { header = false, separator = ";" }), rows, text)
            end
            """,
            seed: seed
        )
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `Reads damaged text, or says by line what is wrong`(seed: UInt64) throws {
        try run(
            """
            for _ = 1, 1000 do
              local text = word(40)
              for _, read in ipairs({ json.decode, csv.parse, csv.parse_hosts }) do
                local ok, err = pcall(read, text)
                if not ok then
                  expect.equal(err.code, "invalid_argument", tostring(err))
                end
              end
            end
            """,
            seed: seed
        )
    }
}
