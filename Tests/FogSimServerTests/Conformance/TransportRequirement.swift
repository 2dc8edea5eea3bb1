import FogAPI
import FogSim
import HTTPTypes
import Testing

/// One promise of ``FogTransport``, checked over any transport that reaches a simulated server.
///
/// ```swift
/// @Test(arguments: TransportRequirement.all)
/// func `Keeps the port's promises`(_ requirement: TransportRequirement) async throws {
///     try await requirement.check(MyHarness())
/// }
/// ```
package struct TransportRequirement: Sendable, CustomTestStringConvertible {
    /// The promise, as a sentence.
    package let testDescription: String
    /// Changes the simulated server before it starts.
    let prepare: @Sendable (inout FogSim.Configuration) -> Void
    /// Asks and expects.
    let verify: @Sendable (any FogTransport) async throws -> Void

    init(
        _ description: String,
        prepare: @escaping @Sendable (inout FogSim.Configuration) -> Void = { _ in },
        verify: @escaping @Sendable (any FogTransport) async throws -> Void
    ) {
        testDescription = description
        self.prepare = prepare
        self.verify = verify
    }

    /// Checks the promise over one way to reach a server.
    package func check(_ harness: some TransportHarness) async throws {
        var configuration = FogSim.Configuration.lab(hosts: 6)
        prepare(&configuration)
        try await harness.withTransport(to: configuration, perform: verify)
    }

    /// All promises.
    package static let all: [Self] = answers + refusals + breaks
}

extension FogTransport {
    /// Sends a request with the simulated server's tokens.
    func ask(
        _ path: String,
        method: HTTPRequest.Method = .get,
        body: String? = nil,
        apiToken: String? = FogSim.Access().apiToken,
        userToken: String? = FogSim.Access().userToken,
        timeout: Duration = .seconds(30)
    ) async throws -> TransportAnswer {
        var request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
        for (name, value) in [("fog-api-token", apiToken), ("fog-user-token", userToken)] {
            if let name = HTTPField.Name(name), let value { request.headerFields[name] = value }
        }
        return try await send(request, body: body.map { Array($0.utf8) }, timeout: timeout)
    }

    /// Sends a request that must not be answered, and gives the error.
    func failure(
        _ path: String,
        method: HTTPRequest.Method = .get,
        body: String? = nil,
        timeout: Duration = .seconds(30)
    ) async throws -> TransportError {
        try #require(
            await #expect(throws: TransportError.self) {
                try await ask(path, method: method, body: body, timeout: timeout)
            }
        )
    }
}

extension TransportAnswer {
    /// Body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}
