import FogAPI
import FogModel
import FogSim
import Foundation
import HTTPTypes

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
        let server = FogServer(
            transport: HeldAnswer(body: body),
            credentials: FogCredentials(apiToken: Secret(""), userToken: Secret("")),
            clock: ContinuousClock(),
            dialect: .five
        ) { 0 }
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

/// Gives one answer to every request but that for the server's time zone.
private struct HeldAnswer: FogTransport {
    let address = "http://127.0.0.1"
    let body: [UInt8]

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let isSetting = request.path?.contains("/service") ?? false
        return TransportAnswer(
            response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
            body: isSetting ? Array(#"{"count":0,"services":[]}"#.utf8) : self.body
        )
    }
}
