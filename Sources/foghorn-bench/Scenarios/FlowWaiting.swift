import FogOperations
import FogSession

/// 10,000 jobs that wait at once: at most 4 KiB each, with their coroutine and all that is kept beside it.
///
/// The session is there before. They are begun by the hundred, since what is told to the host on the way is none of theirs.
let flowWaiting = Scenario(name: "flow.waiting", mostMegabytes: 41, rounds: 1) {
    let count = 10_000
    let loop = ScriptLoop(
        """
        local flow = require("flow")
        while true do
          fog.now()
          for i = 1, \(count) do
            flow.spawn(function() return fog.find_host(i) end)
            if i % 100 == 0 then flow.sleep(0) end
          end
        end
        """
    ) { operation in
        if case .session(.sleep) = operation { .success(.done) } else { nil }
    }
    _ = try await loop.turn()
    return (
        ours: {
            _ = try await loop.turn()
            return count
        },
        peers: nil
    )
}
