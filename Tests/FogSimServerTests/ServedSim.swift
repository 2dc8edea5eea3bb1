import FogAPI
import FogHTTP
import FogSim
import FogSimServer
import FogTime
import Foundation

/// Reaches a simulated server over HTTP on loopback.
struct ServedSim: TransportHarness {
    func withTransport(
        to configuration: FogSim.Configuration,
        perform: (any FogTransport) async throws -> Void
    ) async throws {
        try await withServer(configuration) { transport, _ in try await perform(transport) }
    }
}

/// Serves a simulation, lends a transport to it and its clock, and stops it.
func withServer(
    _ configuration: FogSim.Configuration,
    port: Int = 0,
    speed: Double = 60,
    clock: VirtualClock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000)),
    perform: (HTTPTransport, VirtualClock) async throws -> Void
) async throws {
    let sim = FogSim(configuration: configuration, seed: 1, start: clock.startDate)
    let server = FogSimServer(sim, port: port, speed: speed, clock: clock)
    try await withThrowingTaskGroup { group in
        let (addresses, bound) = AsyncStream.makeStream(of: String.self)
        group.addTask {
            defer { bound.finish() }
            try await server.run { bound.yield($0) }
        }
        for await address in addresses {
            let transport = try HTTPTransport(ServerAddress(parsing: address))
            do { try await perform(transport, clock) } catch {
                await transport.shutdown()
                throw error
            }
            await transport.shutdown()
            break
        }
        group.cancelAll()
        try await group.waitForAll()
    }
}

extension VirtualClock {
    /// Lets time pass, moment by moment for those who wait for one.
    func pass(_ time: Duration) async throws {
        let end = now.advanced(by: time)
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.sleep(until: end, tolerance: nil) }
            while now < end {
                if !advance() { await Task.yield() }
            }
            try await group.waitForAll()
        }
    }
}
