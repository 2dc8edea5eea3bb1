import FogAPI
import FogHTTP
import Foundation
import HTTPTypes
import NIOSSL
import TestSupport
import Testing

/// Certificates that are pinned.
@Suite struct PinTests {
    static func fingerprint(_ name: String) throws -> CertificateFingerprint {
        let text = try String(contentsOf: Fixtures.folder.appending(path: "tls/fingerprints.txt"), encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
        return try #require(CertificateFingerprint(String(line.dropFirst(name.count + 1))))
    }

    @Test(arguments: ["server", "expired", "elsewhere"])
    func `Takes the pinned certificate, whoever issued it`(_ name: String) async throws {
        try await RawServer.run(tls: TLSTests.server(name)) { _ in
            [.send(answer("{}", fields: "Connection: close\r\n")), .close]
        } perform: { server in
            try await withTransport(port: server.port, scheme: "https", pin: Self.fingerprint(name)) {
                let answers = (try await $0.ask(), try await $0.ask())

                #expect(answers.0.text == "{}")
                #expect(answers.1.text == "{}")
            }
        }
    }

    @Test func `Refuses any other certificate before anything is sent, and names both`() async throws {
        let pin = try Self.fingerprint("elsewhere")
        let shown = try Self.fingerprint("server")
        try await RawServer.run(tls: TLSTests.server("server")) { _ in
            [.send(answer("{}"))]
        } perform: { server in
            try await withTransport(
                port: server.port,
                scheme: "https",
                certificateFile: TLSTests.path("authority.pem"),
                pin: pin
            ) { transport in
                for _ in 0..<3 {
                    let error = try await transport.failure(.post)

                    #expect(error.code == .untrusted)
                    #expect(error.message.contains("\(pin)") && error.message.contains("\(shown)"), "\(error.message)")
                    #expect(!error.mayHaveArrived)
                }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `Reads a certificate that nobody trusts`() async throws {
        try await RawServer.run(tls: TLSTests.server("expired")) { _ in
            []
        } perform: { server in
            let address = try ServerAddress(parsing: "https://127.0.0.1:\(server.port)")
            let read = await CertificateReader.certificate(of: address, timeout: .seconds(30))
            let certificate = try #require(read)

            #expect(certificate.fingerprint == (try Self.fingerprint("expired")).description)
            #expect(certificate.validUntil < Date(timeIntervalSince1970: 1_700_000_000))
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `Reads no certificate where there is none`() async throws {
        try await RawServer.run(greeting: answer("no TLS")) { _ in
            []
        } perform: { server in
            for scheme in ["http", "https"] {
                let address = try ServerAddress(parsing: "\(scheme)://127.0.0.1:\(server.port)")
                #expect(await CertificateReader.certificate(of: address, timeout: .seconds(30)) == nil)
            }
        }
    }

    @Test func `Reads no certificate where nothing listens`() async throws {
        let address = try ServerAddress(parsing: "https://127.0.0.1:1")

        #expect(await CertificateReader.certificate(of: address, timeout: .seconds(30)) == nil)
    }

    static let digits = String(repeating: "3a", count: 32)

    @Test(arguments: [
        digits, digits.uppercased(), "sha256:" + digits, "SHA256 Fingerprint=" + digits,
        Array(repeating: "3A", count: 32).joined(separator: ":"),
    ])
    func `Reads fingerprints as OpenSSL and browsers write them`(_ text: String) throws {
        let expected = "sha256:" + Array(repeating: "3A", count: 32).joined(separator: ":")

        #expect(CertificateFingerprint(text)?.description == expected)
    }

    @Test(arguments: ["", "sha256:", "3a", digits + "3a", digits.dropLast() + "g", "sha1:" + digits])
    func `Refuses what is no fingerprint`(_ text: String) {
        #expect(CertificateFingerprint(text) == nil)
    }

    @Test(arguments: [
        ("http://localhost", true), ("http://127.0.0.1:8080", true), ("http://127.9.9.9", true), ("http://[::1]", true),
        ("http://127.example.org", false), ("http://10.0.0.1", false), ("http://localhost.example.org", false),
    ])
    func `Knows this machine's own addresses`(_ text: String, _ isLoopback: Bool) throws {
        #expect(try ServerAddress(parsing: text).isLoopback == isLoopback)
    }
}
