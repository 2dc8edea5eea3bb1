import FogSim
import HTTPTypes
import TestSupport
import Testing

/// Lists of FOG 1.6, after api-1.6.md section 4.
@Suite struct Fog16ListTests {
    private let client = SimClient(.lab(dialect: .fog16))

    @Test func `Wraps rows in the envelope of 4.1`() throws {
        let list = try client.json("GET", "/fog/host")

        #expect(
            list.keys == [
                "draw", "recordsTotal", "recordsFiltered", "recordsReturned", "data", "firstUrl", "prevUrl", "nextUrl",
                "lastUrl", "_lang",
            ]
        )
        #expect(list["recordsTotal"]?.integer == 30)
        #expect(list["data"]?.elements.count == 30)
        #expect(list["nextUrl"] == .null)
        #expect(!client.send("GET", "/fog/host").text.contains("\": "))
    }

    @Test func `Pages by start and length to the last row, as 4.2 says`() throws {
        var place: String? = "/fog/host?start=0&length=12&filter=name=pc-*"
        var names: [String] = []
        var sizes: [Int] = []
        while let next = place {
            let list = try client.json("GET", next)
            let rows = list["data"]?.elements ?? []
            sizes.append(rows.count)
            names += rows.compactMap { $0["name"]?.text }
            place = list["nextUrl"]?.text
        }

        #expect(sizes == [12, 12, 6])
        #expect(names == names.sorted() && Set(names).count == 30)
    }

    @Test func `Names the other pages in the body and in the header Link`() throws {
        let answer = client.send("GET", "/fog/host?filter=imageID=1,2&start=10&length=10")
        let list = try OrderedJSON(bytes: answer.body)

        #expect(list["firstUrl"]?.text == "/fog/host?filter=imageID=1,2&start=0&length=10")
        #expect(list["prevUrl"]?.text == "/fog/host?filter=imageID=1,2&start=0&length=10")
        #expect(list["nextUrl"]?.text == "/fog/host?filter=imageID=1,2&start=20&length=10")
        #expect(list["lastUrl"]?.text == "/fog/host?filter=imageID=1,2&start=20&length=10")
        let last = try client.json("GET", "/fog/host?start=20&length=10")
        #expect(last["nextUrl"] == .null && last["recordsReturned"]?.integer == 10)
        let link = try #require(answer.response.headerFields.first { $0.name.canonicalName == "link" }?.value)
        #expect(link.contains("</fog/host?filter=imageID=1,2&start=20&length=10>; rel=\"next\""))
    }

    @Test(arguments: [
        ("start=20", 30, false), ("length=-1", 30, false), ("length=0", 30, false), ("start=25&length=10", 5, true),
        ("start=99&length=10", 0, true), ("length=7", 7, true),
    ])
    func `Takes what it is asked for`(query: String, rows: Int, isPaged: Bool) throws {
        let list = try client.json("GET", "/fog/host?" + query)

        #expect(list["recordsReturned"]?.integer == rows)
        #expect((list["firstUrl"] != .null) == isPaged)
    }

    @Test func `Cuts a list of too many rows, and no page that was asked for`() throws {
        var configuration = FogSim.Configuration.lab(dialect: .fog16)
        #expect(configuration.paging.rows == 10_000)
        #expect(configuration.paging.expandedRows == 2_500)
        configuration.paging.rows = 20
        configuration.paging.expandedRows = 12
        let client = SimClient(configuration)

        let whole = try client.json("GET", "/fog/host")
        #expect(whole["recordsReturned"]?.integer == 20)
        #expect(whole["truncated"] == .bool(true))
        #expect(whole["nextUrl"]?.text == "/fog/host?start=20&length=20")
        #expect(try client.json("GET", "/fog/host?length=28")["recordsReturned"]?.integer == 28)
        #expect(try client.json("GET", "/fog/host?length=28&expand=image")["recordsReturned"]?.integer == 12)
        #expect(try client.json("GET", "/fog/host/names")["data"]?.elements.count == 30)
    }

    @Test func `Gives rows that are flat, as 4.3 says`() throws {
        let row = try #require(try client.json("GET", "/fog/host?filter=name=pc-001")["data"]?[0])

        for key in ["DT_RowId", "mainlink", "hostLink", "imageLink", "imagename", "primac", "groups", "arch"] {
            #expect(row[key]?.text != nil, "\(key)")
        }
        #expect(row["id"]?.integer == 1)
        #expect(row["imageID"]?.integer == 1)
        #expect(row["deployed"] == .null)
        #expect(row["groups_list"]?[0]?["name"]?.text == "Lab A")
        #expect(row["pingstatus"]?.text?.hasPrefix("<") == true)
        #expect(row["pingstatuscode"]?.integer == 0)
        for key in ["macs", "inventory", "image", "ADPass", "ADDomain", "productKey", "pub_key", "sec_tok"] {
            #expect(row[key] == nil, "\(key)")
        }
    }

    @Test func `Leaves a link that leads nowhere unset, on the beta by an empty text`() throws {
        for (dialect, unset) in [(FogSim.Dialect.fog16, OrderedJSON.null), (.fog16beta, .string(""))] {
            let list = try SimClient(.lab(dialect: dialect)).json("GET", "/fog/host?filter=imageID=0")
            #expect(list["data"]?[0]?["imageID"] == unset)
        }
    }

    @Test func `Gives tasks without the objects that they name`() throws {
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        let row = try #require(try client.json("GET", "/fog/task/active")["data"]?[0])
        #expect(row["hostID"]?.integer == 1)
        #expect(row["typeID"]?.integer == 1)
        for key in ["host", "image", "type", "state"] { #expect(row[key] == nil, "\(key)") }
        let single = try client.json("GET", "/fog/task/1")
        for key in ["host", "image", "type", "state", "storagenode", "storagegroup"] {
            #expect(single[key]?["id"]?.integer != nil, "\(key)")
        }
        #expect(single["storagenode"]?["pass"] == nil)
        #expect(single["host"]?["ADPass"] == nil)
    }

    @Test(arguments: [
        ("name=pc-001", 1), ("name=PC-001", 1), ("name=pc-001,pc-002,nosuch", 2), ("name=pc-00*", 9),
        ("name=pc-00*,pc-030", 10), ("id=1,2,99", 2), ("name=pc-0*%26imageID=2", 10), ("name=pc-00%2B", 9),
        ("name=", 0),
    ])
    func `Filters as 4.5 says`(filter: String, count: Int) throws {
        #expect(try client.json("GET", "/fog/host?filter=" + filter)["recordsFiltered"]?.integer == count)
        #expect(try client.json("GET", "/fog/host/count?filter=" + filter)["total"]?.integer == count)
        #expect(try client.json("GET", "/fog/host/names?filter=" + filter)["data"]?.elements.count == count)
        #expect(try client.json("GET", "/fog/host/ids?filter=" + filter)["data"]?.elements.count == count)
    }

    @Test func `Refuses a filter on what is no field or a secret, and passes over a slip in a body`() throws {
        let answer = client.send("GET", "/fog/host?filter=nmae=pc-001")
        #expect(answer.status == 400)
        let refusal = try OrderedJSON(bytes: answer.body)
        #expect(refusal["error"]?.text?.hasPrefix("Unknown filter field(s)") == true)
        #expect(refusal["valid"]?.elements.contains(.string("name")) == true)
        #expect(refusal["valid"]?.elements.contains(.string("ADPass")) == false)

        for place in ["host?filter=ADPass=x", "user?filter=password=x", "storagenode?filter=pass=x", "host/ids/ADPass"]
        {
            #expect(client.send("GET", "/fog/" + place).status == 400, "\(place)")
        }
        #expect(try client.json("GET", "/fog/host", #"{"nmae":"pc-001"}"#)["recordsFiltered"]?.integer == 30)
        #expect(try client.json("GET", "/fog/host", #"{"name":"pc-001"}"#)["recordsFiltered"]?.integer == 1)
    }

    @Test func `Filters by the path, too`() throws {
        #expect(try client.json("GET", "/fog/host/name=pc-001&imageID=1")["recordsFiltered"]?.integer == 1)
        #expect(try client.json("GET", "/fog/host/list/name=pc-00*")["recordsFiltered"]?.integer == 9)
        #expect(try client.json("GET", "/fog/host/ids/name=pc-00*/imageID")["data"]?.elements.count == 9)
    }

    @Test func `Wraps names and numbers, but on the beta`() throws {
        #expect(try client.json("GET", "/fog/image/names")["data"]?[1]?["name"]?.text == "Windows 11")
        let beta = SimClient(.lab(dialect: .fog16beta))
        #expect(try beta.json("GET", "/fog/image/names")[1]?["name"]?.text == "Windows 11")
        #expect(try beta.json("GET", "/fog/image/ids")[0]?.integer != nil)
    }

    @Test(arguments: [
        ("host", "pc-00", 9, 9), ("host", "13", 2, 2), ("host", "1d", 1, 1), ("host", "02:f0:60", 30, 30),
        ("host", "Lab", 0, 0),
        ("host", "Windows", 0, 0), ("host", "pc%", 0, 0), ("image", "windows", 2, 2), ("setting", "UTC", 1, 1),
        ("tasktype", "deploy", 3, 0), ("inventory", "x", 0, 0),
    ])
    func `Searches names alone, as section 6 says`(name: String, term: String, count: Int, onBeta: Int) throws {
        let place = "/fog/\(name)/search/\(term)"
        #expect(try client.json("GET", place)["recordsFiltered"]?.integer == count)
        #expect(
            try SimClient(.lab(dialect: .fog16beta)).json("GET", place)["recordsFiltered"]?.integer == onBeta
        )
    }

    @Test func `Leaves rows out of lists whose name holds _api_, as 4.1 says`() throws {
        #expect(client.send("GET", "/fog/setting/123").text.contains("FOG_API_TOKEN"))
        #expect(!client.send("GET", "/fog/setting").text.contains("FOG_API_TOKEN"))
        #expect(client.send("GET", "/fog/setting/names").text.contains("FOG_API_TOKEN"))
    }

    @Test func `Shows a row alike before and after it was kept`() {
        var configuration = FogSim.Configuration.lab(dialect: .fog16beta)
        configuration.quirks.insert(.htmlEscapesOutput)
        let client = SimClient(configuration)
        _ = client.send("PUT", "/fog/host/1", #"{"description":"a & b"}"#)
        let fresh = client.send("GET", "/fog/host").text

        #expect(fresh.contains("a &amp; b"))
        #expect(client.send("GET", "/fog/host/list/description=*service*,a*").text.contains("a & b"))
        _ = client.send("GET", "/fog/host?expand=all")
        _ = client.send("GET", "/fog/host/1?expand=all")
        #expect(client.send("GET", "/fog/host").text == fresh)
        _ = client.send("PUT", "/fog/image/1", #"{"name":"Windows 12"}"#)
        #expect(client.send("GET", "/fog/host").text.contains("Windows 12"))
    }

    @Test func `Searches all classes at once`() throws {
        for place in ["/fog/unisearch/windows", "/fog/search?q=windows"] {
            let found = try client.json("GET", place)
            #expect(found["_query"]?.text == "windows")
            #expect(found["_results"]?["image"]?.integer == 2)
            #expect(found["image"]?[0]?.keys == ["id", "name"])
        }
        #expect(try client.json("GET", "/fog/unisearch/pc/3")["host"]?.elements.count == 3)
    }

    @Test func `Expands hosts on demand`() throws {
        _ = client.send("POST", "/fog/snapin", #"{"name":"office","file":"office.msi","hosts":[1]}"#)

        let plain = try client.json("GET", "/fog/host/1")
        #expect(plain["snapins"] == nil)
        let host = try client.json("GET", "/fog/host/1?expand=snapins,groups")
        #expect(host["snapins"]?[0]?["name"]?.text == "office")
        #expect(host["snapins_total"]?.integer == 1)
        #expect(host["snapins_truncated"] == .bool(false))
        #expect(host["groups"]?[0]?["name"]?.text == "Lab A")
        #expect(host["modules"] == nil)
        let row = try client.json("GET", "/fog/host?expand=all&length=1")["data"]?[0]
        #expect(row?["image"]?["name"]?.text == "Windows 11")
        #expect(row?["modules_total"]?.integer == 0)
    }
}
