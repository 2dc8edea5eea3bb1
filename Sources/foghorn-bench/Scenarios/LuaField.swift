import CBenchPeer
import FogModel
import FogOperations
import FogSession

/// A script that reads `host.name` over and over, beside a userdata of C whose `__index` compares names and pushes a text.
let luaField = Scenario(name: "lua.field", peer: "C userdata getter", limit: 1.5) {
    let count: Int32 = 200_000
    let loop = ScriptLoop(
        """
        local host = fog.host(1)
        while true do
          local name
          for i = 1, \(count) do name = host.name end
          assert(name == "lab-a-01")
          fog.now()
        end
        """
    ) { _ in
        guard let id = HostID(1) else { throw BenchFailure(description: "no number") }
        var host = Host(id: id)
        host.name = "lab-a-01"
        return .success(.rows([host]))
    }
    return (
        ours: {
            _ = try await loop.turn()
            return Int(count)
        },
        peers: {
            if !bench_peer_field(count) { throw BenchFailure(description: "the C host failed") }
            return Int(count)
        }
    )
}
