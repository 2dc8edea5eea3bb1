import FogSim
import TestSupport
import Testing

/// Scheduled tasks and power management, which run by themselves.
@Suite struct SchedulerTests {
    /// 2027-01-15 08:00:00 UTC, a Friday.
    private static let start = 1_800_000_000

    private func client(_ dialect: FogSim.Dialect = .fog15php8, isOn: Bool = false) -> SimClient {
        var lab = FogSim.Configuration.lab(dialect: dialect)
        lab.hosts[0].isOn = isOn
        lab.isObserved = true
        return SimClient(lab)
    }

    private func schedule(_ client: SimClient, name: String = "night", _ fields: String) {
        let body = #"{"name":"\#(name)","isActive":"1","isGroupTask":"0",\#(fields)}"#
        #expect(client.send("POST", "/fog/scheduledtask/create", body).status == 200)
    }

    /// Minutes since the start in which tasks were made by themselves.
    private func minutes(_ client: SimClient) -> [Int64] {
        client.sim.changes().filter { $0.table == "task" && $0.kind == .made && $0.cause == nil }
            .map { $0.time.components.seconds / 60 }
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Makes a task once, within a minute of its time`(dialect: FogSim.Dialect) throws {
        let client = client(dialect)
        _ = client.send("POST", "/fog/snapin", #"{"name":"office","file":"o.exe","isEnabled":"1","hosts":[1]}"#)
        schedule(
            client,
            #""type":"S","taskTypeID":1,"hostID":1,"scheduleTime":\#(Self.start + 600),"other2":"-1","other4":"1","shutdown":"1","other3":"ann""#
        )
        client.sim.advance(to: .seconds(599))
        #expect(client.sim.rows(of: "task").isEmpty)

        client.sim.advance(to: .seconds(661))

        let task = try #require(client.sim.rows(of: "task").first)
        #expect(task["name"]?.hasPrefix("night - pc-001") == true)
        #expect(task["typeID"] == "1" && task["hostID"] == "1" && task["shutdown"] == "1" && task["wol"] == "1")
        #expect(task["createdBy"] == "ann")
        #expect(client.sim.rows(of: "snapintask").count == 1)
        #expect(client.sim.rows(of: "scheduledtask").first?["isActive"] == "0")
        client.sim.advance(to: .seconds(86_400))
        #expect(client.sim.rows(of: "task").map { $0["stateID"] } == ["4"])
        #expect(client.sim.nextEvent() == nil)
    }

    @Test func `Repeats what is to be repeated`() {
        let client = client()
        schedule(
            client,
            #""type":"C","taskTypeID":10,"hostID":1,"minute":"*/20","hour":"8-9","dayOfMonth":"*","month":"*","dayOfWeek":"5""#
        )

        client.sim.advance(to: .seconds(86_400))

        #expect(minutes(client) == [20, 40, 60, 80, 100])
        #expect(client.sim.rows(of: "scheduledtask").first?["isActive"] == "1")
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Means its own zone by hours and dates`(dialect: FogSim.Dialect) throws {
        var lab = FogSim.Configuration.lab(dialect: dialect)
        lab.zone = 2
        lab.isObserved = true
        let client = SimClient(lab)
        // It is ten o'clock there, and the single task begins at half past.
        let hour = #""hour":"11","dayOfMonth":"*","month":"*","dayOfWeek":"*""#
        schedule(client, #""type":"C","taskTypeID":10,"hostID":1,"minute":"0",\#(hour)"#)
        schedule(client, name: "soon", #""type":"S","taskTypeID":10,"hostID":2,"scheduleTime":\#(Self.start + 1800)"#)
        let runs = try [1, 2].map { try client.json("GET", "/fog/scheduledtask/\($0)")["runtime"]?.text ?? "" }

        client.sim.advance(to: .seconds(7200))

        #expect(runs == ["2027-01-15 11:00", "2027-01-15 10:30"] || dialect.isFog16)
        #expect(minutes(client).map { $0 / 30 } == [1, 2])
        let times = client.sim.rows(of: "task").compactMap { $0["createdTime"]?.prefix(13) }
        #expect(times == ["2027-01-15 10", "2027-01-15 11"])
        let settings = client.sim.rows(of: dialect.isFog16 ? "setting" : "service")
        #expect(settings.first { $0["name"] == "FOG_TZ_INFO" }?["value"] == "Etc/GMT-2")
    }

    @Test(arguments: [
        ("DELETE", "/fog/scheduledtask/1/cancel", "", [Int64]()), ("DELETE", "/fog/scheduledtask/1", "", []),
        ("PUT", "/fog/scheduledtask/1", #"{"isActive":"0"}"#, []),
        ("PUT", "/fog/scheduledtask/1", #"{"scheduleTime":1800006000}"#, [100]),
    ])
    func `Heeds what changes before the time has come`(method: String, path: String, body: String, made: [Int64]) {
        let client = client()
        schedule(client, #""type":"S","taskTypeID":10,"hostID":1,"scheduleTime":\#(Self.start + 600)"#)

        #expect(client.send(method, path, body).status == 200)
        client.sim.advance(to: .seconds(86_400))

        #expect(minutes(client) == made)
    }

    @Test func `Tasks the members of a group`() {
        let client = client()
        schedule(client, #""type":"S","taskTypeID":10,"hostID":2,"isGroupTask":"1","scheduleTime":1"#)

        client.sim.advance(to: .seconds(60))

        #expect(client.sim.rows(of: "task").map { $0["hostID"] } == (21...30).map { String($0) })
        #expect(client.sim.rows(of: "task").first?["name"] == "night - Lab B")
    }

    @Test func `Makes nothing where the task is refused`() {
        let client = client()
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
        schedule(client, #""type":"S","taskTypeID":10,"hostID":1,"scheduleTime":1"#)

        client.sim.advance(to: .seconds(60))

        #expect(minutes(client).isEmpty)
        #expect(client.sim.rows(of: "scheduledtask").first?["isActive"] == "0")
    }

    /// A row of power management, and what the computer does after ten minutes.
    struct Power: Sendable, CustomTestStringConvertible {
        let action: String
        let minute: String
        var isOnDemand = false
        let isOn: Bool
        let power: FogSim.Computer.Power

        var testDescription: String { "\(action) \(isOnDemand ? "at once" : minute), \(isOn ? "on" : "off")" }
    }

    @Test(arguments: [
        Power(action: "shutdown", minute: "9", isOn: true, power: .off),
        Power(action: "shutdown", minute: "30", isOn: true, power: .running),
        Power(action: "reboot", minute: "9", isOn: true, power: .starting),
        Power(action: "reboot", minute: "9", isOn: false, power: .off),
        Power(action: "wol", minute: "8", isOn: false, power: .starting),
        Power(action: "shutdown", minute: "*", isOnDemand: true, isOn: true, power: .off),
        Power(action: "shutdown", minute: "*", isOnDemand: true, isOn: false, power: .off),
        Power(action: "wol", minute: "*", isOnDemand: true, isOn: false, power: .running),
    ])
    func `Runs power management`(row: Power) {
        let client = client(isOn: row.isOn)
        let body = """
            {"hostID":1,"min":"\(row.minute)","hour":"*","dom":"*","month":"*","dow":"*","action":"\(row.action)",\
            "onDemand":"\(row.isOnDemand ? 1 : 0)"}
            """
        #expect(client.send("POST", "/fog/powermanagement", body).status == 200)

        client.sim.advance(to: .seconds(row.minute == "*" ? 600 : 570))

        #expect(client.sim.computer(of: "pc-001")?.power == row.power)
        let isDone = row.isOnDemand && (row.isOn || row.action == "wol")
        #expect(client.sim.rows(of: "powermanagement").isEmpty == isDone)
    }
}
