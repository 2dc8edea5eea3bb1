package import FogSim
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Serves a simulated FOG server on this machine's loopback, as Apache serves a real one.
///
/// Each answer closes its connection. During an outage nothing listens, so that connections are refused; answers that
/// the simulation loses or cuts off end with the connection. Time runs at a multiple of the clock's.
///
/// Unlike Apache, the library refuses a path with raw bytes beyond ASCII, with 400; in process they are taken.
package final class FogSimServer: Sendable {
    private let sim: FogSim
    private let time: SimulatedTime
    private let port: Int
    /// Port that was bound, so that the server has the same one after an outage; zero before.
    private let boundPort = Atomic(0)
    /// Listens and serves all connections: one event loop of the shared group.
    private let loop: any EventLoop

    /// Makes a server; the simulation's time begins now.
    ///
    /// - Parameters:
    ///   - sim: simulated server.
    ///   - port: port of 127.0.0.1; 0 lets the system choose a free one.
    ///   - speed: simulated seconds a second, more than 0.
    ///   - clock: the clock that goes on by itself.
    package init(_ sim: FogSim, port: Int = 0, speed: Double = 60, clock: some Clock<Duration>) {
        self.sim = sim
        self.port = port
        time = SimulatedTime(clock: clock, speed: speed)
        loop = MultiThreadedEventLoopGroup.singleton.next()
    }

    /// Serves until the task is cancelled; then closes all connections and returns.
    ///
    /// - Parameter whenBound: called once, when the server can be reached, with its address, as in
    ///   `http://127.0.0.1:8080`.
    /// - Throws: ``FogSimServerError`` where the port cannot be had.
    package func run(whenBound: (_ address: String) async -> Void) async throws {
        while !Task.isCancelled {
            let now = time.elapsed()
            let outages = sim.configuration.outages
            if let outage = outages.first(where: { $0.contains(now) }) {
                // Ends early only where the task was cancelled.
                try? await time.sleep(until: outage.upperBound)
            } else {
                try await serve(until: outages.map(\.lowerBound).filter { $0 > now }.min(), whenBound: whenBound)
            }
        }
    }

    /// Serves until a simulated moment, or until the task is cancelled.
    private func serve(until end: Duration?, whenBound: (String) async -> Void) async throws {
        let connections = Connections()
        let before = boundPort.load(ordering: .acquiring)
        let listener = try await listen(port: before == 0 ? port : before, connections)
        if before == 0, let port = listener.localAddress?.port {
            boundPort.store(port, ordering: .releasing)
            await whenBound("http://127.0.0.1:\(port)")
        }
        // Each of these ends early only where the task was cancelled or the listener failed.
        if let end {
            try? await time.sleep(until: end)
        } else {
            try? await withTaskCancellationHandler {
                try await listener.closeFuture.get()
            } onCancel: {
                listener.close(promise: nil)
            }
        }
        // Fails where it is closed already.
        try? await listener.close()
        await connections.close()
    }

    private func listen(port: Int, _ connections: Connections) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: loop)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [sim, time] channel in
                connections.add(channel)
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(SimConnection(sim: sim, time: time))
                }
            }
        do {
            return try await bootstrap.bind(host: "127.0.0.1", port: port).get()
        } catch {
            throw FogSimServerError(port: port, reason: "\(error)")
        }
    }
}

/// Why a simulated server could not begin to listen.
package struct FogSimServerError: Error, Hashable, Sendable {
    /// What is wrong, one line, names the port.
    package let message: String
    /// What to do.
    package let hint = "choose another port, or 0 for one that is free"

    init(port: Int, reason: String) {
        message = "nothing can be served on port \(port) of 127.0.0.1: \(reason)"
    }
}
