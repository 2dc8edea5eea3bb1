import FogAPI
import FogModel
import FogSim
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
}
