extension Workload {
    /// Uses bound functions, objects, waits, references and errors in every place that the shim has code for.
    static let bindings = #"""
        local t = {}
        for i = 1, 20 do t[i] = s.text(i * 10) end
        for i, v in ipairs(s.list()) do t[#t + 1] = v .. i end
        assert(#table.concat(t, ",") > 100)
        local ok, e = pcall(s.fail) assert(not ok and e.number > 0)
        ok, e = pcall(s.refuse) assert(not ok and e:find("refused"), e)
        local a, b, c = s.objects() t.keep = a
        assert(b == "between" and #a.name > 15 and a ~= c and c:twin().number > 0 and c:after() > c.number and tostring(a):find("Tracked"))
        for name, value in pairs(a) do t[name] = value end
        assert(a.waited == "wwwwwww" and a.other.waited .. a.other.number ~= "" and rawequal(a.waited, c.waited))
        ok, e = pcall(function() return a.fails end) assert(not ok and e.number)
        ok, e = pcall(table.sort, { 1, 2 }, function() return a.waited == a.waited end) assert(not ok and e:find("cannot wait"), e)
        for i = 1, 20 do
          local k = s.kept(i)
          assert(k.number == i and #k.name > 15 and k.none == nil and #k.list[2] > 15 and k.half + 0.5 == 1 and k.yes)
          assert(k.table.key[2] == 2 and s.copy(k).name == k.name)
          for name, value in pairs(k) do t[name .. i] = value end
        end
        ok, e = pcall(function() return a.nmae end) assert(not ok and e:find("has no field"), e)
        ok, e = pcall(function() a.name = 1 end) assert(not ok and e:find("read%-only"), e)
        ok, e = pcall(function() s.x = 1 end) assert(not ok and e:find("read%-only"), e)
        ok, e = pcall(function() return missing end) assert(not ok and e:find("not declared"), e)
        local copy, f = s.copy({ 1, { x = { y = s.text(50) } }, a }, function() return a end)
        assert(copy[2].x.y == s.text(50) and copy[3] == a and f() == a and s.constants.list[2] == 2.5)
        ok, e = pcall(s.copy, { [5] = 1 }) assert(not ok and e:find("keys must be"), e)
        assert(s.each(function(i, text, object) t[text] = object.number local o = s.objects() return text:upper(), o end) == 3)
        ok, e = pcall(s.each, function(i) if i == 2 then error({ code = i }) end return s.text(50) end) assert(not ok and e.code == 2)
        ok, e = pcall(s.each, function(i) return s.fail() end) assert(not ok and e.number)
        ok, e = pcall(s.each, function(i) return s.wait(1) end) assert(not ok and e:find("cannot wait"), e)
        local words = coroutine.wrap(function() for i = 1, 5 do coroutine.yield(s.wait(i * 10)) end end)
        for w in words do t[#t + 1] = w end
        ok, e = pcall(s.wait, 13) assert(not ok and e.number)
        local mt = setmetatable({}, { __index = function(_, k) return s.wait(#k) end }) assert(mt.hello == "wwwww")
        assert(("a b c"):gsub("%a", function(x) return s.text(3) end) == "xxx xxx xxx")
        table.sort(t, function(x, y) return tostring(x) < tostring(y) end)
        ok, e = xpcall(function()
          local x <close> = setmetatable({}, { __close = function() s.text(40) s.wait(3) end }) error("in close")
        end, function(m) return m .. s.text(20) end)
        assert(not ok)
        local g = load("local a = ... return a .. 'suffix of the loaded chunk'") assert(g("p"))
        local co = coroutine.create(function(...) local v = coroutine.yield(s.text(60)) return s.wait(5) end)
        assert(coroutine.resume(co)) assert(coroutine.resume(co, 1))
        ok, e = xpcall(error, function(m) error(m) end, "x") assert(not ok)
        local co2 = coroutine.create(function() local function h(m) error(m) end return xpcall(s.fail, h) end)
        coroutine.resume(co2)
        local co3 = coroutine.create(function()
          local x <close> = setmetatable({}, { __close = function() s.text(5) end }) coroutine.yield()
        end)
        coroutine.resume(co3) assert(coroutine.close(co3))
        local function deep(n) if n == 0 then return s.wait(2) end return coroutine.wrap(deep)(n - 1) end
        assert(deep(10) == "ww")
        return a, { t = { s.text(5) } }, function() end
        """#
}
