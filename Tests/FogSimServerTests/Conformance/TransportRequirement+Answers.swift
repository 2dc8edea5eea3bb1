import FogAPI
import FogSim
import HTTPTypes
import Testing

extension TransportRequirement {
    /// What comes back as it was sent.
    static let answers: [Self] = [
        Self("Gives status, header fields and body as they came") { transport in
            let answer = try await transport.ask("/fog/system/info")

            #expect(answer.response.status.code == 200)
            #expect(answer.response.headerFields[.contentType] == "application/json")
            #expect(answer.text == "success\n")
        },
        Self("Has an address without a slash at its end") { transport in
            #expect(transport.address.hasPrefix("http://"))
            #expect(!transport.address.hasSuffix("/"))
        },
        Self("Sends a GET with its body") { transport in
            let answer = try await transport.ask("/fog/host", body: #"{"id":[3]}"#)

            #expect(answer.text.contains(#""count": 1,"#))
        },
        Self("Sends a body byte for byte") { transport in
            let body = #"{"name":"seat-99","macs":["02:00:00:00:00:99"],"description":"Tür ☃ \u00fc \\ \" 1"}"#
            let created = try await transport.ask("/fog/host/create", method: .post, body: body)

            #expect(created.response.status.code == 200)
            #expect(created.text.contains(#""description": "Tür ☃ ü \\ &quot; 1""#))
        },
        Self("Gives an empty body for none") { transport in
            let answer = try await transport.ask("/fog/host/999")

            #expect(answer.response.status.code == 404)
            #expect(answer.body.isEmpty)
        },
        Self("Gives no body for HEAD") { transport in
            let answer = try await transport.ask("/fog/system/info", method: .head)

            #expect(answer.response.status.code == 200)
            #expect(answer.body.isEmpty)
        },
        Self("Answers many at once") { transport in
            let codes = try await withThrowingTaskGroup { group in
                for id in 1...60 {
                    group.addTask { try await transport.ask("/fog/host/\(id % 6 + 1)").response.status }
                }
                return try await group.reduce(into: []) { $0.append($1.code) }
            }

            #expect(codes == Array(repeating: 200, count: 60))
        },
    ]
}
