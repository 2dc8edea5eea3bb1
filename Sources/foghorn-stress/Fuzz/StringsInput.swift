import LuaKit

/// Gives bytes to Lua's own library: the first chooses what, then come three strings, parted by zeros.
enum StringsInput {
    private static let script = """
        local choice, one, two, three = ...
        local number = #one * 7 - 20
        local ways = {
          function() for a, b in one:gmatch(two, number) do local _ = a, b end end,
          function() return one:find(two, number), one:match(two), one:find(two, number, true) end,
          function() return (one:gsub(two, three, 50)), (one:gsub(two, { a = 1, b = "x" })) end,
          function() return (one:gsub(two, function(a, b) return b or a end)) end,
          function() return one:format(two, three, number, number / 3, -number, two, three) end,
          function() return one:format(number, number / 7, two, three, number) end,
          function() return one:format(number / 3, two, number) end,
          function() return one:unpack(two, number) end,
          function() return one:pack(number, two, three, number, number) end,
          function() return one:packsize(), two:unpack(one) end,
          function() return one:pack(number / 3, number, two), two:unpack(one) end,
          function() return one:rep(number, two):sub(number, -number):upper():reverse():byte(1, -1) end,
          function() return utf8.len(one, 1, -1, true), utf8.codepoint(one, 1, -1), utf8.offset(one, number) end,
          function() for at, code in utf8.codes(one) do local _ = utf8.char(code), at end end,
          function() return tonumber(one), tonumber(one, 2 + #two % 35), math.tointeger(one), one + 0, one .. two end,
          function()
            local list = {}
            for part in one:gmatch("[^" .. two .. "]+") do list[#list + 1] = part end
            table.sort(list, three ~= "" and function(a, b) return (a .. three) < (b .. two) end or nil)
            return table.concat(list, two, 1, #list), table.unpack(list, number, number + 5)
          end,
          function()
            local list = { one:byte(1, -1) }
            table.sort(list, function(a, b) return (a * #two) % 7 <= (b * #three) % 5 end)
            table.insert(list, 1, one)
            table.move(list, 1, #list, number % 50 + 1)
            return table.remove(list), next(list), select(number, table.unpack(list))
          end,
          function() local made = load(one, two, "t", {}) return made end,
          function() return load(function() local part = one one = nil return part end, two, three, {}) end,
          function() return os.date(one, number), os.time({ year = number, month = #two, day = #three }) end,
          function() return tostring(one):lower():len(), error({ one, two }, number) end,
        }
        return pcall(ways[choice % #ways + 1])
        """

    static func read(_ bytes: [UInt8]) -> String? {
        guard let choice = bytes.first, bytes.count < 4096 else { return nil }
        let parts = bytes.dropFirst().split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        let strings = (0..<3).map { LuaValue.string(LuaString(bytes: $0 < parts.count ? parts[$0] : [])) }
        do {
            let machine = try LuaMachine(limits: LuaLimits(memory: 8 << 20))
            let coroutine = try machine.start(
                machine.load(script, name: "fuzz.lua"),
                [.integer(Int(choice))] + strings
            )
            _ = Watch.shared.during(machine.stop.deadline) { machine.step(coroutine) }
            machine.close()
            return nil
        } catch {
            return error.kind == .memory ? nil : "throws \(error)"
        }
    }
}
