import FogAPI
import FogHTTP
import Foundation
import HTTPTypes
import NIOSSL
import TestSupport
import Testing

/// Encrypted connections.
@Suite struct TLSTests {
    static func path(_ file: String) -> String {
        Fixtures.folder.appending(path: "tls/" + file).path
    }

    static func server(_ name: String) throws -> TLSConfiguration {
        TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(path(name + ".pem")).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: path(name + ".key.pem"), format: .pem))
        )
    }

    @Test func `Trusts the authority of a file`() async throws {
        try await RawServer.run(tls: Self.server("server")) { _ in
            [.send(answer("{}", fields: "Connection: close\r\n")), .close]
        } perform: { server in
            try await withTransport(port: server.port, scheme: "https", certificateFile: Self.path("authority.pem")) {
                let answers = (try await $0.ask(), try await $0.ask())

                #expect(answers.0.text == "{}")
                #expect(answers.1.text == "{}")
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let server: String
        let isTrusted: Bool
        let words: String
    }

    static let cases = [
        Case(testDescription: "unknown authority", server: "server", isTrusted: false, words: "issuer is unknown"),
        Case(testDescription: "expired", server: "expired", isTrusted: true, words: "it has expired"),
        Case(testDescription: "another name", server: "elsewhere", isTrusted: true, words: "for another name"),
    ]

    @Test(arguments: cases)
    func `Refuses a certificate before anything is sent`(_ item: Case) async throws {
        try await RawServer.run(tls: Self.server(item.server)) { _ in
            [.send(answer("{}"))]
        } perform: { server in
            let file = item.isTrusted ? Self.path("authority.pem") : nil
            try await withTransport(port: server.port, scheme: "https", certificateFile: file) { transport in
                let error = try await transport.failure(.post)

                #expect(error.code == .untrusted)
                #expect(error.message.contains(item.words), "\(error.message)")
                #expect(!error.mayHaveArrived)
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `Says that a port does not speak TLS`() async throws {
        try await RawServer.run(greeting: answer("no TLS here", status: "400 Bad Request")) { _ in
            []
        } perform: { server in
            try await withTransport(port: server.port, scheme: "https") { transport in
                let error = try await transport.failure()

                #expect(error.code == .untrusted)
                #expect(error.message == "the server does not speak TLS on this port")
            }
        }
    }

    @Test(arguments: ["missing.pem", "README.md", "server.key.pem"])
    func `Names a file without certificates at once`(_ file: String) throws {
        let address = try ServerAddress(parsing: "https://fog.example.org")

        let error = #expect(throws: TransportSetupError.self) {
            try HTTPTransport(address, certificateFile: Self.path(file))
        }

        #expect(error?.message.contains(file) == true)
    }
}
