import FogSim
import HTTPTypes
import TestSupport
import Testing

/// Credentials and rights of FOG 1.6, after api-1.6.md sections 1 and 2.
@Suite struct Fog16AccessTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String: String]
        let status: Int
        var onBeta: Int?
        var change: @Sendable (inout FogSim.Access) -> Void = { _ in }
    }

    private static let access = FogSim.Access()
    private static let both = ["fog-api-token": access.apiToken, "fog-user-token": access.userToken]
    private static let basic = ["fog-api-token": access.apiToken, "authorization": "Basic bGFiYWRtaW46bGFiYWRtaW4="]
    private static let bearer = ["authorization": "Bearer " + access.bearerToken]

    private static let cases = [
        Case(testDescription: "both tokens", fields: both, status: 200),
        Case(testDescription: "name and password", fields: basic, status: 200),
        Case(testDescription: "bearer alone", fields: bearer, status: 200),
        Case(testDescription: "nothing", fields: [:], status: 401, onBeta: 403),
        Case(testDescription: "API token alone", fields: ["fog-api-token": access.apiToken], status: 401),
        Case(testDescription: "user token alone", fields: ["fog-user-token": "x"], status: 401, onBeta: 403),
        Case(
            testDescription: "password without API token",
            fields: ["authorization": basic["authorization"] ?? ""],
            status: 401,
            onBeta: 403
        ),
        Case(
            testDescription: "wrong bearer beside right tokens",
            fields: both.merging(["authorization": "Bearer fog_00"]) { $1 },
            status: 401
        ),
        Case(testDescription: "bare bearer", fields: both.merging(["authorization": "Bearer"]) { $1 }, status: 401),
        Case(testDescription: "tokens of a user without the API", fields: both, status: 401) {
            $0.isUserAllowed = false
        },
        Case(testDescription: "bearer of a user without the API", fields: bearer, status: 200) {
            $0.isUserAllowed = false
        },
        Case(testDescription: "bearer stripped", fields: bearer, status: 401, onBeta: 403) {
            $0.isBasicStripped = true
        },
        Case(testDescription: "password stripped", fields: basic, status: 401) { $0.isBasicStripped = true },
        Case(testDescription: "API off", fields: both, status: 308) { $0.isAPIEnabled = false },
    ]

    @Test(arguments: cases, [FogSim.Dialect.fog16, .fog16beta])
    private func `Admits who has the right tokens`(row: Case, dialect: FogSim.Dialect) {
        var configuration = FogSim.Configuration.lab(hosts: 1, dialect: dialect)
        row.change(&configuration.access)
        var fields = HTTPFields()
        for (name, value) in row.fields { fields.set(name, value) }

        let answer = SimClient(configuration).send("GET", "/fog/host", "", fields)
        #expect(answer.status == (dialect == .fog16beta ? row.onBeta ?? row.status : row.status))
        if answer.status == 401 || answer.status == 403 { #expect(answer.body.isEmpty) }
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Tells its version in the way of its family`(dialect: FogSim.Dialect) throws {
        let client = SimClient(.lab(hosts: 1, dialect: dialect))

        let version = client.send("GET", "/fog/service/getversion.php", "", HTTPFields())
        #expect(version.status == 200)
        #expect(version.text.hasPrefix(dialect.isFog16 ? "1.6.0-beta" : "1.5.9"))
        let info = client.send("GET", "/fog/system/info", "", HTTPFields())
        guard dialect.isFog16 else {
            #expect(info.status == 403)
            #expect(client.send("GET", "/fog/system/info").text == "success\n")
            return #expect(client.send("GET", "/fog/system/openapi").status == 501)
        }
        let told = try OrderedJSON(bytes: info.body)
        #expect(told["version"]?.text == version.text)
        #expect(told["msg"]?.text != nil)
        #expect(told["paging"]?["maxRows"]?.integer == 10_000)
    }

    @Test func `Describes 64 classes with the right that each path needs`() throws {
        let client = SimClient(.lab(hosts: 1, dialect: .fog16))

        let document = try OrderedJSON(bytes: client.send("GET", "/fog/swagger.json", "", HTTPFields()).body)
        let paths = document["paths"]?.keys ?? []
        let classes = Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) })

        #expect(classes.count == 64)
        #expect(document["paths"]?["/inventory/{id}"]?["put"]?["x-fog-permission"]?.text == "host.edit")
        #expect(document["paths"]?["/task/{id}/cancel"]?["delete"]?["x-fog-permission"]?.text == "task.task")
        for name in classes { #expect(client.send("GET", "/fog/\(name)").status == 200, "\(name)") }
        for gone in ["service", "imaginglog", "clientupdater", "dircleaner", "greenfog", "usercleanup", "virus"] {
            let status = client.send("GET", "/fog/\(gone)/list").status
            #expect(status == 501, "\(gone)")
        }
    }

    private struct Limited: Sendable, CustomTestStringConvertible {
        let rights: Set<String>
        let method: String
        let path: String
        let status: Int
        var testDescription: String { "\(method) \(path) with \(rights.sorted())" }
    }

    private static let limited = [
        Limited(rights: [], method: "GET", path: "/fog/host", status: 403),
        Limited(rights: ["host.view"], method: "GET", path: "/fog/host", status: 200),
        Limited(rights: ["host.view"], method: "GET", path: "/fog/inventory", status: 200),
        Limited(rights: ["host.view"], method: "GET", path: "/fog/pendingmacs", status: 200),
        Limited(rights: ["host.view"], method: "GET", path: "/fog/image", status: 403),
        Limited(rights: ["host.*"], method: "PUT", path: "/fog/host/1", status: 200),
        Limited(rights: ["host.view", "host.edit"], method: "POST", path: "/fog/host", status: 403),
        Limited(rights: ["host.edit"], method: "PUT", path: "/fog/host/join", status: 403),
        Limited(rights: ["host.create"], method: "PUT", path: "/fog/host/join", status: 202),
        Limited(rights: ["host.view"], method: "DELETE", path: "/fog/host/1", status: 403),
        Limited(rights: ["task.view"], method: "GET", path: "/fog/tasktype", status: 200),
        Limited(rights: ["image.view"], method: "GET", path: "/fog/os", status: 200),
        Limited(rights: ["settings.view"], method: "GET", path: "/fog/setting", status: 200),
        Limited(rights: ["host.view"], method: "POST", path: "/fog/host/1/task", status: 403),
        Limited(rights: ["host.task"], method: "POST", path: "/fog/host/1/task", status: 200),
        Limited(rights: ["host.task"], method: "DELETE", path: "/fog/task/1/cancel", status: 403),
    ]

    @Test(arguments: limited)
    private func `Lets a user do what the role says`(row: Limited) throws {
        var configuration = FogSim.Configuration.lab(hosts: 2, dialect: .fog16)
        let user = FogSim.User(name: "tech", rights: row.rights)
        configuration.users = [user]
        var fields = HTTPFields()
        fields.set("authorization", "Bearer " + user.bearerToken)

        let body = row.method == "GET" ? "" : #"{"taskTypeID":1}"#
        let answer = SimClient(configuration).send(row.method, row.path, body, fields)

        #expect(answer.status == row.status)
        if row.status == 403 {
            #expect(answer.text == #"{"error":"You do not have permission to perform this action."}"#)
        }
    }

    @Test func `Shortens lists to a user's site`() throws {
        var configuration = FogSim.Configuration.lab(hosts: 30, dialect: .fog16)
        let user = FogSim.User(name: "north", rights: ["host.*"], site: "North")
        configuration.users = [user]
        configuration.sites = [FogSim.Site(name: "North", hosts: ["pc-001", "pc-002"])]
        let client = SimClient(configuration)
        var fields = HTTPFields()
        fields.set("authorization", "Bearer " + user.bearerToken)

        let list = try OrderedJSON(bytes: client.send("GET", "/fog/host", "", fields).body)
        #expect(list["recordsTotal"]?.integer == 2)
        #expect(client.send("GET", "/fog/host/2", "", fields).status == 200)
        for (method, path) in [("GET", "/fog/host/3"), ("PUT", "/fog/host/3"), ("POST", "/fog/host/3/task")] {
            #expect(client.send(method, path, "{}", fields).status == 403)
        }
        let macs = try OrderedJSON(bytes: client.send("GET", "/fog/macaddressassociation", "", fields).body)
        #expect(macs["recordsFiltered"]?.integer == 2)
    }

    @Test func `Tells who asks`() throws {
        let me = try SimClient(.lab(hosts: 1, dialect: .fog16)).json("GET", "/fog/whoami")

        #expect(me["name"]?.text == "labadmin")
        #expect(me["permissions"]?[0]?.text == "*")
    }
}
