import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

/// Servers that answer otherwise than FOG's code promises: betas, limited users, crashes that pass.
@Suite struct OddServerTests {
    @Test func `Reads scheduled tasks from the list where the server answers nothing for the one`() async throws {
        let transport = ScriptedTransport { request, number in
            if number > 30 { return .empty(501) }
            return request.path.hasPrefix("/fog/scheduledtask/")
                ? .json("null")
                : .json(
                    request.path.hasPrefix("/fog/scheduledtask")
                        ? #"{"data":[{"id":3,"name":"tonight","hostID":4,"type":"single","isActive":"Yes"}]}"#
                        : #"{"data":[]}"#
                )
        }
        let server = FogServer(transport, dialect: .six)
        let id = try #require(Identifier<ScheduledTask>(3))

        #expect(try await server.row(id).name == "tonight")
        #expect(try await server.rows(ScheduledTask.self).map(\.hostID?.number) == [4])
        #expect(transport.sent.count < 10)
    }

    @Test func `Passes over numbers of hosts that no database has`() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.path {
            case "/fog/macaddressassociation":
                .json(
                    #"{"macaddressassociations":[{"id":1,"hostID":9223372036854775807},{"id":2,"hostID":"4"},"#
                        + #"{"id":3,"hostID":-9223372036854775808},{"id":4,"hostID":2147483648}]}"#
                )
            case "/fog/host" where request.body == nil: .empty(500, type: "text/html")
            case "/fog/host": .json(#"{"hosts":[{"id":4,"name":"pc-4"},{"id":9223372036854775806,"name":"x"}]}"#)
            default: .json(#"{"services":[]}"#)
            }
        }

        let hosts = try await FogServer(transport).hosts()

        #expect(hosts.map(\.id.number) == [4])
        #expect(transport.sent.allSatisfy { !($0.body ?? "").contains("2147483648") })
    }

    @Test(arguments: ["9223372036854775807", "\"9223372036854775807\"", "253402300800"])
    func `Takes no time that no calendar has`(time: String) async throws {
        let transport = ScriptedTransport { request, _ in
            .json(request.path.hasPrefix("/fog/host") ? #"{"id":4,"createdTime":\#(time)}"# : #"{"services":[]}"#)
        }

        let error = await #expect(throws: FogError.self) {
            try await FogServer(transport).host(.id(try #require(HostID(4))))
        }

        #expect(error?.message.contains("createdTime") == true)
    }

    @Test(arguments: [
        "9223372036854775807:00:00", "00:9223372036854775807:00", "00:00:-9223372036854775808", "24:00:00",
    ])
    func `Takes no clock of a server that cannot be`(time: String) async throws {
        let transport = ScriptedTransport { _, _ in
            let fields: HTTPFields = [.contentType: "application/json", .date: "Sun, 06 Nov 2026 \(time) GMT"]
            return .other(
                TransportAnswer(response: HTTPResponse(status: .ok, headerFields: fields), body: Array("success".utf8))
            )
        }

        let outcome = try await CheckupTests.check(transport, .example, .whole)

        #expect(outcome.findings.contains { $0.message == "the server does not tell its time" })
    }
}
