import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing

/// Server on loopback that answers with raw bytes, well-formed or not.
final class RawServer: Sendable {
    /// What is done with a connection once a request has been read.
    enum Step: Sendable {
        case send(String)
        /// Ends the connection after what was sent.
        case close
        /// Breaks the connection.
        case reset
    }

    /// Chooses the steps for a request; an empty list leaves the client waiting.
    typealias Reply = @Sendable (_ request: String) -> [Step]

    /// Port of 127.0.0.1.
    let port: Int
    private let record: Record

    private init(port: Int, record: Record) {
        self.port = port
        self.record = record
    }

    /// Requests as they came, in order.
    var requests: [String] { record.counts.requests }
    /// How many connections were made.
    var connections: Int { record.counts.connections }

    /// Starts a server, lends it and stops it.
    ///
    /// A greeting is sent before any request; with `tls` the server speaks TLS.
    static func run<Outcome>(
        greeting: String? = nil,
        tls: TLSConfiguration? = nil,
        reply: @escaping Reply,
        perform: (RawServer) async throws -> Outcome
    ) async throws -> Outcome {
        let record = Record()
        let context = try tls.map { try NIOSSLContext(configuration: $0) }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let context { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
                    try pipeline.addHandler(Handler(greeting: greeting, record: record, reply: reply))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        return try await perform(RawServer(port: try #require(channel.localAddress?.port), record: record))
    }

    /// Lends a port at which nothing listens, and which nobody else gets meanwhile.
    static func withDeadPort(_ perform: (Int) async throws -> Void) async throws {
        try await run { _ in
            []
        } perform: { server in
            // The near end of a connection holds its port and does not listen.
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: "127.0.0.1", port: server.port).get()
            defer { channel.close(promise: nil) }
            try await perform(try #require(channel.localAddress?.port))
        }
    }

    /// Lends a port whose queue of connections is full, so that the system drops further attempts.
    static func withFullQueue(_ perform: (Int) async throws -> Void) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1)
            .serverChannelOption(.autoRead, value: false)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { listener.close(promise: nil) }
        let port = try #require(listener.localAddress?.port)
        // Linux takes one more than the backlog.
        var clients: [any Channel] = []
        defer { for client in clients { client.close(promise: nil) } }
        for _ in 1...2 {
            clients.append(try await ClientBootstrap(group: group).connect(host: "127.0.0.1", port: port).get())
        }
        try await perform(port)
    }

    /// Waits until so many requests have come.
    func received(_ count: Int) async {
        await record.wait { $0.requests.count >= count }
    }

    /// Waits until so many connections have ended.
    func ended(_ count: Int) async {
        await record.wait { $0.ended >= count }
    }

    /// What has happened so far.
    struct Counts: Sendable {
        var requests: [String] = []
        var connections = 0
        var ended = 0
    }

    /// Counts, and those who wait for one.
    private final class Record: Sendable {
        private struct Waiter {
            let condition: @Sendable (Counts) -> Bool
            let continuation: CheckedContinuation<Void, Never>
        }

        private let state = Mutex((counts: Counts(), waiters: [Waiter]()))

        var counts: Counts { state.withLock { $0.counts } }

        func note(_ change: (inout Counts) -> Void) {
            let ready = state.withLock { state in
                change(&state.counts)
                let counts = state.counts
                let ready = state.waiters.filter { $0.condition(counts) }
                state.waiters.removeAll { $0.condition(counts) }
                return ready
            }
            for waiter in ready { waiter.continuation.resume() }
        }

        func wait(until condition: @escaping @Sendable (Counts) -> Bool) async {
            await withCheckedContinuation { continuation in
                state.withLock { $0.waiters.append(Waiter(condition: condition, continuation: continuation)) }
                note { _ in }
            }
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let greeting: String?
        private let record: Record
        private let reply: Reply
        private var buffer = ""

        init(greeting: String?, record: Record, reply: @escaping Reply) {
            self.greeting = greeting
            self.record = record
            self.reply = reply
        }

        func channelActive(context: ChannelHandlerContext) {
            record.note { $0.connections += 1 }
            if let greeting { perform([.send(greeting)], context) }
            context.fireChannelActive()
        }

        func channelInactive(context: ChannelHandlerContext) {
            record.note { $0.ended += 1 }
            context.fireChannelInactive()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            buffer += String(buffer: unwrapInboundIn(data))
            while let request = takeRequest() {
                record.note { $0.requests.append(request) }
                perform(reply(request), context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }

        private func takeRequest() -> String? {
            guard let blank = buffer.firstRange(of: "\r\n\r\n") else { return nil }
            let head = buffer[..<blank.lowerBound].lowercased()
            let length = head.firstRange(of: "content-length: ").map { head[$0.upperBound...].prefix { $0.isNumber } }
            let rest = buffer[blank.upperBound...].utf8
            guard rest.count >= Int(length ?? "0") ?? 0,
                let end = rest.index(
                    rest.startIndex,
                    offsetBy: Int(length ?? "0") ?? 0,
                    limitedBy: rest.endIndex
                )
            else { return nil }
            defer { buffer = String(buffer[end...]) }
            return String(buffer[..<end])
        }

        private func perform(_ steps: [Step], _ context: ChannelHandlerContext) {
            for step in steps {
                switch step {
                case .send(let text):
                    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
                case .close:
                    context.close(promise: nil)
                case .reset:
                    let linger = linger(l_onoff: 1, l_linger: 0)
                    let option = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger)
                    option?.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
                }
            }
        }
    }
}
