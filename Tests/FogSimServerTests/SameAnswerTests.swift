import FogAPI
import FogHTTP
import FogSim
import FogSimTransport
import Foundation
import HTTPTypes
import Testing

/// Both ways to one simulation, side by side.
@Suite struct SameAnswerTests {
    /// Requests in their order: each of them meets what those before it have left.
    private static let requests: [(HTTPRequest.Method, String, String?)] = [
        (.get, "/fog/system/info", nil), (.head, "/fog/system/info", nil), (.get, "/fog/host", nil),
        (.get, "/fog/host", #"{"name":"pc-0%"}"#), (.get, "/fog/host/2", nil), (.get, "/fog/host/99", nil),
        (.get, "/fog/host/search/pc", nil), (.get, "/fog/host/search/a%20b", nil), (.get, "/fog/image", nil),
        (.get, "/fog/group", nil), (.get, "/fog/groupassociation", nil), (.get, "/fog/tasktype", nil),
        (.get, "/fog/service/list", nil), (.get, "/fog/service", nil), (.get, "/fog/nonsense", nil),
        (.post, "/fog/host/create", #"{"name":"new","macs":["02:00:00:00:00:77"],"description":"a & b\n \"ü\""}"#),
        (.post, "/fog/host/create", #"{"name":"NEW","macs":["02:00:00:00:00:78"]}"#), (.post, "/fog/host/create", "{"),
        (.put, "/fog/host/1", #"{"imageID":2}"#), (.put, "/fog/host/1", nil),
        (.post, "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#), (.post, "/fog/host/1/task", #"{"taskTypeID":1}"#),
        (.post, "/fog/host/2/task", #"{"taskType":1}"#), (.get, "/fog/task/active", #"{"hostID":1}"#),
        (.delete, "/fog/task/1/cancel", #"{"id":[1]}"#), (.get, "/fog/task/1", nil), (.delete, "/fog/host/99", nil),
    ]

    @Test(arguments: FogSim.Typing.allCases)
    func `Gives the same over HTTP as in process`(_ typing: FogSim.Typing) async throws {
        let lab = FogSim.Configuration.lab(hosts: 6, typing: typing)
        let sim = FogSim(configuration: lab, seed: 1, start: Date(timeIntervalSince1970: 1_800_000_000))
        let inProcess = FogSimTransport(sim) { .zero }
        try await withServer(lab) { served, _ in
            for (method, path, body) in Self.requests {
                var request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
                for (name, value) in [("fog-api-token", lab.access.apiToken), ("fog-user-token", lab.access.userToken)]
                {
                    request.headerFields[try #require(HTTPField.Name(name))] = value
                }
                let bytes = body.map { Array($0.utf8) }
                let one = try await inProcess.send(request, body: bytes, timeout: .seconds(30))
                let other = try await served.send(request, body: bytes, timeout: .seconds(30))

                #expect(one.response.status == other.response.status, "\(method) \(path)")
                #expect(Self.fields(one) == Self.fields(other), "\(method) \(path)")
                #expect(method == .head || one.body == other.body, "\(method) \(path)")
            }
        }
    }

    /// Header fields but those that tell how a body is framed.
    private static func fields(_ answer: TransportAnswer) -> [HTTPField] {
        answer.response.headerFields.filter { ![.contentLength, .transferEncoding].contains($0.name) }
    }
}
