import FogAPI
import FogHTTP
import FogModel
import FogSim

/// All 10,000 hosts, beside curl on the requests that were answered.
///
/// FOG 1.5 cannot bear to list them at once; requests that the server refused are in our time only. FOG 1.6 lists them by
/// pages of its own, which are asked for one after another.
func listHosts(_ name: String, _ dialect: FogSim.Dialect, limit: Double) -> Scenario {
    Scenario(
        name: name,
        peer: "curl fetching the same pages",
        limit: limit,
        mostMegabytes: 60,
        rounds: 11
    ) {
        try await measureList(dialect)
    }
}

private func measureList(_ dialect: FogSim.Dialect) async throws -> (ours: Scenario.Side, peers: Scenario.Side?) {
    let lab = try ServedLab(dialect)
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
