import FogAPI
import FogModel
import HTTPTypes
import Synchronization
import Testing

/// What a list of FOG 1.6 leaves out of its rows.
@Suite struct CompletingTests {
    private static let names: [String: [Int: String]] = [
        "host": [3: "pc-3", 4: "pc-4"], "tasktype": [1: "Deploy"], "taskstate": [1: "Queued", 3: "In-Progress"],
        "image": [9: "Windows 11"], "storagenode": [2: "node"],
    ]

    private static func list(_ className: String) -> String {
        let rows = (names[className] ?? [:]).map { #"{"id":\#($0.key),"name":"\#($0.value)"}"# }
        return #"{"data":[\#(rows.joined(separator: ","))],"nextUrl":null}"#
    }

    private static let macs = """
        {"data":[{"id":1,"hostID":3,"mac":"02:00:00:00:00:03","primary":"1","pending":"0"},
        {"id":2,"hostID":4,"mac":"02:00:00:00:00:04","primary":1,"pending":0},
        {"id":3,"hostID":4,"mac":"02:00:00:00:00:14","primary":0,"pending":""},
        {"id":4,"hostID":4,"mac":"02:00:00:00:00:24","primary":0,"pending":1}],"nextUrl":null}
        """

    private func tasks(_ ids: [Int]) -> String {
        let rows = ids.map { id in
            #"{"id":\#(id),"name":"t","hostID":\#(id == 1 ? 3 : 4),"typeID":1,"stateID":3,"imageID":9,"storagenodeID":2}"#
        }
        return #"{"data":[\#(rows.joined(separator: ","))],"nextUrl":null}"#
    }

    @Test func `Names what tasks name by number, with few requests`() async throws {
        let active = Mutex([1])
        let transport = ScriptedTransport { request, _ in
            let className = String(request.path.dropFirst("/fog/".count).prefix { $0 != "?" && $0 != "/" })
            return .json(className == "task" ? tasks(active.withLock { $0 }) : Self.list(className))
        }
        let server = FogServer(transport, dialect: .six)

        let first = try await server.tasks()
        let afterFirst = transport.sent.count
        _ = try await server.tasks()
        let afterSecond = transport.sent.count
        active.withLock { $0 = [1, 2] }
        let third = try await server.tasks()

        let task = try #require(first.first)
        #expect(task.hostname == "pc-3" && task.typename == "Deploy" && task.statename == "In-Progress")
        #expect(task.imagename == "Windows 11" && task.storagenodename == "node")
        #expect(afterSecond - afterFirst == 1, "a poll costs one request")
        #expect(third.map(\.hostname) == ["pc-3", "pc-4"])
        #expect(transport.sent.count - afterSecond == 2, "a new host costs one more")
    }

    @Test func `Gives tasks without names where the user may not read the classes`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/task/active")
                ? .json(tasks([1]))
                : request.path.hasPrefix("/fog/setting") ? .json(#"{"data":[]}"#) : LoginTests.noRight
        }

        let found = try await FogServer(transport, dialect: .six).tasks()

        #expect(found.map(\.hostID?.number) == [3] && found.first?.hostname == nil)
    }

    @Test func `Gives hosts their addresses with one request for all`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/host")
                ? .json(Self.list("host"))
                : request.path.hasPrefix("/fog/mac") ? .json(Self.macs) : .json(#"{"data":[]}"#)
        }

        let hosts = try await FogServer(transport, dialect: .six).hosts()

        #expect(hosts.map(\.macs) == [["02:00:00:00:00:03"], ["02:00:00:00:00:04", "02:00:00:00:00:14"]])
        #expect(hosts.map(\.primac) == ["02:00:00:00:00:03", "02:00:00:00:00:04"])
        #expect(transport.sent.filter { $0.path.contains("mac") }.count == 1)
    }

    @Test(arguments: [(true, 8), (false, 2)])
    func `Asks for the addresses of a page of hosts only`(byPages: Bool, requests: Int) async throws {
        let transport = ScriptedTransport { request, _ in
            guard request.path.hasPrefix("/fog/host") || request.path.contains("mac") else {
                return .json(#"{"data":[]}"#)
            }
            let numbers = request.path.split { !$0.isNumber }.compactMap { Int($0) }
            let wanted = request.path.contains("filter") ? Set(numbers.dropFirst(2)) : nil
            let found = (10_001...14_000).filter { wanted?.contains($0) ?? true }
            let rows = found.dropFirst(numbers[0]).prefix(numbers[1]).map { number in
                #"{"id":\#(number),"name":"pc","hostID":\#(number),"mac":"m\#(number)"}"#
            }
            return .json(#"{"data":[\#(rows.joined(separator: ","))],"recordsFiltered":\#(found.count)}"#)
        }
        let server = FogServer(transport, dialect: .six)
        var hosts: [Host] = []

        if byPages {
            for try await page in server.hostPages() { hosts += page }
        } else {
            hosts = try await server.hosts()
        }

        #expect(hosts.count == 4_000 && hosts.allSatisfy { $0.macs == ["m\($0.id)"] })
        let asked = transport.sent.map(\.path).filter { $0.contains("mac") }
        #expect(asked.count <= requests)
        #expect(asked.allSatisfy { $0.contains("filter=hostID") == byPages && $0.utf8.count < 7_100 })
    }

    @Test func `Drops the page's own decoration of a row`() async throws {
        let row = #"""
            {"DT_RowId":"row_1","id":1,"name":"pc-1","mainlink":"<a href=\"x\">pc-1</a>","hostLink":"<a>",
            "pingstatus":"<i class=\"fa\"></i>","pingstatuscode":6,"macs":["02:00:00:00:00:01"]}
            """#
        let transport = ScriptedTransport { request, _ in
            .json(request.path.hasPrefix("/fog/host") ? #"{"data":[\#(row)]}"# : #"{"data":[]}"#)
        }

        let host = try #require(try await FogServer(transport, dialect: .six).hosts().first)

        #expect(host.name == "pc-1" && host.pingstatuscode == 6)
        #expect(Host.fields.allSatisfy { !"\($0.get(host))".contains("<") })
    }
}

@Suite struct LimiterTests {
    @Test func `Leaves the queue where a waiting task is cancelled`() async throws {
        let gate = GatedTransport(ScriptedTransport { _, _ in .json("{}") })
        let server = FogServer(gate, limits: FogLimits(concurrency: 1))
        let change = FogRequest.change(.post, "/fog/x", .null, subject: "x")
        let first = Task { try await server.send(change) }
        await gate.waitForChange()
        let second = Task { try await server.send(.list("host")) }
        let third = Task { try await server.send(.list("host")) }
        await Task.yield()

        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        gate.open()

        _ = try await first.value
        _ = try await third.value
    }
}
