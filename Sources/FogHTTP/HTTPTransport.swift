import AsyncHTTPClient
package import FogAPI
package import HTTPTypes
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// Carries requests to a FOG server over HTTP or HTTPS.
///
/// Connections are kept and shared where the server allows it, redirects are never followed, proxies of the environment
/// are ignored, and nothing is ever sent twice. Call ``shutdown()`` at the end.
package final class HTTPTransport: FogTransport {
    /// Base address for people, without a trailing slash.
    package let address: String

    private let server: ServerAddress
    private let limits: HTTPLimits
    private let client: HTTPClient
    private let isShutDown = Atomic(false)

    /// Makes a transport; connects to nothing yet.
    ///
    /// - Parameters:
    ///   - address: server to send to.
    ///   - certificateFile: path of a PEM file with certificates to trust besides the system's; nil for none.
    ///   - pin: the one certificate of the server that is taken, whoever issued it and whatever name it is for; nil takes
    ///     any that is trusted.
    ///   - limits: connections, times and sizes.
    /// - Throws: ``TransportSetupError`` where the certificates cannot be read.
    package init(
        _ address: ServerAddress,
        certificateFile: String? = nil,
        pin: CertificateFingerprint? = nil,
        limits: HTTPLimits = HTTPLimits()
    ) throws(TransportSetupError) {
        server = address
        self.address = address.text
        self.limits = limits
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = TimeAmount(limits.connect)
        configuration.connectionPool.idleTimeout = TimeAmount(limits.idle)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connections
        // Else a refused connection is tried again until the time for connecting is up.
        configuration.connectionPool.retryConnectionEstablishment = false
        if address.isSecure {
            var encryption = try Self.tlsConfiguration(trusting: certificateFile)
            if let pin {
                // The client library lets nobody verify; it calls this before it hands a connection to a request.
                encryption.certificateVerification = .none
                configuration.http1_1ConnectionDebugInitializer = { PinnedConnection.check($0, pin) }
            }
            configuration.tlsConfiguration = encryption
        }
        // One event loop of the shared group: no thread of its own, and what the collector sees is in order.
        client = HTTPClient(
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton.next()),
            configuration: configuration
        )
    }

    deinit {
        // The client traps where it was not shut down.
        if !isShutDown.load(ordering: .acquiring) { client.shutdown { _ in } }
    }

    /// Closes all connections; requests that are on their way fail.
    ///
    /// A second call does nothing. Cancellation has no effect.
    package func shutdown() async {
        guard !isShutDown.exchange(true, ordering: .acquiringAndReleasing) else { return }
        // Fails only where it was shut down before.
        try? await client.shutdown()
    }

    /// Sends one request and reads the whole answer.
    ///
    /// - Throws: ``TransportError``; `CancellationError` where the task was cancelled, after which the request may have
    ///   arrived.
    package func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        try Task.checkCancellation()
        let outgoing = try OutgoingRequest(request, body: body, server: server)
        let collector = AnswerCollector(limit: limits.body)
        let exchange = client.execute(
            request: outgoing.request,
            delegate: collector,
            deadline: .now() + TimeAmount(timeout)
        )
        do {
            return try await withTaskCancellationHandler {
                try await exchange.futureResult.get()
            } onCancel: {
                exchange.fail(reason: CancellationError())
            }
        } catch {
            throw Failure(error).mapped(wasSent: collector.wasSent, timeout: timeout, limits: limits)
        }
    }

    private static func tlsConfiguration(trusting file: String?) throws(TransportSetupError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        guard let file else { return configuration }
        do {
            let certificates = try NIOSSLCertificate.fromPEMFile(file)
            guard !certificates.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
            configuration.additionalTrustRoots = [.certificates(certificates)]
        } catch {
            throw TransportSetupError(
                "no certificate can be read from \(file)",
                hint: "name a readable PEM file, which begins with -----BEGIN CERTIFICATE-----"
            )
        }
        return configuration
    }
}
