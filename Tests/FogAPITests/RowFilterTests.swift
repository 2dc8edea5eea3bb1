import FogAPI
import FogModel
import Testing

@Suite struct RowFilterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let filter: RowFilter
        let five: String
        let six: String
        var testDescription: String { five }
    }

    @Test(arguments: [
        Case(filter: .equals("name", "lab-01"), five: #"{"name":"lab-01"}"#, six: "name=lab-01"),
        Case(filter: .equals("name", "100%"), five: #"{"name":["100%"]}"#, six: "name=100*"),
        Case(filter: .equals("name", "a,b & c"), five: #"{"name":"a,b & c"}"#, six: "name=a*b%20*%20c"),
        Case(filter: .equals("name", "Büro 1"), five: #"{"name":"Büro 1"}"#, six: "name=B%C3%BCro%201"),
        Case(filter: .equals("hostID", 5), five: #"{"hostID":5}"#, six: "hostID=5"),
        Case(filter: .anyOf("id", [1, 22]), five: #"{"id":[1,22]}"#, six: "id=1,22"),
        Case(filter: .anyOf("name", ["a", "b"]), five: #"{"name":["a","b"]}"#, six: "name=a,b"),
        Case(filter: .like("name", "pc-%-1%"), five: #"{"name":"pc-%-1%"}"#, six: "name=pc-*-1*"),
        Case(
            filter: .equals("stateID", 3).and(.anyOf("hostID", [1])),
            five: #"{"stateID":3,"hostID":[1]}"#,
            six: "stateID=3%26hostID=1"
        ),
    ])
    func `Writes a filter in each dialect`(row: Case) throws {
        let five = Dialect.five.list("host", filter: row.filter)
        let six = Dialect.six.list("host", filter: row.filter, page: 0..<500)

        #expect(five.path == "/fog/host" && five.body.map { String(decoding: $0.bytes, as: UTF8.self) } == row.five)
        #expect(six.path == "/fog/host?start=0&length=500&filter=" + row.six && six.body == nil)
    }

    @Test func `Leaves out what a server of 1.6 cannot be asked for`() {
        let names = RowFilter.anyOf("name", ["a,b", "c"])
        let many = RowFilter.anyOf("name", (0..<2_000).map { "a name of some length \($0)" })

        #expect(Dialect.six.list("host", filter: names, page: 0..<9).path == "/fog/host?start=0&length=9")
        #expect(Dialect.six.list("host", filter: many, page: 0..<9).path == "/fog/host?start=0&length=9")
    }

    /// Names of rows that come back where the server sends all of them.
    private func names(_ filter: RowFilter) async throws -> [String] {
        let rows = ["pc-1", "PC-2 ", "pc%3", "R&amp;D", ""].enumerated().map { place, name in
            #"{"id":"\#(place + 1)","name":"\#(name)","imageID":\#(place == 0 ? "null" : "\"\(place)\"")}"#
        }
        let transport = ScriptedTransport { request, _ in .json(#"{"hosts":[\#(rows.joined(separator: ","))]}"#) }
        return try await FogServer(transport).values("host", ["name"], filter: filter).compactMap { $0["name"] }
    }

    @Test(arguments: [
        (RowFilter.equals("name", "PC-1"), ["pc-1"]), (.equals("name", "pc-2"), ["PC-2 "]),
        (.like("name", "pc%"), ["pc-1", "PC-2 ", "pc%3"]), (.like("name", "%1%"), ["pc-1"]), (.like("name", "c"), []),
        (.equals("name", "pc%3"), ["pc%3"]), (.equals("name", "pc%"), []), (.equals("name", "R&D"), ["R&D"]),
        (.equals("imageID", 0), ["pc-1"]), (.anyOf("imageID", [1, 2]), ["PC-2 ", "pc%3"]),
        (.equals("imageID", 1).and(.equals("id", 2)), ["PC-2 "]), (.equals("imageID", 1).and(.equals("id", 3)), []),
        (.equals("unknown", "x"), ["pc-1", "PC-2 ", "pc%3", "R&D", ""]),
    ])
    func `Looks at every row itself`(filter: RowFilter, expected: [String]) async throws {
        #expect(try await names(filter) == expected)
    }

    @Test func `Asks for nothing where no row can fit`() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"hosts":[{"id":1}]}"#) }

        #expect(try await FogServer(transport).values("host", ["id"], filter: .anyOf("id", [Int]())).isEmpty)
        #expect(transport.sent.isEmpty)
    }

    @Test func `Filters here where the server knows no such filter, and asks that once`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.contains("filter=")
                ? .json(#"{"error":"Unknown filter field(s): imageID","valid":["id"]}"#, status: 400)
                : .json(#"{"data":[{"id":1,"imageID":2},{"id":2,"imageID":3}],"nextUrl":null}"#)
        }
        let server = FogServer(transport, dialect: .six)

        for _ in 0..<2 {
            #expect(try await server.values("host", ["id"], filter: .equals("imageID", 3)) == [["id": "2"]])
        }
        #expect(transport.sent.filter { $0.path.contains("filter=") }.count == 1)
        let error = await #expect(throws: FogError.self) {
            try await server.values("host", ["id"], filter: .equals("color", "red"))
        }
        #expect(error?.message.contains("cannot filter hosts by \"color\"") == true)
    }

    @Test func `Asks a 1.6 for active tasks of some hosts by their state`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/task?")
                ? .json(#"{"data":[{"id":1,"hostID":3,"stateID":1},{"id":2,"hostID":3,"stateID":4}],"nextUrl":null}"#)
                : .json(#"{"data":[],"nextUrl":null}"#)
        }
        let server = FogServer(transport, dialect: .six)

        let rows = try await server.list(
            "task",
            isActive: true,
            filter: .anyOf("hostID", [3]),
            id: { $0["id"].flatMap { Int($0) } },
            read: { (reader) throws(JSONFault) in try reader.values(named: ["id"]) }
        )

        #expect(rows.map { $0["id"] } == ["1"])
        #expect(transport.sent.map(\.path) == ["/fog/task?start=0&length=500&filter=hostID=3%26stateID=0,1,2,3"])
    }

    @Test(arguments: [
        ("setting", "/fog/service/list", "/fog/setting"), ("imaginglog", "/fog/imaginglog", "/fog/tasklog"),
        ("tasklog", "/fog/tasklog", "/fog/tasklog"), ("host", "/fog/host", "/fog/host"),
    ])
    func `Knows the words of both families`(className: String, five: String, six: String) {
        #expect(Dialect.five.list(className).path == five)
        #expect(Dialect.six.list(className).path == six)
    }
}
