package import FogAPI
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// Looks at the certificate of a server without trusting it; nothing is sent but the handshake.
package enum CertificateReader {
    /// Connects, reads the certificate and hangs up.
    ///
    /// - Parameters:
    ///   - address: server; one that is not encrypted has none.
    ///   - timeout: time for the connection and the handshake.
    /// - Returns: certificate; nil where the server is not encrypted or none can be read.
    package static func certificate(of address: ServerAddress, timeout: Duration) async -> ServerCertificate? {
        guard address.isSecure else { return nil }
        // Whatever goes wrong here has its own error where the server is used.
        return try? await read(address, TimeAmount(timeout))
    }

    private static func read(_ address: ServerAddress, _ timeout: TimeAmount) async throws -> ServerCertificate? {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        let context = try NIOSSLContext(configuration: configuration)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: ServerCertificate?.self)
        // A number of the net cannot be named in the handshake.
        let isNumber = (try? SocketAddress(ipAddress: address.host, port: 1)) != nil
        let deadline = loop.scheduleTask(in: timeout) { promise.fail(ChannelError.connectTimeout(timeout)) }
        defer { deadline.cancel() }
        let connecting = ClientBootstrap(group: loop)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: context,
                        serverHostname: isNumber ? nil : address.host
                    )
                    try channel.pipeline.syncOperations.addHandlers(handler, HandshakeWatch(promise: promise))
                }
            }
            .connect(host: address.host, port: address.port)
        // Nobody else answers the promise where there is no connection.
        connecting.whenFailure { promise.fail($0) }
        let channel = try await connecting.get()
        defer { channel.close(promise: nil) }
        return try await promise.futureResult.get()
    }
}

/// Reads the certificate as soon as the handshake is over.
private final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<ServerCertificate?>

    init(promise: EventLoopPromise<ServerCertificate?>) {
        self.promise = promise
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent {
            promise.completeWith(
                Result {
                    let handler = try context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
                    return try handler.peerCertificate.map { try ServerCertificate($0) }
                }
            )
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        promise.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(ChannelError.eof)
        context.fireChannelInactive()
    }
}

extension ServerCertificate {
    fileprivate init(_ certificate: NIOSSLCertificate) throws {
        self.init(
            fingerprint: try CertificateFingerprint(certificate).description,
            validFrom: Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore)),
            validUntil: Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
        )
    }
}
