import AsyncHTTPClient
import FogAPI
import HTTPTypes
import NIOHTTP1

/// A request in the form that the client library takes.
struct OutgoingRequest {
    let request: HTTPClient.Request

    /// Converts a request; nothing of it is changed on the way.
    ///
    /// - Throws: ``TransportError`` where the path would not arrive as it is.
    init(_ request: HTTPRequest, body: [UInt8]?, server: ServerAddress) throws(TransportError) {
        let path = request.path ?? ""
        guard path.hasPrefix("/"), path.utf8.allSatisfy(Self.isPathByte) else {
            throw Self.fault("the path \(path) cannot be sent as it is")
        }
        var headers = HTTPHeaders()
        headers.add(name: "Host", value: server.authority)
        for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
        do {
            self.request = try HTTPClient.Request(
                url: server.text + path,
                method: HTTPMethod(rawValue: request.method.rawValue),
                headers: headers,
                body: body.map { .bytes($0) }
            )
        } catch {
            throw Self.fault("the request cannot be sent: \(error)")
        }
    }

    private static func fault(_ message: String) -> TransportError {
        TransportError(.unreachable, message, mayHaveArrived: false)
    }

    /// Whether a byte may stand in a path; anything else would be rewritten by the URL type of the library.
    ///
    /// Origin: RFC 3986 §3.3 and §3.4.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "/-._~!$&'()*+,;=:@%?".utf8.contains(byte)
        }
    }
}
