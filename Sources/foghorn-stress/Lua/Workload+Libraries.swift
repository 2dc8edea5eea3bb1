extension Workload {
    /// Calls every function of `string`, so that each of its buffers, captures and messages is met by a failure.
    static let strings = #"""
        local t, ok, e = {}, nil, nil
        local long = ("key=value; "):rep(30, "-")
        for k, v in long:gmatch("(%w+)=(%w+)") do t[k .. #t] = v end
        for at in long:gmatch("()k") do t[#t + 1] = at end
        assert(long:find("(v%w-)e;") and long:match("%f[%w]%w+") == "key" and long:find("; -", 1, true))
        assert(long:match("()(k)(e)(y)=") == 1 and long:find("%b=;") == 4 and long:match("(k)ey=.-%1ey") == "k")
        local longer = long:gsub("%w+", { key = s.text(9) }) assert(#longer > #long)
        assert(#longer:gsub("()", "%0%1") > #longer and #longer:gsub("(%w)", "%1%%") > #longer)
        assert(#long:gsub("%w+", function(word) return word .. s.text(40) end) > 1500)
        ok, e = pcall(string.gsub, long, "k", function() error({ code = 7 }) end) assert(not ok and e.code == 7)
        ok, e = pcall(string.gsub, long, "k", function() return {} end) assert(not ok and e:find("invalid repl"), e)
        ok, e = pcall(string.gsub, long, "k", "%9") assert(not ok and e:find("invalid capture"), e)
        ok, e = pcall(string.match, long, "(") assert(not ok and e:find("unfinished capture"), e)
        ok, e = pcall(string.find, ("a"):rep(300), ("a?"):rep(210) .. "b") assert(not ok and e:find("pattern too"), e)
        ok, e = pcall(string.rep, "x", 1 << 62, "yy") assert(not ok and e:find("too large"), e)
        for _, v in ipairs({ {}, pairs, coroutine.create(pairs), s.kept(1) }) do
          t[tostring(v)] = ("%s %q %5.1f"):format(v, long, 1.5)
        end
        local named = setmetatable({}, { __tostring = function() return s.text(50) end, __name = "Named" })
        assert(("%s"):format(named) == tostring(named))
        ok, e = pcall(tostring, setmetatable({}, { __tostring = function() return {} end })) assert(not ok)
        ok, e = pcall(string.format, "%p", t) assert(not ok and e:find("address"), e)
        ok, e = pcall(function() string.rep = 1 end) assert(not ok and e:find("read%-only"), e)
        ok, e = pcall(function() return string.fromat end) assert(not ok and e:find("did you mean a hint"), e)
        for name in pairs(string) do t[#t + 1] = name end
        assert(long:upper():lower() == long and long:reverse():len() == #long and long:sub(1, 3) == "key")
        assert(string.char(long:byte(1, 60)) == long:sub(1, 60))
        assert(string.unpack("s4", string.pack("s4", long)) == long and string.packsize("i4i8") == 12)
        """#

    /// Calls every function of `table`, plain and through metamethods, with results and with errors.
    static let tables = #"""
        local words, copy, ok, e = {}, {}, nil, nil
        for i = 1, 40 do table.insert(words, 1, "word number " .. i % 13) end
        table.insert(words, "the last of the words")
        table.move(words, 1, #words, 3, copy) table.move(words, 1, 20, 5) table.remove(words, 2) table.remove(words)
        table.sort(words)
        table.sort(words, function(x, y) return s.text(#x) .. x > s.text(#y) .. y end)
        assert(#table.concat(words, s.text(30)) > 1000 and #copy > 40)
        local packed = table.pack(table.unpack(words)) assert(packed.n == #words and packed[1] == words[1])
        local seen = setmetatable({}, {
          __len = function() return 6 end, __index = function(_, i) return s.text(20) .. 7 - i end,
          __newindex = function(_, i, value) copy[value or 0] = i end,
        })
        assert(#table.concat(seen, ", ") > 120 and select("#", table.unpack(seen)) == 6)
        table.insert(seen, 2, "x") table.remove(seen, 1) table.move(seen, 1, 3, 2)
        table.sort(setmetatable({}, { __len = function() return 30 end, __index = words, __newindex = words }))
        ok, e = pcall(table.concat, { "x", {} }) assert(not ok and e:find("concat"), e)
        ok, e = pcall(table.insert, words, 999, 1) assert(not ok and e:find("out of bounds"), e)
        ok, e = pcall(table.insert, words) assert(not ok and e:find("wrong number"), e)
        ok, e = pcall(table.unpack, {}, 1, 1 << 40) assert(not ok and e:find("too many"), e)
        ok, e = pcall(table.sort, { 1, 2, 3, 4 }, function() error({ code = 7 }) end) assert(not ok and e.code == 7)
        ok, e = pcall(table.sort, { 1, "x", {} }) assert(not ok and e:find("compare"), e)
        ok, e = pcall(table.sort, words, function() return true end) assert(not ok and e:find("order function"), e)
        ok, e = pcall(table.sort, 5) assert(not ok and e:find("table expected"), e)
        ok, e = pcall(table.remove, setmetatable({}, {}), 9) assert(not ok and e:find("out of bounds"), e)
        """#

    /// Calls the functions of ours among the globals and in `coroutine` and `math`.
    static let globals = #"""
        local ok, e, t = nil, nil, {}
        local co = coroutine.create(function(...)
          assert(coroutine.isyieldable() and coroutine.running())
          local x <close> = setmetatable({}, { __close = function() s.text(60) end })
          coroutine.yield(s.text(50), ...) error("in a coroutine " .. s.text(9))
        end)
        assert(select("#", coroutine.resume(co, 1, 2)) == 4 and coroutine.status(co) == "suspended")
        ok, e = coroutine.resume(co) assert(not ok and e:find("in a coroutine"), e)
        ok, e = coroutine.close(co) assert(coroutine.status(co) == "dead")
        ok, e = pcall(coroutine.wrap(function() error({ code = 7 }) end)) assert(not ok and e.code == 7)
        for i in coroutine.wrap(function() for i = 1, 5 do coroutine.yield(i .. s.text(45)) end end) do t[i] = i end
        ok, e = pcall(coroutine.wrap(function() return pcall(coroutine.yield, s.text(50)) end)) assert(ok and #e == 50)
        ok, e = pcall(setmetatable, {}, { __gc = pairs }) assert(not ok and e:find("finalizers"), e)
        ok, e = pcall(setmetatable, setmetatable({}, { __metatable = 1 }), {}) assert(not ok and e:find("protected"), e)
        ok, e = pcall(rawset, s, "x", 1) assert(not ok, e)
        assert(rawset(t, s.text(50), 5)[s.text(50)] == 5 and collectgarbage("count") > 1)
        ok, e = pcall(collectgarbage, "stop") assert(not ok and e:find("only"), e)
        ok, e = load("local x = = 1", "a chunk with a long name, so that it is cut " .. s.text(60)) assert(not ok)
        ok, e = load("return ...", "c", "t", { s.text(50) }) assert(ok("x") == "x")
        ok, e = pcall(load, function() return nil end) assert(not ok, e)
        ok, e = xpcall(function() local n = nil n.field = 1 end, function(m) return { m .. s.text(50) } end)
        assert(not ok and e[1]:find("attempt to index"))
        ok, e = pcall(pcall) assert(not ok)
        ok, e = pcall(function() undeclared = 1 end) assert(not ok and e:find("not declared"), e)
        math.randomseed(5) local drawn = math.random(1 << 40) math.randomseed(5) assert(drawn == math.random(1 << 40))
        ok, e = pcall(math.randomseed) assert(not ok and e:find("needs a number"), e)
        """#
}
