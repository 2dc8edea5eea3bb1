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

/// 10,000 jobs that wait at once: at most 4 KiB each, with their coroutine and all that is kept beside it.
///
/// They are begun by the hundred, since what is told to the host on the way is none of theirs.
let flowWaiting = Scenario(name: "flow.waiting", mostMegabytes: 41, rounds: 1) {
    let count = 10_000
    return (
        ours: {
            let loop = ScriptLoop(
                """
                local flow = require("flow")
                for i = 1, \(count) do
                  flow.spawn(function() return fog.find_host(i) end)
                  if i % 100 == 0 then flow.sleep(0) end
                end
                fog.now()
                """
            ) { operation in
                if case .session(.sleep) = operation { .success(.done) } else { nil }
            }
            _ = try await loop.turn()
            return count
        },
        peers: nil
    )
}
