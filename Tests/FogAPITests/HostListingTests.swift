import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct HostListingTests {
    @Test(arguments: [
        ("pc-00?", "1 2 3 4 5 6 7 8 9"), ("pc-*,!pc-001", "2 3 4 5 6 7 8 9 10"), ("PC-002", "2"),
        ("id:3,id:4-5", "3 4 5"),
        ("group:Lab B", "8 9 10"), ("group:lab*", "1 2 3 4 5 6 7 8 9 10"),
        ("group:Lab A,!id:1,!pc-002", "3 4 5 6 7"),
        ("image:Ubuntu 24.04", "7 8 9 10"), ("image:Win*", "1 2 3 4 6"), ("mac:02f060000001", "1"),
        ("mac:02:f0:6", "1 2 3 4 5 6 7 8 9 10"),
        ("!group:Lab A", "8 9 10"), ("!*", ""), ("pc-001,!pc-001,id:1", ""),
        ("*", "1 2 3 4 5 6 7 8 9 10"),
    ])
    func `Selects hosts`(selector: String, numbers: String) async throws {
        for typing in [FogSim.Typing.php7, .php8] {
            let site = Site(typing: typing)

            let hosts = try await site.server.hosts(matching: try Selector(selector))

            #expect(hosts.map { "\($0.id)" }.joined(separator: " ") == numbers, "\(selector) \(typing)")
        }
    }

    @Test(arguments: [
        ("pc-00?", #"{"name":"pc-00%"}"#), ("pc-001", #"{"name":"pc-001"}"#),
        ("pc-001,PC-002", #"{"name":["pc-001","PC-002"]}"#), ("id:3,id:4", #"{"id":[3,4]}"#),
        ("image:Ubuntu*", #"{"imageID":[2]}"#),
    ])
    func `Lets the server narrow what it sends`(selector: String, filter: String) async throws {
        let site = Site()

        _ = try await site.server.hosts(matching: try Selector(selector))

        #expect(site.transport.sent.filter { $0.hasPrefix("GET /fog/host ") } == ["GET /fog/host " + filter])
    }

    @Test func `Looks at every host itself, since a proxy may drop the filter`() async throws {
        let site = Site()
        let all = String(decoding: try await site.server.send(.list("host")), as: UTF8.self)
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/host" ? .json(all) : .json(#"{"count":0,"services":[]}"#)
        }
        let server = FogServer(transport)

        #expect(try await server.hosts(matching: try Selector("pc-00?")).count == 9)
        #expect(try await server.hosts([3, 4].compactMap { HostID($0) }).map(\.id.number) == [3, 4])
        #expect(try await server.findHost(.name("pc-004"))?.id.number == 4)
    }

    @Test(arguments: [
        ("group:Lab Q", "no group named \"Lab Q\"", "did you mean \"Lab A\" or \"Lab B\"?"),
        ("pc-*,!group:LabA", "no group named \"LabA\"", "did you mean \"Lab A\"?"),
        ("image:Windows 12", "no image named \"Windows 12\"", "did you mean \"Windows 11\"?"),
    ])
    func `Says which group or image does not exist`(selector: String, message: String, hint: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.hosts(matching: try Selector(selector))
        }

        #expect(error?.code == .notFound && error?.message == message && error?.hint == hint)
    }

    @Test func `Finds one host by number or name`() async throws {
        let server = Site().server
        let two = try #require(HostID(2))
        let none = try #require(HostID(99))

        #expect(try await server.host(.id(two)).name == "pc-002")
        #expect(try await server.host(.name("PC-002")).id == two)
        #expect(try await server.findHost(.id(none)) == nil)
        #expect(try await server.findHost(.name("pc-9999")) == nil)
        let unknown = await #expect(throws: FogError.self) { try await server.host(.name("pc-0001")) }
        #expect(
            unknown?.message == "no host named \"pc-0001\"" && unknown?.hint?.hasPrefix("did you mean \"pc-0") == true
        )
        let gone = await #expect(throws: FogError.self) { try await server.host(.id(none)) }
        #expect(gone?.code == .notFound && gone?.message == "no host 99")
    }

    @Test func `Reads a name with a per cent sign as it is written`() async throws {
        let site = Site { $0.hosts[2].name = "pc%3" }

        #expect(try await site.server.host(.name("pc%3")).id.number == 3)
        #expect(try await site.server.findHost(.name("pc%")) == nil)
        #expect(site.transport.sent.contains(#"GET /fog/host {"name":["pc%3"]}"#))
    }

    @Test func `Finds hosts that FOG hides, by number`() async throws {
        let site = Site { $0.hosts[2].name = "pc_api_3" }

        let hosts = try await site.server.hosts([2, 3].compactMap { HostID($0) })
        let error = await #expect(throws: FogError.self) { try await site.server.host(.name("pc_api_3")) }

        #expect(hosts.map(\.name) == ["pc-002", "pc_api_3"])
        #expect(error?.hint == "FOG hides names with \"_api_\" in them: name it by number")
    }

    @Test func `Reads all hosts by pages where the server cannot list them`() async throws {
        let site = Site()
        let transport = CrashingTransport(site.transport)
        let server = FogServer(transport, credentials: site.server.credentials, limits: FogLimits(page: 4))

        let hosts = try await server.hosts()

        #expect(hosts.count == 10 && hosts.map(\.name) == hosts.map(\.name).sorted())
        let pages = site.transport.sent.filter { $0.hasPrefix("GET /fog/host ") && $0.count < 100 }
        // Several pages are asked for at a time, so their order is anyone's.
        let expected = [#"{"id":[1,2,3,4]}"#, #"{"id":[5,6,7,8]}"#, #"{"id":[9,10]}"#].map { "GET /fog/host " + $0 }
        #expect(pages.sorted() == expected.sorted())
    }

    @Test func `Reads hosts by pages where a pattern lets too many through`() async throws {
        let site = Site()
        let server = FogServer(CrashingTransport(site.transport), credentials: site.server.credentials)

        let hosts = try await server.hosts(matching: try Selector("pc-00*"))

        #expect(hosts.count == 9)
    }

    @Test func `Lists the members of a group, and says that there is no such group`() async throws {
        let server = Site().server
        let labB = try await server.group(.name("lab b"))

        #expect(try await server.members(of: labB.id).map(\.name) == ["pc-008", "pc-009", "pc-010"])
        let error = await #expect(throws: FogError.self) { try await server.members(of: try #require(GroupID(77))) }
        #expect(error?.code == .notFound && error?.message == "no group 77")
        let unknown = await #expect(throws: FogError.self) { try await server.group(.name("Lab Q")) }
        #expect(unknown?.description == "no group named \"Lab Q\"; did you mean \"Lab A\" or \"Lab B\"?")
    }

    /// Passes requests on, and crashes as FOG does where all hosts are listed.
    private struct CrashingTransport: FogTransport {
        let inner: WatchedTransport
        var address: String { inner.address }

        init(_ inner: WatchedTransport) { self.inner = inner }

        func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
            if request.path == "/fog/host", body.map({ $0.contains(UInt8(ascii: "%")) }) ?? true {
                return ScriptedTransport.answer(500, type: "text/html", [])
            }
            return try await inner.send(request, body: body, timeout: timeout)
        }
    }
}
