import FogAPI
import FogModel
import FogSim
import FogTime
import Testing

/// The typed client over HTTP, against a simulated server.
@Suite struct ClientTests {
    private static let access = FogSim.Access()

    private static func client(
        _ transport: any FogTransport,
        _ clock: VirtualClock,
        apiToken: String = access.apiToken,
        userToken: String = access.userToken
    ) -> FogServer {
        FogServer(
            transport: transport,
            credentials: FogCredentials(apiToken: Secret(apiToken), userToken: Secret(userToken)),
            clock: clock,
            limits: FogLimits(),
            jitter: { 0 }
        )
    }

    @Test(arguments: FogSim.Typing.allCases)
    func `Lists hosts as over a call in process`(_ typing: FogSim.Typing) async throws {
        try await withServer(.lab(hosts: 30, typing: typing)) { transport, clock in
            let hosts = try await Self.client(transport, clock).hosts()

            #expect(hosts.count == 30)
        }
    }

    @Test func `Makes a task and sees it through`() async throws {
        var lab = FogSim.Configuration.lab(hosts: 2)
        lab.hosts[0].image = "Ubuntu 24.04"
        try await withServer(lab, speed: 60) { transport, clock in
            let server = Self.client(transport, clock)
            let marker = try #require(TaskMarker("fh00000000000001"))
            var options = TaskOptions()
            options.wake = true

            let made = try await server.createTask(#require(HostID(1)), .name(.deploy), options, marker: marker)
            let task = try #require(made.task)
            var percentages: [Int] = []
            var state = task.state
            for _ in 1...120 where state != .complete {
                try await clock.pass(.milliseconds(200))
                let now = try await server.task(task.id)
                state = now.state
                if state == .inProgress { percentages.append(now.percent) }
            }

            #expect(task.marker == marker.description)
            #expect(state == .complete)
            #expect(percentages == percentages.sorted())
            #expect(Set(percentages).count > 3)
        }
    }

    @Test func `Tells a wrong API token from a wrong user token`() async throws {
        try await withServer(.lab(hosts: 1)) { transport, clock in
            let wrongAPI = await #expect(throws: FogError.self) {
                try await Self.client(transport, clock, apiToken: "d3Jvbmc=").info()
            }
            let wrongUser = await #expect(throws: FogError.self) {
                try await Self.client(transport, clock, userToken: "d3Jvbmc=").info()
            }

            #expect(wrongAPI?.code == .auth)
            #expect(wrongAPI?.status == 403)
            #expect(wrongUser?.code == .auth)
            #expect(wrongUser?.status == 401)
            #expect(wrongAPI?.message != wrongUser?.message)
        }
    }
}
