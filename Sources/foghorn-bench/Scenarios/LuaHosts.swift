import CBenchPeer
import FogAPI
import FogModel
import FogOperations
import FogSession
import FogSim
import Foundation

/// JSON of 10,000 hosts to objects that a script walks through, beside lua-cjson's tables of the same bytes.
let luaHosts = Scenario(
    name: "lua.hosts.10000",
    peer: "lua-cjson",
    unit: .byte,
    limit: 1,
    rounds: 11
) {
    let body = try Lab.allHosts(.php8)
    let file = try TemporaryFile(body)
    guard let open = FileHandle(forReadingAtPath: file.path) else { throw BenchFailure(description: "no file") }
    let server = HeldAnswer.server(body)
    let loop = ScriptLoop(
        """
        while true do
          local sum = 0
          for _, host in ipairs(fog.hosts()) do sum = sum + #host.name end
          print(sum)
          fog.now()
        end
        """
    ) { _ in .success(.rows(try await server.hosts())) }
    let expected = "\(try await server.hosts().reduce(0) { $0 + $1.name.utf8.count })"
    return (
        ours: {
            let printed = try await loop.turn()
            // The first turn's time comes before its line.
            if let sum = printed.last, sum != expected { throw BenchFailure(description: "the names sum to \(sum)") }
            return body.count
        },
        peers: {
            let sum = withExtendedLifetime(file) { bench_peer_hosts(open.fileDescriptor) }
            guard "\(sum)" == expected else {
                throw BenchFailure(description: "lua-cjson: is the package lua-cjson there?")
            }
            return body.count
        }
    )
}
