import FogModel
import FogOperations
import FogSession

/// `flow.each` over 100,000 items, each of which asks for something that is answered at once.
let flowEach = Scenario(name: "flow.each", longest: .nanoseconds(1_000_000_000 / 150_000), rounds: 11) {
    let count = 100_000
    let loop = ScriptLoop(
        """
        local flow = require("flow")
        local items = {}
        for i = 1, \(count) do items[i] = i end
        while true do
          local results = flow.each(items, { parallel = 200 }, function(item) return fog.find_host(item) or item end)
          assert(results.n == \(count) and results[\(count)] == \(count))
          fog.now()
        end
        """
    ) { _ in .success(.rows([Host]())) }
    return (
        ours: {
            _ = try await loop.turn()
            return count
        },
        peers: nil
    )
}
