import FogAPI
import FogModel
import HTTPTypes

/// Gives one answer to every request but that for the server's time zone.
struct HeldAnswer: FogTransport {
    /// Makes a server of FOG 1.5 whose every list is this.
    static func server(_ body: [UInt8]) -> FogServer {
        FogServer(
            transport: HeldAnswer(body: body),
            credentials: FogCredentials(apiToken: Secret(""), userToken: Secret("")),
            clock: ContinuousClock(),
            dialect: .five
        ) { 0 }
    }

    let address = "http://127.0.0.1"
    let body: [UInt8]

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let isSetting = request.path?.contains("/service") ?? false
        return TransportAnswer(
            response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
            body: isSetting ? Array(#"{"count":0,"services":[]}"#.utf8) : self.body
        )
    }
}
