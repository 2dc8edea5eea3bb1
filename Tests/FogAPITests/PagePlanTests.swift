import FogAPI
import FogModel
import HTTPTypes
import Synchronization
import Testing

/// Reading hosts by pages of their numbers from a server that bears only so many at once.
@Suite struct PagePlanTests {
    /// A server of 1.5 with many hosts that crashes where an answer has more than so many.
    private final class Weak: FogTransport {
        private struct State {
            var underWay = 0
            var most = 0
            var pages: [Int] = []
            var lists = 0
        }

        let address = "http://fog.example.org"
        private let ids: [Int]
        private let bears: Int
        private let addressless: Int
        private let state = Mutex(State())

        /// Every host whose number `addressless` divides has no address.
        init(hosts ids: [Int], bears: Int, addressless: Int = 10) {
            self.addressless = addressless
            self.ids = ids
            self.bears = bears
        }

        /// Most requests at once.
        var most: Int { state.withLock { $0.most } }
        /// Number of rows asked for by each page, in the order of asking.
        var pages: [Int] { state.withLock { $0.pages } }
        /// How often all hosts were asked for.
        var lists: Int { state.withLock { $0.lists } }

        func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
            state.withLock { state in
                state.underWay += 1
                state.most = max(state.most, state.underWay)
            }
            // Lets others come as far as here.
            for _ in 0..<20 { await Task.yield() }
            defer { state.withLock { $0.underWay -= 1 } }
            let text: String
            switch request.path {
            case "/fog/macaddressassociation":
                let rows = ids.filter { !$0.isMultiple(of: addressless) }.map { #"{"id":\#($0),"hostID":\#($0)}"# }
                text = #"{"macaddressassociations":[\#(rows.joined(separator: ","))]}"#
            case "/fog/host":
                let wanted = Self.numbers(body)
                state.withLock { state in
                    if let wanted { state.pages.append(wanted.count) } else { state.lists += 1 }
                }
                let found = wanted.map { wanted in ids.filter(Set(wanted).contains) } ?? ids
                if found.count > bears { return ScriptedTransport.answer(500, type: "text/html", []) }
                text = #"{"hosts":[\#(found.map { #"{"id":\#($0),"name":"pc\#($0)"}"# }.joined(separator: ","))]}"#
            default: text = #"{"services":[]}"#
            }
            return ScriptedTransport.answer(200, type: "application/json", Array(text.utf8))
        }

        private static func numbers(_ body: [UInt8]?) -> [Int]? {
            body.map { body in
                String(decoding: body, as: UTF8.self).split { !$0.isNumber }.compactMap { Int($0) }
            }
        }
    }

    @Test(arguments: [1, 7, 100, 500, 700])
    func `Reads every host, with or without an address, whatever the server bears`(bears: Int) async throws {
        let ids = (1...800).filter { $0 % 17 != 0 } + [1_500, 1_510]
        let transport = Weak(hosts: ids, bears: bears)
        let server = FogServer(transport)

        let hosts = try await server.hosts()

        #expect(hosts.map(\.id.number).sorted() == ids)
        #expect(transport.most <= 4)
    }

    @Test func `Has four requests under way, and no more`() async throws {
        let transport = Weak(hosts: Array(1...3_000), bears: 300)
        let server = FogServer(transport)

        _ = try await server.hosts()

        #expect(transport.most == 4)
    }

    @Test func `Remembers that the list is too much, and how large a page may be`() async throws {
        let transport = Weak(hosts: Array(1...2_000), bears: 100, addressless: .max)
        let server = FogServer(transport)

        _ = try await server.hosts()
        let first = transport.pages.count
        _ = try await server.hosts()

        #expect(transport.lists == 1)
        // Once in a while it is looked whether the server bears more again.
        #expect(transport.pages.dropFirst(first).filter { $0 > 100 && $0 != 1_000 }.count <= 6)
        #expect(transport.pages.count - first < first)
    }

    @Test func `Reads 10,000 hosts in a few dozen requests`() async throws {
        let transport = Weak(hosts: Array(1...10_000), bears: 3_250)
        let server = FogServer(transport)

        #expect(try await server.hosts().count == 10_000)
        #expect(transport.pages.count < 40)
    }

    @Test func `Streams hosts a page at a time`() async throws {
        let transport = Weak(hosts: Array(1...1_000), bears: 300)
        let server = FogServer(transport, limits: FogLimits(page: 100))
        var seen: Set<Int> = []
        var isFirst = true

        for try await page in server.hostPages() {
            if isFirst { #expect(transport.pages.filter { $0 == 100 }.count == 1) }
            isFirst = false
            #expect(!page.isEmpty && page.count <= 300)
            seen.formUnion(page.map(\.id.number))
        }

        #expect(seen == Set(1...1_000))
        #expect(transport.lists == 0)
    }

    @Test func `Stops asking where nobody takes any more`() async throws {
        let transport = Weak(hosts: Array(1...1_000), bears: 300)
        let server = FogServer(transport, limits: FogLimits(page: 100))

        for try await _ in server.hostPages() { break }

        #expect(transport.pages.filter { $0 == 100 }.count == 1)
    }

    @Test func `Ends a stream where its task is cancelled`() async throws {
        let server = FogServer(Weak(hosts: Array(1...1_000), bears: 300), limits: FogLimits(page: 100))
        let first = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for try await _ in server.hostPages() {
                first.continuation.yield()
                while !Task.isCancelled { await Task.yield() }
            }
        }

        for await _ in first.stream { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `Streams a list of 1.6 by its pages`() async throws {
        let transport = ScriptedTransport { request, _ in
            guard request.path.hasPrefix("/fog/image") else { return .json(#"{"data":[],"nextUrl":null}"#) }
            return request.path.contains("start=0")
                ? .json(#"{"data":[{"id":1},{"id":2}],"nextUrl":"/fog/image?start=2"}"#)
                : .json(#"{"data":[{"id":2},{"id":3}],"nextUrl":null}"#)
        }
        let server = FogServer(transport, limits: FogLimits(pageRows: 2), dialect: .six)
        var pages: [[Int]] = []

        for try await page in server.pages(of: Image.self) { pages.append(page.map(\.id.number)) }

        #expect(pages == [[1, 2], [3]])
    }

    @Test func `Asks a 1.6 for fewer rows where it crashes over many`() async throws {
        let transport = ScriptedTransport { request, _ in
            guard request.path.hasPrefix("/fog/image") else { return .json(#"{"data":[],"nextUrl":null}"#) }
            return request.path.contains("length=500")
                ? .empty(500, type: "text/html") : .json(#"{"data":[{"id":1}],"nextUrl":null}"#)
        }
        let server = FogServer(transport, dialect: .six)

        #expect(try await server.images().count == 1)
        #expect(transport.sent.last?.path == "/fog/image?start=0&length=250")
    }
}

/// What finding one host costs on a site of any size, cold: the questions who the server is and where apart.
@Suite struct FindingCostTests {
    static let keys = ["number", "name", "address"]

    private func find(_ key: String, _ server: FogServer) async throws -> Host? {
        switch key {
        case "number": try await server.findHost(.id(try #require(HostID(7))))
        case "name": try await server.findHost(.name("PC-7"))
        default: try await server.hosts(matching: try Selector("mac:02:00:00:00:00:07")).first
        }
    }

    @Test(arguments: keys, [Dialect.five, .six])
    func `Finds one host with two requests at most`(key: String, dialect: Dialect) async throws {
        let transport = ScriptedTransport { request, _ in
            let host = #"{"id":7,"name":"pc-7","macs":["02:00:00:00:00:07"]}"#
            let mac = #"{"id":70,"hostID":7,"mac":"02:00:00:00:00:07"}"#
            return switch request.path.prefix(while: { $0 != "?" }) {
            case "/fog/system/info": .json(dialect == .six ? #"{"version":"1.6.0"}"# : "success")
            case "/fog/host/7": .json(host)
            case "/fog/host": .json(#"{"\#(dialect == .six ? "data" : "hosts")":[\#(host)],"nextUrl":null}"#)
            case "/fog/macaddressassociation":
                .json(#"{"\#(dialect == .six ? "data" : "macaddressassociations")":[\#(mac)]}"#)
            default: .json(#"{"services":[],"data":[]}"#)
            }
        }
        let server = FogServer(transport, dialect: nil)

        #expect(try await find(key, server)?.macs == ["02:00:00:00:00:07"])

        let probe = ["/fog/system/info", "/fog/service/list", "/fog/setting"]
        let asked = transport.sent.map(\.path).filter { path in !probe.contains { path.hasPrefix($0) } }
        #expect(asked.count <= 2, "\(asked)")
    }
}
