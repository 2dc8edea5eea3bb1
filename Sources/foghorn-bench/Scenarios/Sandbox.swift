import CBenchPeer

/// Lua that computes, in a session as scripts have it, beside a bare C host with all of Lua's libraries.
///
/// - Parameters:
///   - name: last part of the scenario's name.
///   - limit: largest ratio that is good enough.
///   - work: Lua that declares a function `work`.
/// - Returns: the scenario.
func sandbox(_ name: String, limit: Double, _ work: String) -> Scenario {
    Scenario(name: "sandbox.\(name)", peer: "bare C host", limit: limit) {
        let loop = ScriptLoop("\(work)\nwhile true do work() fog.now() end") { _ in nil }
        return (
            ours: {
                _ = try await loop.turn()
                return 1
            },
            peers: {
                // SAFETY: the C host reads the text that it is handed and keeps a copy.
                let isGood = unsafe bench_peer_work("\(work)\nreturn work")
                if !isGood { throw BenchFailure(description: "the C host failed") }
                return 1
            }
        )
    }
}

/// Calls of functions.
let sandboxFib = sandbox(
    "fib",
    limit: 1.05,
    """
    local function fib(n)
      if n < 2 then return n end
      return fib(n - 1) + fib(n - 2)
    end
    local function work() assert(fib(25) == 75025) end
    """
)

/// Fields of tables, and floats.
let sandboxNBody = sandbox(
    "nbody",
    limit: 1.05,
    """
    local function body(x, y, z, vx, vy, vz, mass)
      return { x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass }
    end
    local bodies = {
      body(0, 0, 0, 0, 0, 0, 39.47),
      body(4.84, -1.16, -0.10, 0.60, 2.81, -0.02, 0.037),
      body(8.34, 4.12, -0.40, -1.01, 1.81, 0.008, 0.011),
      body(12.89, -15.11, -0.22, 1.08, 0.86, -0.010, 0.0017),
      body(15.37, -25.91, 0.17, 0.97, 0.59, -0.034, 0.0020),
    }
    local function advance(step)
      for i = 1, #bodies do
        local one = bodies[i]
        for j = i + 1, #bodies do
          local other = bodies[j]
          local dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
          local square = dx * dx + dy * dy + dz * dz
          local pull = step / (math.sqrt(square) * square)
          local mine, theirs = one.mass * pull, other.mass * pull
          one.vx, one.vy, one.vz = one.vx - dx * theirs, one.vy - dy * theirs, one.vz - dz * theirs
          other.vx, other.vy, other.vz = other.vx + dx * mine, other.vy + dy * mine, other.vz + dz * mine
        end
      end
      for i = 1, #bodies do
        local one = bodies[i]
        one.x, one.y, one.z = one.x + step * one.vx, one.y + step * one.vy, one.z + step * one.vz
      end
    end
    local function work() for _ = 1, 4000 do advance(0.001) end end
    """
)

/// Strings that are formatted, changed, searched and put together.
let sandboxStrings = sandbox(
    "strings",
    limit: 1.05,
    """
    local function work()
      local lines, sum = {}, 0
      for i = 1, 4000 do
        local name = "pc-" .. i % 100 .. "-" .. i
        lines[#lines + 1] = string.format("%s;%05d;%s", name:upper(), i, ("x"):rep(i % 10))
      end
      local text = table.concat(lines, "\\n")
      for name, number in text:gmatch("([^;\\n]+);(%d+)") do sum = sum + #name + tonumber(number) end
      text = text:gsub("PC%-", "host-"):lower()
      for at = 1, #text - 4, 40 do sum = sum + (text:find("host", at, true) or 0) + text:byte(at) end
      assert(#text > 0 and sum > 0)
    end
    """
)

/// Lists that are sorted: numbers, texts, and by a function.
let sandboxSort = sandbox(
    "sort",
    limit: 1.1,
    """
    local function work()
      local seed, numbers, texts, rows = 42, {}, {}, {}
      for i = 1, 4000 do
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers[i], texts[i], rows[i] = seed, "pc-" .. seed, { order = seed % 1000 }
      end
      table.sort(numbers)
      table.sort(texts)
      table.sort(rows, function(one, other) return one.order < other.order end)
      assert(numbers[1] <= numbers[2] and texts[1] <= texts[2] and rows[1].order <= rows[2].order)
    end
    """
)
