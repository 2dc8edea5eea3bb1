import FogAPI
import FogHTTP
import FogModel
import FogSim
import FogSimTransport
import FogTime
import Foundation

/// The server of a run, live or simulated, with the clock that goes with it.
struct Site: Sendable {
    /// Server to ask.
    let server: FogServer
    /// Clock of the session.
    let clock: any SessionClock
    /// The same clock where it is virtual; nil on a live server.
    let virtualClock: VirtualClock?
    /// Connections to end afterwards; nil for a simulated server.
    let transport: HTTPTransport?

    /// Makes a simulated server on virtual time; everything follows from the seed.
    static func simulated(hosts: Int, seed: UInt64) -> Site {
        // A school morning; the day differs with the seed so that no script leans on it.
        let start = Date(timeIntervalSince1970: 1_767_600_000 + Double(seed % 365) * 86_400)
        let clock = VirtualClock(startDate: start)
        let sim = FogSim(configuration: .lab(hosts: hosts), seed: seed, start: start)
        let access = sim.configuration.access
        let server = FogServer(
            transport: FogSimTransport(sim) { clock.now.elapsed },
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        ) { 0.5 }
        return Site(server: server, clock: clock, virtualClock: clock, transport: nil)
    }

    /// Makes a client of a live server; nothing is connected yet.
    ///
    /// - Throws: ``UsageError`` where the address or the tokens do not hold.
    static func live(_ options: RunOptions, environment: [String: String]) throws -> Site {
        let secrets = try Secrets.read(environment: environment, file: options.credentials)
        guard let address = options.server ?? secrets[.server] else {
            throw UsageError(
                "no server is named",
                hint: "add --server http://…, set FOGHORN_SERVER, or try the script with --sim"
            )
        }
        let transport = try transport(address, options)
        let clock = LiveClock(startDate: Date())
        let server = FogServer(
            transport: transport,
            credentials: try credentials(secrets),
            clock: clock
        ) { .random(in: 0..<1) }
        return Site(server: server, clock: clock, virtualClock: nil, transport: transport)
    }

    private static func transport(_ address: String, _ options: RunOptions) throws(UsageError) -> HTTPTransport {
        do {
            return try HTTPTransport(try ServerAddress(parsing: address), certificateFile: options.caFile)
        } catch {
            throw UsageError(error.message, hint: error.hint)
        }
    }

    private static func credentials(_ secrets: Secrets) throws(UsageError) -> FogCredentials {
        guard let apiToken = secrets[.apiToken] else {
            throw UsageError(
                "the token of the API is missing",
                hint: "set FOGHORN_API_TOKEN to what FOG shows under FOG Configuration > FOG Settings > API System"
            )
        }
        if let userToken = secrets[.userToken] {
            return FogCredentials(apiToken: Secret(apiToken), userToken: Secret(userToken))
        }
        if let user = secrets[.user], let password = secrets[.password] {
            return FogCredentials(apiToken: Secret(apiToken), user: user, password: Secret(password))
        }
        throw UsageError(
            "the token of a user is missing",
            hint: "set FOGHORN_USER_TOKEN to what FOG shows on the user's page under API Settings"
        )
    }
}
