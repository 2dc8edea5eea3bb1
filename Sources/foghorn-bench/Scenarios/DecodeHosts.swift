import FogAPI
import FogModel
import FogSim
import Foundation

/// The list of 10,000 hosts as a server of FOG 1.5 writes it to `Host` values, beside Python's reader on the same bytes.
func decodeHosts(_ name: String, _ typing: FogSim.Typing) -> Scenario {
    Scenario(
        name: name,
        peer: "Python's json.loads",
        unit: .byte,
        limit: 1,
        mostMegabytes: 40,
        rounds: 11
    ) {
        let body = try Lab.allHosts(typing)
        let file = try TemporaryFile(body)
        let python = try Python.loads(file.path)
        let server = HeldAnswer.server(body)
        return (
            ours: {
                let hosts = try await server.hosts()
                guard hosts.count == Lab.size else { throw BenchFailure(description: "\(hosts.count) hosts were read") }
                return body.count
            },
            peers: {
                try python.turn()
                return withExtendedLifetime(file) { body.count }
            }
        )
    }
}
