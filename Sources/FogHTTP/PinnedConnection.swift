import NIOCore
import NIOSSL

/// Lets a connection be used only where the server showed the pinned certificate.
///
/// What stands in the handshake is bound to the certificate's key, so equal fingerprints mean the same server.
enum PinnedConnection {
    /// Checks a connection whose handshake is over.
    ///
    /// - Returns: future that fails with ``OtherCertificate`` before anything was sent.
    static func check(_ channel: any Channel, _ pin: CertificateFingerprint) -> EventLoopFuture<Void> {
        channel.pipeline.handler(type: NIOSSLClientHandler.self).flatMapThrowing { handler in
            let shown = try handler.peerCertificate.map { try CertificateFingerprint($0) }
            guard shown != pin else { return }
            throw OtherCertificate(shown: shown, pin: pin)
        }.flatMapError { error in
            // The client library forgets a connection that failed here, and does not close it.
            channel.eventLoop.execute { channel.close(promise: nil) }
            return channel.eventLoop.makeFailedFuture(error)
        }
    }
}

/// A server that shows another certificate than the pinned one.
struct OtherCertificate: Error {
    let shown: CertificateFingerprint?
    let pin: CertificateFingerprint

    /// One line with both fingerprints.
    var message: String {
        "the server shows the certificate \(shown.map(\.description) ?? "(none)"), and \(pin) is pinned: "
            + "it was renewed, or somebody stands in between"
    }
}
