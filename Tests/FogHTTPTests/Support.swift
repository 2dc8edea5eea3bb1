import FogAPI
import FogHTTP
import HTTPTypes
import Testing

/// Lends a transport to a server on loopback and shuts it down.
func withTransport<Outcome>(
    port: Int,
    scheme: String = "http",
    certificateFile: String? = nil,
    pin: CertificateFingerprint? = nil,
    limits: HTTPLimits = HTTPLimits(),
    perform: (HTTPTransport) async throws -> Outcome
) async throws -> Outcome {
    let address = try ServerAddress(parsing: "\(scheme)://127.0.0.1:\(port)")
    let transport = try HTTPTransport(address, certificateFile: certificateFile, pin: pin, limits: limits)
    do {
        let outcome = try await perform(transport)
        await transport.shutdown()
        return outcome
    } catch {
        await transport.shutdown()
        throw error
    }
}

extension HTTPTransport {
    /// Sends a request with two header fields.
    func ask(
        _ method: HTTPRequest.Method = .get,
        _ path: String = "/fog/host",
        body: String? = nil,
        timeout: Duration = .seconds(30)
    ) async throws -> TransportAnswer {
        var request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
        if let name = HTTPField.Name("fog-api-token") { request.headerFields[name] = "c2VjcmV0==" }
        request.headerFields[.accept] = "application/json"
        return try await send(request, body: body.map { Array($0.utf8) }, timeout: timeout)
    }

    /// Sends a request that must not be answered, and gives the error.
    func failure(
        _ method: HTTPRequest.Method = .get,
        timeout: Duration = .seconds(30),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> TransportError {
        let error = await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
            try await ask(method, timeout: timeout)
        }
        return try #require(error, sourceLocation: sourceLocation)
    }
}

extension TransportAnswer {
    /// Body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Writes a well-formed answer.
func answer(_ body: String, status: String = "200 OK", fields: String = "") -> String {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
}
