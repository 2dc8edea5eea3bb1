import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Synchronization
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

    // MARK: - What was not answered

    @Test func `Asks for the zone again where the server crashed over it`() async throws {
        let transport = ScriptedTransport { request, number in
            guard request.path == "/fog/service/list" else {
                return .json(#"{"id":1,"createdTime":"1970-01-02 00:00:00"}"#)
            }
            return number < 4
                ? .empty(500, type: "text/html") : .json(#"{"services":[{"name":"FOG_TZ_INFO","value":"Asia/Tokyo"}]}"#)
        }
        let clock = HastyClock()
        let server = FogServer(transport, clock: clock)
        let id = try #require(HostID(1))

        let first = try await server.host(.id(id))
        let second = try await server.host(.id(id))
        try await clock.sleep(for: .seconds(61))
        let third = try await server.host(.id(id))

        #expect([first, second, third].map(\.createdTime) == [86_400, 86_400, 86_400 - 9 * 3_600])
        #expect(transport.sent.filter { $0.path == "/fog/service/list" }.count == 4)
    }

    @Test func `Asks again what a server can do where it crashed over the question`() async throws {
        let isUp = Mutex(false)
        let transport = ScriptedTransport { request, _ in
            if request.path == "/fog/system/info" { return .json(#"{"version":"1.6.0"}"#) }
            let isAsked = request.path.hasPrefix("/fog/role") || request.path.hasPrefix("/fog/taskstate")
            if isAsked, !isUp.withLock({ $0 }) { return .empty(500, type: "text/html") }
            return .json(#"{"data":[{"id":6,"name":"Failed"}],"nextUrl":null}"#)
        }
        let server = FogServer(transport, dialect: nil)

        let first = try await server.info().capabilities
        isUp.withLock { $0 = true }
        let second = try await server.info().capabilities

        #expect(first.isDisjoint(with: [.roles, .failedState, .paging]) && first.contains(.users))
        #expect(second.isSuperset(of: [.roles, .failedState, .paging]))
    }

    @Test func `Calls 403 a missing right where a 1.5 took the tokens before`() async throws {
        let user = FogSim.User(name: "ann", rights: ["task"])
        let site = FogAPITests.Site { configuration in
            configuration.quirks.insert(.limitedUsers)
            configuration.users = [user]
        }
        let credentials = FogCredentials(
            apiToken: Secret(site.sim.configuration.access.apiToken),
            userToken: Secret(user.userToken)
        )
        let server = FogServer(site.transport, credentials: credentials, dialect: nil)

        let hosts = try await server.hosts()
        let error = await #expect(throws: FogError.self) { try await server.records(of: "history").list() }

        #expect(hosts.count == 10, "the setting of the zone may not be read")
        #expect(error?.code == .denied && error?.status == 403)
        #expect(error?.hint?.contains("administrators") == true)
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
