import NIOCore
import Synchronization

/// The connections that are open, so that they can be closed together.
final class Connections: Sendable {
    private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

    /// Keeps a connection until it ends.
    func add(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        open.withLock { $0[key] = channel }
        channel.closeFuture.whenComplete { [self] _ in
            open.withLock { _ = $0.removeValue(forKey: key) }
        }
    }

    /// Closes all connections and waits for their end.
    func close() async {
        for channel in open.withLock({ Array($0.values) }) {
            // Fails where the connection has ended by itself.
            try? await channel.close()
        }
    }
}
