import FogSim
import Foundation
import HTTPTypes

/// The simulated site that scenarios ask: one lab of 10,000 hosts.
enum Lab {
    /// How many hosts it has.
    static let size = 10_000

    /// Starts it.
    ///
    /// - Parameters:
    ///   - dialect: version that it imitates.
    ///   - isBounded: whether PHP has the installer's limit of 256 MiB, so that it crashes over a list of all hosts.
    /// - Returns: the simulation, at its start.
    static func simulation(_ dialect: FogSim.Dialect, isBounded: Bool) -> FogSim {
        var configuration = FogSim.Configuration.lab(hosts: size, dialect: dialect)
        if !isBounded { configuration.wholeHostLimit = nil }
        return FogSim(configuration: configuration, seed: 1, start: Date(timeIntervalSince1970: 1_700_000_000))
    }

    /// Body of the list of all hosts in one answer.
    static func allHosts(_ typing: FogSim.Typing) throws -> [UInt8] {
        let sim = simulation(typing == .php7 ? .fog15php7 : .fog15php8, isBounded: false)
        var request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/fog/host")
        for (name, value) in tokens(sim) {
            guard let name = HTTPField.Name(name) else { continue }
            request.headerFields[name] = value
        }
        let answer = sim.respond(to: request, body: [], at: .zero)
        guard answer.response.status == .ok else {
            throw BenchFailure(description: "the simulation answered \(answer.response.status)")
        }
        return answer.body
    }

    private static func tokens(_ sim: FogSim) -> [(String, String)] {
        let access = sim.configuration.access
        return [("fog-api-token", access.apiToken), ("fog-user-token", access.userToken)]
    }
}
