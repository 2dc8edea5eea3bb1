import FogSim
import TestSupport
import Testing

/// Writing on FOG 1.6, after api-1.6.md sections 5, 7 and 8.
@Suite struct Fog16WritingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        let body: String
        let status: Int
        var testDescription: String { "\(method) \(path) \(body)" }
    }

    private static let cases = [
        Case(method: "POST", path: "image", body: #"{"name":"x"}"#, status: 417),
        Case(method: "POST", path: "image", body: "no JSON", status: 417),
        Case(method: "POST", path: "image", body: #"{"name":"windows 11"}"#, status: 500),
        Case(method: "POST", path: "image", body: #"{"name":"x","path":"x","imageTypeID":1,"osID":9}"#, status: 200),
        Case(method: "POST", path: "image", body: #"{"name":"x","path":"x","imageTypeID":77,"osID":9}"#, status: 406),
        Case(method: "POST", path: "image", body: #"{"name":"x","path":"x","imageTypeID":1,"osID":"a"}"#, status: 500),
        Case(method: "POST", path: "host", body: #"{"name":"has space","macs":["00:11:22:33:44:55"]}"#, status: 406),
        Case(method: "POST", path: "host", body: #"{"name":"new","macs":["nonsense"]}"#, status: 406),
        Case(method: "POST", path: "host", body: #"{"name":"new"}"#, status: 417),
        Case(method: "POST", path: "host", body: #"{"name":"new","primac":"00-11-22-33-44-55"}"#, status: 200),
        Case(method: "POST", path: "history", body: #"{"info":"x"}"#, status: 501),
        Case(method: "PUT", path: "usertracking/1", body: #"{"username":"x"}"#, status: 501),
        Case(method: "DELETE", path: "tasklog/1", body: "", status: 501),
        Case(method: "PUT", path: "host/99", body: "{}", status: 404),
        Case(method: "PUT", path: "host/1", body: #"{"name":""}"#, status: 403),
        Case(method: "PUT", path: "host/1", body: #"{"name":"pc-001"}"#, status: 200),
        Case(method: "PUT", path: "host/1", body: #"{"name":"pc-002"}"#, status: 500),
        Case(method: "PUT", path: "host/1", body: #"{"name":"pc 1"}"#, status: 406),
        Case(method: "PUT", path: "host/1", body: #"{"sec_tok":"x"}"#, status: 400),
        Case(method: "PUT", path: "host/1", body: #"{"sec_tok":"","imageID":2}"#, status: 200),
        Case(method: "DELETE", path: "storagegroup/1", body: "", status: 409),
        Case(method: "DELETE", path: "host/1", body: "", status: 200),
        Case(method: "DELETE", path: "host/99", body: "", status: 404),
        Case(method: "PUT", path: "host/join", body: #"{"imageID":2}"#, status: 202),
        Case(method: "POST", path: "image/join", body: #"{"names":["x"]}"#, status: 400),
        Case(method: "POST", path: "plugin/9/install", body: "", status: 404),
        Case(method: "PATCH", path: "host/1", body: "{}", status: 501),
        Case(method: "GET", path: "host/1/macs", body: "", status: 501),
        Case(method: "GET", path: "Host", body: "", status: 501),
        Case(method: "GET", path: "host/search/", body: "", status: 501),
    ]

    @Test(arguments: cases)
    func `Judges before it saves`(row: Case) throws {
        let client = SimClient(.lab(dialect: .fog16))
        let before = try client.json("GET", "/fog/host/count")["total"]?.integer

        let answer = client.send(row.method, "/fog/" + row.path, row.body)

        #expect(answer.status == row.status)
        if row.status >= 400, row.status != 404, row.status != 501 { #expect(answer.text.hasPrefix(#"{"error":"#)) }
        guard row.status >= 400 else { return }
        #expect(try client.json("GET", "/fog/host/count")["total"]?.integer == before)
    }

    @Test func `Stores texts as they are sent, but for blanks around them`() throws {
        let client = SimClient(.lab(dialect: .fog16))

        for _ in 1...2 { _ = client.send("PUT", "/fog/host/1", #"{"description":"  a & <b>  c "}"#) }
        _ = client.send("PUT", "/fog/host/1", #"{"imageID":2}"#)

        #expect(try client.json("GET", "/fog/host/1")["description"]?.text == "a & <b>  c")
    }

    @Test func `Leaves images disabled that do not say otherwise`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        let made = try client.json("POST", "/fog/image", #"{"name":"x","path":"x","imageTypeID":1,"osID":9}"#)
        let on = try client.json(
            "POST",
            "/fog/image",
            #"{"name":"y","path":"y","imageTypeID":"1","osID":"9","isEnabled":1}"#
        )

        #expect(made["isEnabled"]?.integer == 0)
        #expect(on["isEnabled"]?.integer == 1)
        #expect(on["osname"]?.text == "Windows 10")
    }

    @Test func `Makes lists replace what is bound, and join add to it`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        for name in ["one", "two"] { _ = client.send("POST", "/fog/snapin", #"{"name":"\#(name)","file":"f"}"#) }
        let snapins = { try client.json("GET", "/fog/host/1?expand=snapins")["snapins_total"]?.integer }

        _ = client.send("PUT", "/fog/host/1", #"{"snapins":[1]}"#)
        _ = client.send("PUT", "/fog/host/1", #"{"snapins":[2]}"#)
        #expect(try snapins() == 1)
        #expect(client.send("PUT", "/fog/host/join", #"{"ids":[1,2],"snapins":[1],"imageID":2}"#).body.isEmpty)
        #expect(try snapins() == 2)
        #expect(try client.json("GET", "/fog/host/2")["imageID"]?.integer == 2)
        _ = client.send("PUT", "/fog/host/1", #"{"snapins":[]}"#)
        #expect(try snapins() == 0)

        #expect(client.send("POST", "/fog/group/join", #"{"names":["Lab A","New"],"hosts":[30]}"#).status == 201)
        #expect(try client.json("GET", "/fog/host/30?expand=groups")["groups_total"]?.integer == 3)
    }

    @Test func `Installs a plugin`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        _ = client.send("POST", "/fog/plugin", #"{"name":"wolbroadcast"}"#)

        #expect(client.send("POST", "/fog/plugin/1/install").status == 204)

        #expect(try client.json("GET", "/fog/plugin/1")["installed"]?.integer == 1)
        #expect(client.send("PUT", "/fog/plugin/1", #"{"installed":0}"#).status == 400)
    }

    @Test func `Replaces addresses and keeps the first as primary`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        let old = try #require(try client.json("GET", "/fog/host/1")["primac"]?.text)

        _ = client.send("PUT", "/fog/host/1", #"{"macs":["\#(old)","00:11:22:33:44:55"]}"#)
        #expect(try client.json("GET", "/fog/host/1")["macs"]?.elements.count == 2)
        #expect(try client.json("GET", "/fog/host/1")["primac"]?.text == old)
        #expect(client.send("PUT", "/fog/host/2", #"{"macs":["\#(old)"]}"#).status == 406)
    }

    @Test func `Cancels the tasks of an image that is deleted, and clears it from its hosts`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        #expect(client.send("DELETE", "/fog/image/1").status == 200)

        #expect(try client.json("GET", "/fog/task/1")["stateID"]?.integer == 5)
        #expect(try client.json("GET", "/fog/host/1")["imageID"] == .null)
    }

    @Test func `Keeps passwords and tokens to itself`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        for place in ["user/1", "user", "storagenode/1", "storagenode", "setting", "task/active", "host"] {
            let text = client.send("GET", "/fog/" + place).text
            for secret in [
                "labadmin-password", "simulated-password", "simulated-api-token", "\"pass\"", "\"password\"",
            ] {
                #expect(!text.contains(secret), "\(place) \(secret)")
            }
        }
        let setting = try client.json("GET", "/fog/setting/123")
        #expect(setting["name"]?.text == "FOG_API_TOKEN")
        #expect(setting["value"] == nil)
        _ = client.send("PUT", "/fog/host/1", #"{"ADPass":"clear","productKey":"----"}"#)
        #expect(try client.json("GET", "/fog/host/1")["ADPass"]?.text == "clear")
    }

    @Test func `Types single objects natively`() throws {
        let client = SimClient(.lab(dialect: .fog16))
        let host = try client.json("GET", "/fog/host/1")

        #expect(host["id"]?.integer == 1)
        #expect(host["pending"]?.integer == 0)
        #expect(host["deployed"] == .null)
        #expect(host["image"]?["name"]?.text == "Windows 11")
        #expect(host["macs"]?.elements.count == 1)
        for key in ["inventory", "hostscreen", "hostalo", "arch", "archname"] { #expect(host[key] != nil, "\(key)") }
        let deploy = try client.json("GET", "/fog/tasktype/1")
        #expect(deploy["isDeploy"] == .bool(true))
        #expect(deploy["isCapture"] == .bool(false))
        #expect(try client.json("GET", "/fog/group/1")["hostcount"]?.integer == 20)
        #expect(try client.json("GET", "/fog/taskstate")["recordsTotal"]?.integer == 6)
        #expect(client.send("GET", "/fog/tasktype/21").status == 404)
        #expect(client.send("GET", "/fog/tasktype/25").status == 200)
    }
}
