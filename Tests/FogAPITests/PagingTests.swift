import FogAPI
import FogModel
import Synchronization
import TestSupport
import Testing

/// How lists of FOG 1.6 are gone through.
@Suite struct PagingTests {
    /// A server of 1.6 with some images, which gives them by pages.
    private struct Shelf: Sendable {
        var ids: [Int]
        /// Most rows in one answer, whatever is asked for.
        var most = 10_000
        var links = true
        var total = true
        var cut = false
        var next = #""\/fog\/image?start=1&length=1""#

        func answer(_ path: String) -> ScriptedTransport.Reply {
            guard path.hasPrefix("/fog/image") else { return .json(#"{"data":[],"recordsTotal":0,"nextUrl":null}"#) }
            let start = Self.number("start", path) ?? 0
            let page = ids.dropFirst(start).prefix(min(Self.number("length", path) ?? most, most))
            let isLast = start + page.count >= ids.count
            let rows = page.map { #"{"id":\#($0),"name":"image \#($0)"}"# }.joined(separator: ",")
            var members = [#""data":[\#(rows)]"#]
            if total { members.append(#""recordsTotal":\#(ids.count),"recordsFiltered":\#(ids.count)"#) }
            if links { members.append(#""nextUrl":\#(isLast ? "null" : next)"#) }
            if cut, !isLast { members.append(#""truncated":true"#) }
            return .json("{\(members.joined(separator: ","))}")
        }

        static func number(_ name: String, _ path: String) -> Int? {
            path.split(whereSeparator: { "?&".contains($0) }).first { $0.hasPrefix(name + "=") }
                .flatMap { Int($0.dropFirst(name.count + 1)) }
        }
    }

    private func images(_ shelf: Shelf, pageRows: Int = 3) async throws -> (ids: [Int], asked: [String]) {
        let transport = ScriptedTransport { request, _ in shelf.answer(request.path) }
        let server = FogServer(transport, limits: FogLimits(pageRows: pageRows), dialect: .six)
        let ids = try await server.rows(Image.self).map(\.id.number)
        return (ids, transport.sent.map(\.path).filter { $0.hasPrefix("/fog/image") })
    }

    @Test func `Reads all pages and no more`() async throws {
        let (ids, asked) = try await images(Shelf(ids: Array(1...7)))

        #expect(ids == Array(1...7))
        #expect(asked == [0, 3, 6].map { "/fog/image?start=\($0)&length=3" })
    }

    @Test func `Loses no row where the server gives fewer than it was asked for`() async throws {
        var shelf = Shelf(ids: Array(1...9))
        shelf.most = 2

        #expect(try await images(shelf, pageRows: 5).ids == Array(1...9))
    }

    @Test(arguments: [(true, false, false), (false, true, false), (false, false, true)])
    func `Sees by the link, the number of rows or the cut that there is more`(
        links: Bool,
        total: Bool,
        cut: Bool
    ) async throws {
        var shelf = Shelf(ids: Array(1...8))
        (shelf.links, shelf.total, shelf.cut) = (links, total, cut)

        #expect(try await images(shelf).ids == Array(1...8))
    }

    @Test func `Follows no link to another host, nor past the rows that came`() async throws {
        var shelf = Shelf(ids: Array(1...5))
        shelf.next = #""https:\/\/evil.example.org\/fog\/image?start=99""#

        let (ids, asked) = try await images(shelf)

        #expect(ids == Array(1...5))
        #expect(asked == ["/fog/image?start=0&length=3", "/fog/image?start=3&length=3"])
    }

    @Test func `Counts a row once that moves to the next page`() async throws {
        var shelf = Shelf(ids: [1, 2, 3, 3, 4, 5])
        shelf.total = false

        #expect(try await images(shelf).ids == [1, 2, 3, 4, 5])
    }

    @Test func `Goes through a list again where rows went away meanwhile`() async throws {
        // Row 2 goes after the first page: row 4 moves from the second page to the first.
        let transport = ScriptedTransport { request, number in
            Shelf(ids: number == 1 ? [1, 2, 3, 4, 5, 6, 7] : [1, 3, 4, 5, 6, 7]).answer(request.path)
        }
        let server = FogServer(transport, limits: FogLimits(pageRows: 3), dialect: .six)

        let ids = try await server.list(
            "image",
            id: { $0["id"].flatMap { Int($0) } },
            read: { (reader) throws(JSONFault) in try reader.values(named: ["id"]) }
        )

        #expect(Set(ids.compactMap { $0["id"].flatMap { Int($0) } }).isSuperset(of: [1, 3, 4, 5, 6, 7]))
        #expect(ids.count == 7)
    }

    @Test func `Ends where the server ignores the place in the list`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/image")
                ? .json(#"{"data":[{"id":1,"name":"a"}],"recordsTotal":9,"nextUrl":"/fog/image?start=1"}"#)
                : .json(#"{"data":[],"recordsTotal":0}"#)
        }

        #expect(try await FogServer(transport, dialect: .six).images().map(\.id.number) == [1])
    }

    @Test func `Ends where the server ignores the place and no row fits`() async throws {
        let transport = ScriptedTransport { _, _ in
            .json(#"{"data":[{"id":1,"name":"a"}],"nextUrl":"/fog/image?start=1"}"#)
        }

        let rows = try await FogServer(transport, dialect: .six)
            .values("image", ["name"], filter: .equals("name", "b"))

        #expect(rows.isEmpty && transport.sent.count == 2)
    }

    @Test func `Goes on after a page whose only fitting row came before`() async throws {
        let pages = [
            0: #"{"id":1,"name":"b"},{"id":2,"name":"a"}"#, 2: #"{"id":1,"name":"b"},{"id":3,"name":"a"}"#,
            4: #"{"id":4,"name":"b"}"#,
        ]
        let transport = ScriptedTransport { request, _ in
            let start = Shelf.number("start", request.path) ?? 0
            return .json(#"{"data":[\#(pages[start] ?? "")],"nextUrl":\#(start < 4 ? "\"/next\"" : "null")}"#)
        }

        let rows = try await FogServer(transport, limits: FogLimits(pageRows: 2), dialect: .six)
            .values("image", ["name"], filter: .equals("name", "b"))

        #expect(rows.compactMap { $0["id"] } == ["1", "4"])
    }

    @Test func `Begins anew, and gives no row twice, where a filter is refused on the way`() async throws {
        let transport = ScriptedTransport { request, _ in
            let start = Shelf.number("start", request.path) ?? 0
            if request.path.contains("filter=") {
                return start == 0
                    ? .json(#"{"data":[{"id":3,"name":"b"},{"id":5,"name":"b"}],"recordsFiltered":4}"#)
                    : .json(#"{"error":"Unknown filter field(s)"}"#, status: 400)
            }
            let rows = (1...8).dropFirst(start).prefix(2).map { #"{"id":\#($0),"name":"\#($0 % 2 == 0 ? "a" : "b")"}"# }
            return .json(#"{"data":[\#(rows.joined(separator: ","))],"recordsTotal":8}"#)
        }

        let rows = try await FogServer(transport, limits: FogLimits(pageRows: 2), dialect: .six)
            .values("image", ["name"], filter: .equals("name", "b"))

        #expect(rows.compactMap { $0["id"] } == ["3", "5", "1", "7"])
    }

    @Test func `Reads rows without numbers from all pages`() async throws {
        let transport = ScriptedTransport { request, _ in
            let start = Shelf.number("start", request.path) ?? 0
            return .json(#"{"data":[{"name":"p\#(start)"}],"recordsTotal":4}"#)
        }

        let rows = try await FogServer(transport, limits: FogLimits(pageRows: 1), dialect: .six).values(
            "plugin",
            ["name"]
        )

        #expect(rows.compactMap { $0["name"] } == ["p0", "p1", "p2", "p3"])
    }

    @Test func `Reads damaged pages to values or errors, and ends`() async throws {
        let rows = (1...20).map { #"{"id":\#($0),"name":"image \#($0)","imageTypeID":1,"isEnabled":1}"# }
        let page =
            #"{"draw":0,"recordsTotal":40,"recordsFiltered":40,"data":[\#(rows.joined(separator: ","))],"#
            + #""nextUrl":"\/fog\/image?start=20&length=20","truncated":false}"#
        var dice = Dice(seed: 6)
        var read = 0

        for _ in 0..<2_000 {
            var bytes = Array(page.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
                case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count))
                default: bytes = Array(bytes[..<max(place, 1)])
                }
            }
            let answer = ScriptedTransport.answer(200, type: "application/json", bytes)
            let transport = ScriptedTransport { request, _ in
                request.path.hasPrefix("/fog/image") ? .other(answer) : .json(#"{"data":[],"nextUrl":null}"#)
            }
            do {
                read += try await FogServer(transport, limits: FogLimits(attempts: 1), dialect: .six).images().count
            } catch is FogError {
                continue
            }
            #expect(transport.sent.count < 8)
        }

        #expect(read > 0)
    }

    @Test(arguments: [
        #"[{"id":1,"name":"a"}]"#, #"{"data":[{"id":1,"name":"a"}]}"#, #"{"count":1,"images":[{"id":"1","name":"a"}]}"#,
        #"{"data":{"0":{"id":1,"name":"a"}}}"#, #"{"_searchtypes":["x"],"rows":[{"id":1,"name":"a"}]}"#,
    ])
    func `Reads a list in any shape`(json: String) async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasPrefix("/fog/image") ? .json(json) : .json(#"{"data":[]}"#)
        }

        #expect(try await FogServer(transport, dialect: .six).images().map(\.name) == ["a"])
    }

    @Test func `Reads a short page after a long one`() async throws {
        let long = String(repeating: "x", count: 10_000)
        let transport = ScriptedTransport { request, _ in
            guard request.path.hasPrefix("/fog/image") else { return .json(#"{"data":[]}"#) }
            return request.path.contains("start=0")
                ? .json(#"{"data":[{"x":"\#(long)","id":1}],"recordsTotal":2}"#)
                : .json(#"{"data":[{"y":1,"id":2}],"recordsTotal":2}"#)
        }
        let server = FogServer(transport, limits: FogLimits(pageRows: 1), dialect: .six)

        #expect(try await server.rows(Image.self).map(\.id.number) == [1, 2])
    }

    @Test func `Takes no list of more rows than any server has`() async throws {
        let rows = Array(repeating: "{}", count: 1_000_001).joined(separator: ",")
        let transport = ScriptedTransport { _, _ in .json("{\"groupassociations\":[\(rows)]}") }
        let server = FogServer(transport, dialect: .five)

        let error = await #expect(throws: FogError.self) {
            try await server.associations("groupassociation", ["hostID"])
        }

        #expect(error?.code == .server)
    }

    @Test func `Sees by a list that a server is a 1.6 after all, and asks it as one`() async throws {
        let shelf = Shelf(ids: Array(1...4))
        let transport = ScriptedTransport { request, _ in shelf.answer(request.path) }
        let server = FogServer(transport, limits: FogLimits(pageRows: 3), dialect: .five)

        #expect(try await server.images().count == 4)
        #expect(try await server.dialect() == .six)
    }

    @Test func `Keeps texts of a 1.6 as they are, and decodes those of a 1.5`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.contains("image/1") ? .json(#"{"id":1,"name":"R&amp;D"}"#) : .json(#"{"data":[]}"#)
        }
        let image = try #require(ImageID(1))

        #expect(try await FogServer(transport, dialect: .six).image(.id(image)).name == "R&amp;D")
        let old = ScriptedTransport { request, _ in
            request.path.contains("image/1") ? .json(#"{"id":1,"name":"R&amp;D"}"#) : .json(#"{"services":[]}"#)
        }
        #expect(try await FogServer(old, dialect: .five).image(.id(image)).name == "R&D")
    }

    @Test func `Reads a row from its list where the server answers nothing for the one`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/image/2" || request.path == "/fog/image/9"
                ? .json("null") : Shelf(ids: [1, 2, 3]).answer(request.path)
        }
        let server = FogServer(transport, dialect: .six)

        #expect(try await server.image(.id(try #require(ImageID(2)))).name == "image 2")
        #expect(try await server.findImage(.id(try #require(ImageID(9)))) == nil)
    }
}
