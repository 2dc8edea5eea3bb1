package import FogAPI
package import FogSim

/// A way to reach a simulated server, to be held to what ``FogTransport`` promises.
package protocol TransportHarness: Sendable {
    /// Starts a simulated server, lends a transport to it, and takes both down.
    func withTransport(
        to configuration: FogSim.Configuration,
        perform: (any FogTransport) async throws -> Void
    ) async throws
}
