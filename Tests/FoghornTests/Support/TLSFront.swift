import NIOCore
import NIOPosix
import NIOSSL

/// Takes encrypted connections and hands what comes on to a server that speaks plain HTTP.
enum TLSFront {
    /// Runs in front of a port of 127.0.0.1 and lends its own.
    static func run(_ certificate: String, before port: Int, perform: (Int) async throws -> Void) async throws {
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(ServedFog.file(certificate + ".pem")).map {
                .certificate($0)
            },
            privateKey: .privateKey(
                try NIOSSLPrivateKey(file: ServedFog.file(certificate + ".key.pem"), format: .pem)
            )
        )
        let context = try NIOSSLContext(configuration: configuration)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { near in
                near.eventLoop.makeCompletedFuture {
                    try near.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                }
                .flatMap {
                    ClientBootstrap(group: near.eventLoop).connect(host: "127.0.0.1", port: port)
                }
                .flatMap { far in
                    near.eventLoop.makeCompletedFuture {
                        try near.pipeline.syncOperations.addHandler(Relay(to: far))
                        try far.pipeline.syncOperations.addHandler(Relay(to: near))
                    }
                    .flatMap { near.setOption(.autoRead, value: true) }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        try await perform(channel.localAddress?.port ?? 0)
    }

    /// Passes bytes on to another channel of the same loop, and ends with it.
    private final class Relay: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let other: any Channel

        init(to other: any Channel) {
            self.other = other
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            other.writeAndFlush(unwrapInboundIn(data), promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            other.close(promise: nil)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
