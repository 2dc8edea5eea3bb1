import FogAPI
import FogSim
import FogSimTransport
import Foundation
import Testing

/// Holds both ways to a simulated server to the port's promises.
@Suite struct ConformanceTests {
    @Test(arguments: TransportRequirement.all)
    func `Keeps the port's promises over HTTP`(_ requirement: TransportRequirement) async throws {
        try await requirement.check(ServedSim())
    }

    @Test(arguments: TransportRequirement.all)
    func `Keeps the port's promises in process`(_ requirement: TransportRequirement) async throws {
        try await requirement.check(InProcess())
    }

    private struct InProcess: TransportHarness {
        func withTransport(
            to configuration: FogSim.Configuration,
            perform: (any FogTransport) async throws -> Void
        ) async throws {
            let sim = FogSim(configuration: configuration, seed: 1, start: Date(timeIntervalSince1970: 1_800_000_000))
            try await perform(FogSimTransport(sim) { .zero })
        }
    }
}
