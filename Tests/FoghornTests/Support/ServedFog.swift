import FogSim
import FogSimServer
import Foundation
import TestSupport

/// A simulated server over HTTP or HTTPS, as a test wants it.
enum ServedFog {
    /// Serves a simulation, lends its address, and stops it.
    ///
    /// - Parameters:
    ///   - certificate: name of a certificate of the fixtures; nil serves plain HTTP.
    ///   - change: changes the lab of six hosts before it starts.
    ///   - perform: gets the address.
    /// - Throws: where the port cannot be had, and what the test throws.
    static func run(
        certificate: String? = nil,
        _ change: (inout FogSim.Configuration) -> Void = { _ in },
        perform: (String) async throws -> Void
    ) async throws {
        var lab = FogSim.Configuration.lab(hosts: 6)
        change(&lab)
        let sim = FogSim(configuration: lab, seed: 1, start: Date())
        let server = FogSimServer(sim, port: 0, speed: 60, clock: ContinuousClock())
        try await withThrowingTaskGroup { group in
            let (addresses, bound) = AsyncStream.makeStream(of: String.self)
            group.addTask {
                defer { bound.finish() }
                try await server.run { bound.yield($0) }
            }
            for await address in addresses {
                try await lend(address, certificate, perform)
                break
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private static func lend(
        _ address: String,
        _ certificate: String?,
        _ perform: (String) async throws -> Void
    ) async throws {
        guard let certificate else { return try await perform(address) }
        let port = Int(address.split(separator: ":").last ?? "") ?? 0
        try await TLSFront.run(certificate, before: port) { try await perform("https://127.0.0.1:\($0)") }
    }

    /// Path of a file among the certificates of the fixtures.
    static func file(_ name: String) -> String { Fixtures.folder.appending(path: "tls/" + name).path }

    /// Fingerprint of a certificate of the fixtures.
    static func fingerprint(_ name: String) throws -> String {
        let text = try String(contentsOfFile: file("fingerprints.txt"), encoding: .utf8)
        return text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map {
            String($0.dropFirst(name.count + 1))
        } ?? ""
    }
}
