import FogSim
import FoundationEssentials
import HTTPTypes
import TestSupport

/// Caller of a simulation in tests, with the right tokens.
struct SimClient {
    let sim: FogSim
    var elapsed: Duration = .zero

    init(_ configuration: FogSim.Configuration, seed: UInt64 = 1) {
        sim = FogSim(configuration: configuration, seed: seed, start: Date(timeIntervalSince1970: 1_800_000_000))
    }

    /// Sends a request with both tokens.
    func send(_ method: String, _ path: String, _ body: String = "") -> FogSim.Answer {
        sim.respond(to: request(method, path, tokens), body: Array(body.utf8), at: elapsed)
    }

    /// Sends a request with these header fields alone.
    func send(_ method: String, _ path: String, _ body: String = "", _ fields: HTTPFields) -> FogSim.Answer {
        sim.respond(to: request(method, path, fields), body: Array(body.utf8), at: elapsed)
    }

    /// Sends a request with both tokens that is answered when its time has come.
    func receive(_ method: String, _ path: String, _ body: String = "") -> FogSim.Visit {
        sim.receive(request(method, path, tokens), body: Array(body.utf8), at: elapsed)
    }

    private var tokens: HTTPFields {
        var fields = HTTPFields()
        fields.set("fog-api-token", sim.configuration.access.apiToken)
        fields.set("fog-user-token", sim.configuration.access.userToken)
        return fields
    }

    private func request(_ method: String, _ path: String, _ fields: HTTPFields) -> HTTPRequest {
        HTTPRequest(
            method: HTTPRequest.Method(method) ?? .get,
            scheme: "http",
            authority: "127.0.0.1",
            path: path,
            headerFields: fields
        )
    }

    /// Sends a request and reads the JSON of its answer.
    func json(_ method: String, _ path: String, _ body: String = "") throws -> OrderedJSON {
        try OrderedJSON(bytes: send(method, path, body).body)
    }

    /// Active tasks as the server shows them.
    func activeTasks() throws -> [OrderedJSON] { try json("GET", "/fog/task/active")["tasks"]?.elements ?? [] }
}

extension HTTPFields {
    mutating func set(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }
}

extension FogSim.Answer {
    var status: Int { response.status.code }
    var text: String { String(decoding: body, as: UTF8.self) }
}
