import FogAPI
import FogHTTP
import FogModel
import FogSim

/// All 10,000 hosts of a server that cannot bear to list them at once, beside curl on the requests that were answered.
///
/// Requests that the server refused are in our time only.
let listHosts = Scenario(
    name: "api.list.10000",
    peer: "curl fetching the same pages",
    limit: 1.5,
    mostMegabytes: 60,
    rounds: 11
) {
    let lab = try ServedLab(.php8)
    let noted = NotedTransport(try HTTPTransport(ServerAddress(parsing: lab.address)))
    try await list(lab, noted)
    let file = try Curl.configuration(lab.address, noted.requests)
    let curl = try Curl.fetch(file)
    let transport = try HTTPTransport(ServerAddress(parsing: lab.address))
    return (
        ours: {
            try await list(lab, transport)
            return 1
        },
        peers: {
            try curl.turn()
            return withExtendedLifetime(file) { 1 }
        }
    )
}

/// Lists all hosts with a client that knows nothing of the server yet.
private func list(_ lab: ServedLab, _ transport: any FogTransport) async throws {
    let server = FogServer(transport: transport, credentials: lab.credentials, clock: ContinuousClock()) { 0 }
    let hosts = try await server.hosts()
    guard hosts.count == Lab.size else { throw BenchFailure(description: "\(hosts.count) hosts were listed") }
}
