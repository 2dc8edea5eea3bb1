import FogSim
import HTTPTypes
import TestSupport
import Testing

/// What the pages state of each version, beside what the four dialects do.
@Suite struct DialectTests {
    /// Statement with what each dialect does: 1.5 on PHP 7, 1.5 on PHP 8, the beta of 1.6, 1.6.
    struct Statement: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: [String]
        let tell: @Sendable (SimClient) throws -> String

        init(_ text: String, _ expected: [String], _ tell: @escaping @Sendable (SimClient) throws -> String) {
            testDescription = text
            self.expected = expected
            self.tell = tell
        }

        init(_ text: String, _ method: String, _ path: String, _ body: String = "", statuses: [Int]) {
            self.init(text, statuses.map(String.init)) { String($0.send(method, "/fog/" + path, body).status) }
        }
    }

    @Test(arguments: routes + shapes + values + refusals + writing)
    func `Does in each dialect what the pages state`(row: Statement) throws {
        for (dialect, expected) in zip(FogSim.Dialect.allCases, row.expected) {
            #expect(try row.tell(SimClient(.lab(dialect: dialect))) == expected, "\(dialect)")
        }
    }

    @Test func `Is chosen by its name`() {
        #expect(FogSim.Dialect.allCases.map(\.rawValue) == ["1.5-php7", "1.5-php8", "1.6-beta", "1.6"])
        var lab = FogSim.Configuration.lab(dialect: .fog16)
        lab.typing = .php7
        #expect(lab.dialect == .fog15php7)
        #expect(FogSim.Configuration.lab(typing: .php7).dialect == .fog15php7)
    }

    private static let image = #"{"name":"x","path":"x","imageTypeID":1,"osID":9}"#

    private static let routes = [
        Statement("3: openapi", "GET", "system/openapi", statuses: [501, 501, 200, 200]),
        Statement("3.1: settings", "GET", "setting/list", statuses: [501, 501, 200, 200]),
        Statement("3.1: service", "GET", "service/list", statuses: [200, 200, 501, 501]),
        Statement("3: service is a folder", "GET", "service", statuses: [301, 301, 301, 301]),
        Statement("3.1: imaging log", "GET", "imaginglog", statuses: [200, 200, 501, 501]),
        Statement("3.1: users", "GET", "user", statuses: [501, 501, 200, 200]),
        Statement("3: count", "GET", "host/count", statuses: [501, 501, 200, 200]),
        Statement("3: unisearch", "GET", "unisearch/pc", statuses: [501, 501, 200, 200]),
        Statement("3: join", "PUT", "host/join", "{}", statuses: [501, 501, 501, 202]),
        Statement("3: names", "GET", "host/names", statuses: [200, 500, 200, 200]),
        Statement("3: details", "GET", "host/details", statuses: [200, 200, 501, 501]),
        Statement("3: no such class", "GET", "nosuch", statuses: [501, 501, 501, 501]),
        Statement("3: no such verb", "PATCH", "host/1", statuses: [501, 501, 501, 501]),
        Statement("3: HEAD of a class", "HEAD", "host", statuses: [501, 501, 501, 501]),
        Statement("5: no such row", "GET", "host/99", statuses: [404, 404, 404, 404]),
        Statement("6: search of tasks", "GET", "task/search/x", statuses: [200, 500, 200, 200]),
        Statement("13: read-only class", "POST", "tasklog", "{}", statuses: [417, 417, 501, 501]),
    ]

    private static let shapes = [
        Statement(
            "4.1: envelope",
            Array(repeating: "count images", count: 2)
                + Array(
                    repeating:
                        "draw recordsTotal recordsFiltered recordsReturned data firstUrl prevUrl nextUrl lastUrl _lang",
                    count: 2
                )
        ) { try $0.json("GET", "/fog/image").keys.joined(separator: " ") },
        Statement("4.1: layout", ["{ ", "{ ", "{\"", "{\""]) { String($0.send("GET", "/fog/image").text.prefix(2)) },
        Statement("4.2: paging", ["30", "30", "5", "5"]) {
            let list = try $0.json("GET", "/fog/host?start=0&length=5")
            return String((list["hosts"] ?? list["data"])?.elements.count ?? -1)
        },
        Statement("4.3: a row of hosts holds addresses", ["true", "true", "false", "false"]) {
            String($0.send("GET", "/fog/host").text.contains("\"macs\""))
        },
        Statement("4.4: names", ["array", "nothing", "array", "data"]) {
            guard let names = try? $0.json("GET", "/fog/host/names") else { return "nothing" }
            return names.keys.first ?? "array"
        },
        Statement("5: a single host holds addresses", ["1", "1", "1", "1"]) {
            try String($0.json("GET", "/fog/host/1")["macs"]?.elements.count ?? -1)
        },
        Statement("5: password of a node", ["true", "true", "false", "false"]) {
            try String($0.json("GET", "/fog/storagenode/1")["pass"] != nil)
        },
        Statement("5: what a task type is", ["nil", "nil", "true", "true"]) {
            try $0.json("GET", "/fog/tasktype/1")["isDeploy"]?.wire ?? "nil"
        },
        Statement("6: hosts by description", ["20", "20", "0", "0"]) {
            let list = try $0.json("GET", "/fog/host/search/seat")
            return String((list["hosts"] ?? list["data"])?.elements.count ?? -1)
        },
    ]

    private static let values = [
        Statement("12: integers", [#""1""#, "1", "1", "1"]) { try $0.json("GET", "/fog/image/1")["id"]?.wire ?? "" },
        Statement("12: flags", [#""1""#, #""1""#, "1", "1"]) {
            try $0.json("GET", "/fog/image/1")["isEnabled"]?.wire ?? ""
        },
        Statement("12: unset date", [#""0000-00-00 00:00:00""#, #""0000-00-00 00:00:00""#, "null", "null"]) {
            try $0.json("GET", "/fog/host/1")["deployed"]?.wire ?? ""
        },
        Statement("12: no image", [#""0""#, "0", "null", "null"]) {
            try $0.json("GET", "/fog/host/25")["imageID"]?.wire ?? ""
        },
        Statement("12: numbers in text", [#""5""#, #""5""#, #""5""#, #""5""#]) {
            try $0.json("GET", "/fog/image/1")["format"]?.wire ?? ""
        },
    ]

    private static let refusals = [
        Statement("2: wrong API token", ["403", "403", "403", "401"]) {
            var fields = HTTPFields()
            fields.set("fog-api-token", "d3Jvbmc=")
            return String($0.send("GET", "/fog/host", "", fields).status)
        },
        Statement("2: bearer alone", ["403", "403", "200", "200"]) {
            var fields = HTTPFields()
            fields.set("authorization", "Bearer " + $0.sim.configuration.access.bearerToken)
            return String($0.send("GET", "/fog/host", "", fields).status)
        },
        Statement("2: API off", ["302", "302", "308", "308"]) {
            var configuration = $0.sim.configuration
            configuration.access.isAPIEnabled = false
            return String(SimClient(configuration).send("GET", "/fog/host").status)
        },
        Statement("9: wrong key", "POST", "host/1/task", #"{"taskType":"1"}"#, statuses: [501, 501, 404, 404]),
        Statement("10: a task that does not exist", "DELETE", "task/9/cancel", statuses: [200, 200, 200, 200]),
        Statement("10: a host without a task", "DELETE", "host/1/cancel", statuses: [500, 500, 409, 409]),
        Statement("10: a host that does not exist", "DELETE", "host/99/cancel", statuses: [404, 404, 404, 404]),
    ]

    private static let writing = [
        Statement("7: a missing field", "POST", "image", #"{"name":"x"}"#, statuses: [417, 417, 417, 417]),
        Statement("7: a name in use", "POST", "group", #"{"name":"lab a"}"#, statuses: [500, 500, 500, 500]),
        Statement("7: a new image", "POST", "image", image, statuses: [200, 200, 200, 200]),
        Statement("7: an enabled image", [#""""#, #""""#, "0", "0"]) {
            try $0.json("POST", "/fog/image", image)["isEnabled"]?.wire ?? ""
        },
        Statement("7: a host of bad name", "PUT", "host/1", #"{"name":"a b"}"#, statuses: [404, 404, 406, 406]),
        Statement("7: a host without addresses", "POST", "host", #"{"name":"x"}"#, statuses: [404, 500, 417, 417]),
        Statement("7: a token of the server's", "PUT", "host/1", #"{"sec_tok":"x"}"#, statuses: [200, 200, 400, 400]),
        Statement("7: a storage group in use", "DELETE", "storagegroup/1", statuses: [200, 200, 409, 409]),
        Statement("7: texts that were not sent", ["&amp;amp;", "&amp;amp;", "&", "&"]) {
            _ = $0.send("PUT", "/fog/host/1", #"{"description":"&"}"#)
            return try $0.json("PUT", "/fog/host/1", #"{"imageID":2}"#)["description"]?.text ?? ""
        },
    ]
}
