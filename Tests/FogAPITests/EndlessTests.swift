import FogAPI
import FogModel
import HTTPTypes
import Synchronization
import Testing

/// Servers that have no end: they are left after so many rows, requests or seconds.
@Suite struct EndlessTests {
    /// Answers a request for images by its number; every other list is empty.
    private static func images(_ answer: @escaping @Sendable (Int) -> String) -> ScriptedTransport {
        ScriptedTransport { request, number in
            .json(request.path.hasPrefix("/fog/image") ? answer(number) : #"{"data":[],"nextUrl":null}"#)
        }
    }

    private static func count(_ transport: ScriptedTransport) async throws -> Int {
        try await FogServer(transport, dialect: .six).list(
            "image",
            id: { _ in nil },
            read: { (reader) throws(JSONFault) in try reader.skip() }
        ).count
    }

    @Test(arguments: [
        #""nextUrl":"/fog/image?start=1""#, #""recordsTotal":9223372036854775807,"nextUrl":null"#,
        #""truncated":true"#,
    ])
    func `Leaves a list that has a new row on each page`(end: String) async throws {
        let transport = Self.images { #"{"data":[{"id":\#($0)}],\#(end)}"# }

        let error = await #expect(throws: FogError.self) {
            try await FogServer(transport, limits: FogLimits(pageRows: 1), dialect: .six).images()
        }

        #expect(error?.code == .server && error?.message == "http://fog.example.org gives images without end")
        #expect(transport.sent.count < 5_100)
    }

    @Test func `Leaves a list whose pages are large`() async throws {
        let transport = Self.images { number in
            #"{"data":[\#(String(repeating: "0,", count: 300_000))\#(number)],"nextUrl":"/fog/image?start=1"}"#
        }

        let error = await #expect(throws: FogError.self) { try await Self.count(transport) }

        #expect(error?.message.contains("without end") == true && transport.sent.count == 4)
    }

    @Test func `Leaves a stream without end`() async throws {
        let transport = Self.images { #"{"data":[{"id":\#($0)}],"truncated":true}"# }

        let error = await #expect(throws: FogError.self) {
            for try await _ in FogServer(transport, dialect: .six).pages(of: Image.self) {}
        }

        #expect(error?.message.contains("without end") == true)
    }

    @Test func `Leaves a server that has hosts beyond each last one`() async throws {
        let transport = ScriptedTransport { request, _ in
            guard request.path == "/fog/host" else { return .json(#"{"services":[],"macaddressassociations":[]}"#) }
            guard let body = request.body else { return .empty(500, type: "text/html") }
            let first = body.split { !$0.isNumber }.first ?? ""
            return .json(#"{"hosts":[{"id":\#(first)}]}"#)
        }

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).hosts() }

        #expect(error?.message == "http://fog.example.org gives hosts without end")
        #expect(transport.sent.count < 120)
    }

    @Test func `Takes no row that holds millions of values`() async throws {
        let many = String(repeating: "0,", count: 2_000_000) + "0"
        let row = #"{"id":1,"macs":[\#(many)]}"#
        let transport = ScriptedTransport { request, _ in
            .json(request.path.hasPrefix("/fog/host") ? row : #"{"data":[]}"#)
        }
        let server = FogServer(transport, dialect: .six)

        let typed = await #expect(throws: FogError.self) { try await server.findHost(.id(try #require(HostID(1)))) }
        let record = await #expect(throws: FogError.self) { try await server.records(of: "host").get(1) }

        for error in [typed, record] { #expect(error?.message.contains("more than 2000000 values") == true) }
    }

    @Test func `Counts the rows of an answer that names its list twice`() async throws {
        let rows = String(repeating: "[],", count: 600_000) + "[]"
        let transport = Self.images { _ in #"{"data":[\#(rows)],"data":[\#(rows)]}"# }

        let error = await #expect(throws: FogError.self) { try await Self.count(transport) }

        #expect(error?.message.contains("more than 1000000 rows") == true)
    }

    // MARK: - Hanging

    @Test(arguments: [Dialect.five, .six], [true, false])
    func `Leaves a server that hangs after two answers that did not come`(dialect: Dialect, isAll: Bool) async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/host")
                ? .failure(TransportError(.timedOut, "no answer", mayHaveArrived: true))
                : .json(dialect == .six ? #"{"data":[]}"# : #"{"services":[]}"#)
        }
        let server = FogServer(transport, dialect: dialect)
        let ids = (1...250).compactMap { HostID($0) }

        let error = await #expect(throws: FogError.self) {
            if isAll { _ = try await server.hosts() } else { _ = try await server.hosts(ids) }
        }

        #expect(error?.code == .timeout)
        #expect(transport.sent.filter { $0.path.hasPrefix("/fog/host") }.count <= 5)
    }

    // MARK: - Faults that pass

    /// Crashes over the first requests for hosts by numbers, and over more than it bears from then on.
    private static func shaken(crashes: Int, bears: Int = .max) -> (ScriptedTransport, @Sendable () -> [Int]) {
        let pages = Mutex<[Int]>([])
        let transport = ScriptedTransport { request, _ in
            guard request.path == "/fog/host", let body = request.body else { return .json(#"{"services":[]}"#) }
            let ids = body.split { !$0.isNumber }
            let number = pages.withLock { pages in
                pages.append(ids.count)
                return pages.count
            }
            if number <= crashes || ids.count > bears { return .empty(500, type: "text/html") }
            return .json(#"{"hosts":[\#(ids.map { #"{"id":\#($0)}"# }.joined(separator: ","))]}"#)
        }
        return (transport, { pages.withLock { $0 } })
    }

    @Test func `Asks for large pages again after a fault that has passed`() async throws {
        let (transport, pages) = Self.shaken(crashes: 20)
        let server = FogServer(transport, limits: FogLimits(page: 64))

        _ = try await server.hosts((1...2_000).compactMap { HostID($0) })
        _ = try await server.hosts((1...8_000).compactMap { HostID($0) })

        #expect(pages().suffix(20).max() == 256)
        #expect(pages().count < 400)
    }

    @Test func `Goes back to the first size where every answer is slow`() async throws {
        let (transport, pages) = Self.shaken(crashes: 1)
        let clock = HastyClock()
        let slow = SlowTransport(inner: transport, clock: clock)
        let server = FogServer(slow, clock: clock, limits: FogLimits(page: 100, concurrency: 1))

        _ = try await server.hosts((1...3_000).compactMap { HostID($0) })

        #expect(pages().contains(50) && pages().dropLast(6).last == 100)
    }

    @Test func `Does not go on with single rows after one that is too much alone`() async throws {
        let (transport, pages) = Self.shaken(crashes: 14)
        let server = FogServer(transport, limits: FogLimits(page: 64, concurrency: 1))

        _ = try await server.hosts((1...64).compactMap { HostID($0) })
        let first = pages().count
        _ = try await server.hosts((1...400).compactMap { HostID($0) })

        #expect(pages()[first] >= 25)
    }

    @Test func `Keeps the size of pages for each class of its own`() async throws {
        let transport = ScriptedTransport { request, _ in
            if request.path.hasPrefix("/fog/host"), request.path.contains("length=500") {
                return .empty(500, type: "text/html")
            }
            return .json(#"{"data":[{"id":1,"macs":["02:00:00:00:00:01"]}],"nextUrl":null}"#)
        }
        let server = FogServer(transport, dialect: .six)

        _ = try await server.hosts()
        _ = try await server.images()
        let before = transport.sent.count
        _ = try await server.hosts()

        #expect(transport.sent.map(\.path).contains("/fog/image?start=0&length=500"))
        #expect(transport.sent.dropFirst(before).map(\.path) == ["/fog/host?start=0&length=250"])
    }
}

/// Takes two seconds for each answer.
private struct SlowTransport: FogTransport {
    let inner: ScriptedTransport
    let clock: HastyClock
    var address: String { inner.address }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        try await clock.sleep(for: .seconds(2))
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
