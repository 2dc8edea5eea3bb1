import FogAPI
import FogModel
import FogSim
import FogSimServer
import Foundation

/// The lab behind HTTP, in a process of its own, so that both sides meet the same server.
final class ServedLab {
    /// First word of the arguments with which this program serves a lab.
    static let command = "serve-lab"

    /// Base address.
    let address: String
    /// Tokens of the server.
    let credentials: FogCredentials

    private let worker: Worker

    /// Starts the process and waits until it serves.
    init(_ dialect: FogSim.Dialect) throws {
        worker = try Worker(CommandLine.arguments[0], [Self.command, dialect.rawValue])
        address = try worker.line()
        let access = FogSim.Access()
        credentials = FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken))
    }

    /// Serves a lab until the input ends; prints the address first.
    static func serve(_ dialect: FogSim.Dialect) async throws {
        let server = FogSimServer(Lab.simulation(dialect, isBounded: true), clock: ContinuousClock())
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await server.run { address in
                    print(address)
                    fflush(nil)
                }
            }
            while readLine() != nil {}
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
