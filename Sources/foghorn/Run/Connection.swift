import FogAPI
import FogHTTP
import FogTime
import Foundation

/// The way to a server that a command works on; nothing is connected until something is sent.
struct Connection: Sendable {
    /// Server with everything that is set of it.
    let choice: ServerChoice
    /// The same, checked.
    let settings: ServerSettings
    /// Carries requests; to be shut down at the end.
    let transport: HTTPTransport

    /// Settles on a server and prepares the way to it.
    ///
    /// - Throws: ``UsageError`` where the settings do not hold.
    init(_ options: ServerOptions, environment: [String: String]) throws(UsageError) {
        let folder = ConfigFolder(file: options.config, environment: environment)
        try self.init(
            ServerChoice(
                options.server,
                profiles: try Profiles.read(folder),
                environment: environment,
                flags: options.entry
            )
        )
    }

    /// Prepares the way to a server.
    init(_ choice: ServerChoice) throws(UsageError) {
        self.choice = choice
        settings = try ServerSettings(choice.entry)
        do {
            transport = try HTTPTransport(
                settings.address,
                certificateFile: settings.certificateFile,
                pin: settings.pin,
                limits: settings.http
            )
        } catch {
            throw UsageError(error.message, hint: error.hint)
        }
    }

    /// Makes a client with the server's login.
    ///
    /// - Throws: ``UsageError`` where no login is set.
    func server(environment: [String: String], clock: any Clock<Duration>) throws(UsageError) -> FogServer {
        FogServer(
            transport: transport,
            credentials: try LoginSource.read(choice, environment: environment),
            clock: clock,
            limits: settings.limits
        ) { .random(in: 0..<1) }
    }

    /// Looks at the certificate that the server shows; nil where there is none.
    func certificate() async -> ServerCertificate? {
        await CertificateReader.certificate(of: settings.address, timeout: settings.http.connect)
    }
}
