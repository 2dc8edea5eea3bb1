import FogSim
import HTTPTypes
import TestSupport
import Testing

@Suite struct AccessTests {
    private struct Case: Sendable, CustomStringConvertible {
        let description: String
        let fields: [String: String]
        let status: Int
        var change: @Sendable (inout FogSim.Access) -> Void = { _ in }
    }

    private static let both = ["fog-api-token": FogSim.Access().apiToken, "fog-user-token": FogSim.Access().userToken]
    private static let basic = [
        "fog-api-token": FogSim.Access().apiToken, "authorization": "Basic bGFiYWRtaW46bGFiYWRtaW4=",
    ]

    private static let cases = [
        Case(description: "both tokens", fields: both, status: 200),
        Case(description: "blanks around", fields: both.mapValues { "  \($0) " }, status: 200),
        Case(description: "nothing", fields: [:], status: 403),
        Case(description: "API token alone", fields: both.filter { $0.key == "fog-api-token" }, status: 401),
        Case(description: "user token alone", fields: both.filter { $0.key == "fog-user-token" }, status: 403),
        Case(description: "not encoded", fields: ["fog-api-token": "simulated-api-token"], status: 403),
        Case(description: "name and password", fields: basic, status: 200),
        Case(description: "wrong password", fields: basic, status: 401) { $0.password = "x" },
        Case(description: "stripped", fields: basic, status: 401) { $0.isBasicStripped = true },
        Case(description: "user not allowed", fields: both, status: 401) { $0.isUserAllowed = false },
        Case(description: "API off", fields: both, status: 302) { $0.isAPIEnabled = false },
        Case(description: "another API token", fields: both, status: 403) { $0.apiToken = "b3RoZXI=" },
    ]

    @Test(arguments: cases)
    private func `Admits who has the right tokens`(row: Case) {
        var configuration = FogSim.Configuration.lab(hosts: 1)
        row.change(&configuration.access)
        var fields = HTTPFields()
        for (name, value) in row.fields { fields.set(name, value) }

        for path in ["/fog/system/info", "/fog/host"] {
            #expect(SimClient(configuration).send("GET", path, "", fields).status == row.status)
        }
    }

    @Test func `Names the caller of HTTP Basic as the maker of a task`() throws {
        let client = SimClient(.lab())
        var fields = HTTPFields()
        for (name, value) in Self.basic { fields.set(name, value) }

        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#, fields)

        #expect(try client.activeTasks().first?["createdBy"]?.text == "labadmin")
    }
}
