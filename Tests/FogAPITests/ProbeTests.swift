import FogAPI
import FogModel
import FogSim
import FogSimTransport
import Testing

@Suite struct ProbeTests {
    @Test(arguments: [(FogSim.Typing.php7, ServerInfo.Typing.strings), (.php8, .numbers)])
    func `Finds out what server it is, once`(sim: FogSim.Typing, typing: ServerInfo.Typing) async throws {
        let site = Site(typing: sim)

        let info = try await site.server.info()
        _ = try await site.server.info()

        #expect(info.url == "http://127.0.0.1" && info.family == "1.5" && info.typing == typing && info.zone == "UTC")
        #expect(info.version.hasPrefix("1.5") && info.capabilities == [.filters])
        #expect(
            site.transport.sent == [
                "GET /fog/system/info ", "GET /fog/tasktype ", "GET /fog/service/getversion.php ",
                #"GET /fog/service/list {"name":"FOG_TZ_INFO"}"#, "GET /fog/taskstate ",
            ]
        )
    }

    @Test func `Reads the zone even where the filter was dropped, and no password with it`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/service/list"
                ? .json(
                    """
                    {"count":2,"services":[{"name":"FOG_TFTP_FTP_PASSWORD","value":"hunter2"},
                    {"name":"FOG_TZ_INFO","value":"Asia\\/Tokyo"}]}
                    """
                ) : request.path == "/fog/system/info" ? .json("success") : .json(#"{"tasktypes":[{"id":"1"}]}"#)
        }

        let info = try await FogServer(transport).info()

        #expect(info.zone == "Asia/Tokyo" && info.typing == .strings)
    }

    @Test(arguments: [ScriptedTransport.Reply.empty(404), .empty(501), .json("nonsense"), .json(#"{"services":[]}"#)])
    func `Takes UTC where the zone cannot be read`(reply: ScriptedTransport.Reply) async throws {
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/service/list" ? reply : .json(#"{"id":1,"createdTime":"1970-01-01 00:00:09"}"#)
        }

        #expect(try await FogServer(transport).host(.id(try #require(HostID(1)))).createdTime == 9)
    }

    @Test func `Asks for the task types once`() async throws {
        let site = Site()

        _ = try await site.server.taskTypes()
        let deploy = try await site.server.taskType(.name(.deploy))

        #expect(deploy.id.number == 1 && deploy.isDeploy && !deploy.isCapture)
        #expect(site.transport.sent.filter { $0.contains("tasktype") }.count == 1)
    }

    @Test func `Tells by the simulator what a login lacks`() async throws {
        let cases: [(change: (inout FogSim.Configuration) -> Void, code: FogError.Code, status: Int)] = [
            ({ $0.access.isAPIEnabled = false }, .unavailable, 302), ({ $0.access.isUserAllowed = false }, .auth, 401),
        ]
        for (change, code, status) in cases {
            let error = await #expect(throws: FogError.self) { try await Site(change).server.info() }

            #expect(error?.code == code && error?.status == status)
        }
    }

    @Test func `Logs in by name and password, where the web server lets it`() async throws {
        let open = Site()
        let stripped = Site { $0.access.isBasicStripped = true }
        let access = open.sim.configuration.access
        let credentials = FogCredentials(
            apiToken: Secret(access.apiToken),
            user: access.userName,
            password: Secret(access.password)
        )

        #expect(try await FogServer(open.transport, credentials: credentials).info().family == "1.5")
        let error = await #expect(throws: FogError.self) {
            try await FogServer(stripped.transport, credentials: credentials).info()
        }
        #expect(error?.code == .auth && error?.hint?.contains("CGIPassAuth") == true)
    }

    @Test func `Waits out a short outage`() async throws {
        let site = Site { $0.outages = [.zero ..< .seconds(1)] }

        #expect(try await site.server.hosts().count == 10)
        #expect(site.clock.pauses == [.milliseconds(500), .seconds(1)])
    }
}
