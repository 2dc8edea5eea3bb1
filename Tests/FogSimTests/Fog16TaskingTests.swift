import FogSim
import TestSupport
import Testing

/// What FOG 1.6 does with tasks otherwise than FOG 1.5.
@Suite struct Fog16TaskingTests {
    struct Request: Sendable {
        let method: String
        let path: String
        let body: String

        init(_ line: String, _ body: String = "") {
            let words = line.split(separator: " ").map(String.init)
            method = words[0]
            path = "/fog/" + words[1]
            self.body = body
        }
    }

    /// Requests, the answer to the last, and what the database holds then.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var dialect = FogSim.Dialect.fog16
        let requests: [Request]
        let status: Int
        let body: String
        /// Host, type and state of each task.
        var tasks: [String] = []
        var change: @Sendable (inout FogSim.Configuration) -> Void = { _ in }
    }

    @Test(arguments: making + refusing + cancelling)
    func `Does with tasks what FOG 1.6 does`(row: Case) throws {
        var lab = FogSim.Configuration.lab(dialect: row.dialect)
        row.change(&lab)
        let client = SimClient(lab)

        let answers = row.requests.map { client.send($0.method, $0.path, $0.body) }

        let answer = try #require(answers.last)
        #expect(answer.status == row.status)
        #expect(answer.text == row.body || !row.body.isEmpty && answer.text.contains(row.body), "\(answer.text)")
        let tasks = client.sim.rows(of: "task").map { task in
            ["hostID", "typeID", "stateID"].map { task[$0] ?? "" }.joined(separator: " ")
        }
        #expect(tasks == row.tasks)
    }

    private static let making: [Case] = [
        Case(
            testDescription: "deploy",
            requests: [Request("POST host/1/task", #"{"taskTypeID":1}"#)],
            status: 200,
            body: "\"\"",
            tasks: ["1 1 1"]
        ),
        Case(
            testDescription: "wake leaves a complete row",
            requests: [Request("POST host/1/task", #"{"taskTypeID":14,"wol":false}"#)],
            status: 200,
            body: "null",
            tasks: ["1 14 4"]
        ),
        Case(
            testDescription: "wake of a busy host leaves its task alone",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("POST host/1/task", #"{"taskTypeID":14}"#),
            ],
            status: 200,
            body: "null",
            tasks: ["1 1 1", "1 14 4"]
        ),
        Case(
            testDescription: "beta: wake of a busy host completes its task",
            dialect: .fog16beta,
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("POST host/1/task", #"{"taskTypeID":14}"#),
            ],
            status: 200,
            body: "null",
            tasks: ["1 1 4"]
        ),
        Case(
            testDescription: "inventory while imaging",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("POST host/1/task", #"{"taskTypeID":10}"#),
            ],
            status: 200,
            body: "null",
            tasks: ["1 1 1"]
        ),
        Case(
            testDescription: "beta: inventory while another runs",
            dialect: .fog16beta,
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":5}"#), Request("POST host/1/task", #"{"taskTypeID":10}"#),
            ],
            status: 200,
            body: "null",
            tasks: ["1 5 1"]
        ),
        Case(
            testDescription: "deploy replaces inventory",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":10}"#), Request("POST host/1/task", #"{"taskTypeID":1}"#),
            ],
            status: 200,
            body: "\"\"",
            tasks: ["1 10 5", "1 1 1"]
        ),
        Case(
            testDescription: "wake of a group",
            requests: [Request("POST group/2/task", #"{"taskTypeID":14}"#)],
            status: 200,
            body: "\"\"",
            tasks: (21...30).map { "\($0) 14 4" }
        ),
        Case(
            testDescription: "multicast of a host joins the session of its image",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":8}"#), Request("POST host/2/task", #"{"taskTypeID":8}"#),
            ],
            status: 200,
            body: "\"\"",
            tasks: ["1 8 1", "2 8 1"],
            change: { $0.multicastSessions = 1 }
        ),
        Case(
            testDescription: "secure boot",
            requests: [Request("POST host/1/task", #"{"taskTypeID":25}"#)],
            status: 200,
            body: "null",
            tasks: ["1 25 1"]
        ),
        Case(
            testDescription: "beta: virus scan",
            dialect: .fog16beta,
            requests: [Request("POST host/1/task", #"{"taskTypeID":21}"#)],
            status: 200,
            body: "null",
            tasks: ["1 21 1"]
        ),
    ]

    private static let refusing: [Case] = [
        Case(
            testDescription: "no such type",
            requests: [Request("POST host/1/task", #"{"taskTypeID":9}"#)],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "virus scan is gone",
            requests: [Request("POST host/1/task", #"{"taskTypeID":21}"#)],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "wrong key",
            requests: [Request("POST host/1/task", #"{"taskType":1}"#)],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "no such host",
            requests: [Request("POST host/99/task", #"{"taskTypeID":1}"#)],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "imaging while imaging",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("POST host/1/task", #"{"taskTypeID":17}"#),
            ],
            status: 400,
            body: "Create Task Fail",
            tasks: ["1 1 1"]
        ),
        Case(
            testDescription: "no image",
            requests: [Request("POST host/25/task", #"{"taskTypeID":1}"#)],
            status: 400,
            body: "Image is not valid"
        ),
        Case(
            testDescription: "capture of a group",
            requests: [Request("POST group/2/task", #"{"taskTypeID":2}"#)],
            status: 500,
            body: "Create Task Fail",
            change: { for index in $0.hosts.indices { $0.hosts[index].image = "Windows 11" } }
        ),
        Case(
            testDescription: "debug of a group",
            requests: [Request("POST group/2/task", #"{"taskTypeID":3}"#)],
            status: 500,
            body: "for a host alone"
        ),
        Case(
            testDescription: "all snapins of a host without any",
            requests: [Request("POST host/1/task", #"{"taskTypeID":12,"deploySnapins":-1}"#)],
            status: 400,
            body: "No snapins associated"
        ),
        Case(
            testDescription: "no storage node",
            requests: [
                Request("PUT storagenode/1", #"{"isEnabled":"0"}"#), Request("POST host/1/task", #"{"taskTypeID":1}"#),
            ],
            status: 400,
            body: "No Storage Node"
        ),
        Case(
            testDescription: "no multicast session left",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":8}"#), Request("POST host/7/task", #"{"taskTypeID":8}"#),
            ],
            status: 400,
            body: "No multicast capacity",
            tasks: ["1 8 1"],
            change: { $0.multicastSessions = 1 }
        ),
    ]

    private static let cancelling: [Case] = [
        Case(
            testDescription: "unknown task",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("POST host/2/task", #"{"taskTypeID":10}"#),
                Request("DELETE task/99/cancel"),
            ],
            status: 200,
            body: "null",
            tasks: ["1 1 5", "2 10 5"]
        ),
        Case(
            testDescription: "no number",
            requests: [Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("DELETE task/cancel")],
            status: 500,
            body: "",
            tasks: ["1 1 1"]
        ),
        Case(
            testDescription: "finished task",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":1}"#), Request("DELETE task/1/cancel"),
                Request("DELETE task/1/cancel"),
            ],
            status: 409,
            body: "error",
            tasks: ["1 1 5"]
        ),
        Case(
            testDescription: "idle host",
            requests: [Request("DELETE host/1/cancel")],
            status: 409,
            body: "error"
        ),
        Case(
            testDescription: "unknown host",
            requests: [Request("DELETE host/99/cancel")],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "group with idle members",
            requests: [Request("POST host/22/task", #"{"taskTypeID":1}"#), Request("DELETE group/2/cancel")],
            status: 200,
            body: "null",
            tasks: ["22 1 5"]
        ),
        Case(
            testDescription: "idle group",
            requests: [Request("DELETE group/2/cancel")],
            status: 409,
            body: "error"
        ),
        Case(
            testDescription: "unknown scheduled task",
            requests: [Request("DELETE scheduledtask/9/cancel")],
            status: 404,
            body: ""
        ),
        Case(
            testDescription: "unknown session",
            requests: [Request("POST host/1/task", #"{"taskTypeID":8}"#), Request("DELETE multicastsession/9/cancel")],
            status: 200,
            body: "null",
            tasks: ["1 8 5"]
        ),
        Case(
            testDescription: "one member of a session ends it for all",
            requests: [
                Request("POST host/1/task", #"{"taskTypeID":8}"#), Request("POST host/2/task", #"{"taskTypeID":8}"#),
                Request("DELETE task/1/cancel"),
            ],
            status: 200,
            body: "null",
            tasks: ["1 8 5", "2 8 5"]
        ),
    ]

    @Test func `Adds the time to a task's name, but not to that of a session to join`() {
        let client = SimClient(.lab(dialect: .fog16))
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"taskName":"x"}"#)
        _ = client.send("POST", "/fog/group/2/task", #"{"taskTypeID":10,"taskName":"y"}"#)
        _ = client.send("POST", "/fog/host/2/task", #"{"taskTypeID":8,"taskName":"z","sessionjoin":true}"#)

        let names = client.sim.rows(of: "task").compactMap { $0["name"] }

        #expect(names.first == "x - pc-001 2027-01-15 08:00:00")
        #expect(names[1] == "y - Lab B 2027-01-15 08:00:00")
        #expect(names.last == "z")
    }

    @Test(arguments: [("", true), (#","wol":false"#, false), (#","wol":0"#, false), (#","wol":null"#, true)])
    func `Wakes a host unless told not to`(flag: String, wakes: Bool) {
        let client = SimClient(.lab(dialect: .fog16))

        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1\#(flag)}"#)
        client.sim.advance(to: .seconds(20))

        #expect((client.sim.computer(of: "pc-001")?.power == .starting) == wakes)
    }

    @Test func `Names the user of the token as the maker`() {
        let client = SimClient(.lab(dialect: .fog16))
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        #expect(client.sim.rows(of: "task").first?["createdBy"] == "labadmin")
    }

    @Test func `Restarts a host whose imaging failed, and frees it for another task`() {
        var lab = FogSim.Configuration.lab(dialect: .fog16)
        lab.behaviours["pc-001"] = .fails(at: 40)
        lab.slots = 1
        var client = SimClient(lab)
        for host in 1...2 { _ = client.send("POST", "/fog/host/\(host)/task", #"{"taskTypeID":1}"#) }
        client.elapsed = .seconds(3600)
        client.sim.advance(to: client.elapsed)
        #expect(client.sim.computer(of: "pc-001") == .init(power: .running, image: nil))

        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":10,"wol":true}"#).status == 200)

        #expect(client.sim.rows(of: "task").map { $0["stateID"] } == ["6", "4", "1"])
    }
}
