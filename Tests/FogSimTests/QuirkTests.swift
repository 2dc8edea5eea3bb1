import FogSim
import HTTPTypes
import TestSupport
import Testing

/// What each quirk changes: a server with it beside one without.
@Suite struct QuirkTests {
    /// Requests to a small lab, and what the last ones tell with the quirk and without.
    struct Case: Sendable, CustomTestStringConvertible {
        let quirk: FogSim.Quirk
        let with: String
        let without: String
        var dialect = FogSim.Dialect.fog15php8
        let tell: @Sendable (SimClient) throws -> String

        var testDescription: String { quirk.rawValue }
    }

    @Test(arguments: cancelling + tasking + writing + reading)
    func `Is what it is with the quirk alone`(row: Case) throws {
        for (isOn, expected) in [(true, row.with), (false, row.without)] {
            var lab = FogSim.Configuration.lab(dialect: row.dialect)
            if isOn { lab.quirks.insert(row.quirk) } else { lab.quirks.remove(row.quirk) }
            #expect(try row.tell(SimClient(lab)) == expected, "\(isOn ? "with" : "without")")
        }
    }

    @Test func `Has a case for every quirk`() {
        let cases = Self.cancelling + Self.tasking + Self.writing + Self.reading
        #expect(Set(cases.map(\.quirk)) == Set(FogSim.Quirk.allCases))
    }

    @Test func `Keeps what was switched when the version changes later`() {
        var lab = FogSim.Configuration.lab()
        lab.quirks.insert(.getNullSingles)
        lab.quirks.remove(.groupSkipsBusy)
        lab.quirks.remove(.namesIDsCrash)

        lab.typing = .php7

        #expect(lab.quirks.contains(.getNullSingles))
        #expect(!lab.quirks.contains(.groupSkipsBusy) && !lab.quirks.contains(.namesIDsCrash))
        #expect(lab.quirks.contains(.htmlEscapeGrows) && !lab.quirks.contains(.taskSearchCrashes))
    }

    private static let cancelling: [Case] = [
        Case(quirk: .cancelUnknownCancelsAll, with: "200, 0 active", without: "404, 2 active") {
            try $0.inventory([1, 2]).status("DELETE", "/fog/task/99/cancel")
        },
        Case(quirk: .cancelFinishedSucceeds, with: "200, 0 active", without: "409, 0 active") {
            _ = $0.inventory([1]).send("DELETE", "/fog/task/1/cancel")
            return try $0.status("DELETE", "/fog/task/1/cancel")
        },
        Case(quirk: .cancelIdleHostCrashes, with: "500, 1 active", without: "200, 0 active") {
            // Host 3 comes after the first one without a task.
            try $0.inventory([3]).status("DELETE", "/fog/group/1/cancel")
        },
        Case(quirk: .bulkCancelCrashes, with: "500, 2 active", without: "200, 1 active") {
            try $0.inventory([1, 2]).status("DELETE", "/fog/task/cancel", #"{"id":[1]}"#)
        },
        Case(quirk: .cancelUnknownScheduledSucceeds, with: "200, 0 active", without: "404, 0 active") {
            try $0.status("DELETE", "/fog/scheduledtask/9/cancel")
        },
        Case(quirk: .scheduledCancelIgnored, with: "1", without: "0") {
            _ = $0.send("POST", "/fog/scheduledtask", #"{"type":"S","taskTypeID":1,"hostID":1,"isActive":"1"}"#)
            _ = $0.send("DELETE", "/fog/scheduledtask/1/cancel")
            return try $0.count("scheduledtask")
        },
    ]

    private static let tasking: [Case] = [
        Case(quirk: .groupDeployMixesImages, with: "1=2 2=1", without: "1=1 2=2") {
            try $0.pair(images: [1, 2]).deployPair()
        },
        Case(quirk: .groupCaptureIgnored, with: "200, 0 active", without: "500, 0 active") {
            try $0.pair(images: [1, 1]).status("POST", "/fog/group/3/task", #"{"taskTypeID":2}"#)
        },
        Case(quirk: .groupSkipsBusy, with: "200, 2 active", without: "500, 1 active") {
            try $0.inventory([1]).pair(images: [1, 1]).status("POST", "/fog/group/3/task", #"{"taskTypeID":1}"#)
        },
        Case(quirk: .multicastTakesLowestImage, with: "200, 2 active", without: "500, 0 active") {
            try $0.pair(images: [1, 2]).status("POST", "/fog/group/3/task", #"{"taskTypeID":8}"#)
        },
        Case(quirk: .multicastQueuesSnapins, with: "1", without: "0") {
            _ = $0.send("POST", "/fog/snapin", #"{"name":"office","file":"o.exe","hosts":[1]}"#)
            _ = $0.pair(images: [1, 1]).send("POST", "/fog/group/3/task", #"{"taskTypeID":8}"#)
            return try $0.count("snapintask")
        },
        Case(quirk: .multicastJoinsSilently, with: "1", without: "2") {
            for host in 1...2 { _ = $0.send("POST", "/fog/host/\(host)/task", #"{"taskTypeID":8,"taskName":"x"}"#) }
            return try $0.count("multicastsession")
        },
        Case(quirk: .silentReplaceOfNonImaging, with: "200, 1 active", without: "500, 1 active") {
            try $0.inventory([1]).status("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
        },
        Case(quirk: .noTaskLock, with: "2", without: "1") {
            var slow = $0.sim.configuration
            slow.latency = .seconds(1) ... .seconds(1)
            var client = SimClient(slow)
            for _ in 1...2 { _ = client.receive("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#) }
            client.elapsed = .seconds(1)
            return try client.count("task")
        },
        Case(quirk: .snapinMergeRenames, with: "200, 1 active", without: "500, 1 active") {
            _ = $0.send("POST", "/fog/host/1/task", #"{"taskTypeID":12}"#)
            return try $0.status("POST", "/fog/host/1/task", #"{"taskTypeID":13,"deploySnapins":1}"#)
        },
        Case(quirk: .accessNotEnforced, with: "200, 2 active", without: "500, 0 active") {
            try $0.pair(images: [1, 1]).status("POST", "/fog/group/3/task", #"{"taskTypeID":3}"#)
        },
        Case(quirk: .unknownSnapinAccepted, with: "200, 1 active", without: "500, 0 active") {
            try $0.status("POST", "/fog/host/1/task", #"{"taskTypeID":13,"deploySnapins":999}"#)
        },
        Case(quirk: .singleSnapinLosesHost, with: "12 0", without: "13 1") {
            _ = $0.send("POST", "/fog/host/1/task", #"{"taskTypeID":13,"deploySnapins":1}"#)
            let task = try #require($0.sim.rows(of: "task").first)
            return "\(task["typeID"] ?? "") \(task["hostID"] ?? "")"
        },
        Case(quirk: .wakeReusesRow, with: "4", without: "1 4", dialect: .fog16) {
            _ = $0.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
            _ = $0.send("POST", "/fog/host/1/task", #"{"taskTypeID":14}"#)
            return $0.sim.rows(of: "task").compactMap { $0["stateID"] }.joined(separator: " ")
        },
        Case(quirk: .nonImagingReusesRow, with: "5", without: "5 10", dialect: .fog16) {
            for type in [5, 10] { _ = $0.send("POST", "/fog/host/1/task", #"{"taskTypeID":\#(type)}"#) }
            return $0.sim.rows(of: "task").compactMap { $0["typeID"] }.joined(separator: " ")
        },
        Case(quirk: .failureStaysActive, with: "3", without: "6", dialect: .fog16) {
            var unlucky = $0.sim.configuration
            unlucky.behaviours["pc-001"] = .fails(at: 40)
            let client = SimClient(unlucky)
            _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
            client.sim.advance(to: .seconds(3600))
            return client.sim.rows(of: "task").first?["stateID"] ?? ""
        },
        Case(quirk: .scheduledNeedsImage, with: "0", without: "1") {
            // Host 25 has no image.
            let body = #"{"type":"S","taskTypeID":10,"hostID":25,"isActive":"1","scheduleTime":1}"#
            _ = $0.send("POST", "/fog/scheduledtask", body)
            $0.sim.advance(to: .seconds(60))
            return String($0.sim.rows(of: "task").count)
        },
        Case(quirk: .scheduledAlwaysWakes, with: "starting", without: "off") {
            let body = #"{"type":"S","taskTypeID":1,"hostID":1,"isActive":"1","scheduleTime":1,"other4":"0"}"#
            _ = $0.send("POST", "/fog/scheduledtask", body)
            $0.sim.advance(to: .seconds(61))
            return $0.sim.computer(of: "pc-001")?.power.rawValue ?? ""
        },
        Case(quirk: .disabledNodeAccepted, with: "200, 1 active", without: "500, 0 active") {
            _ = $0.send("PUT", "/fog/storagenode/1", #"{"isEnabled":"0"}"#)
            return try $0.status("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
        },
    ]

    private static let writing: [Case] = [
        Case(quirk: .savesBeforeValidating, with: "404 404, bad name 1", without: "404 404, pc-001 0") {
            let made = $0.send("POST", "/fog/image", #"{"name":"odd","path":"x","imageTypeID":9,"osID":1}"#)
            let changed = $0.send("PUT", "/fog/host/1", #"{"name":"bad name"}"#)
            let host = try $0.json("GET", "/fog/host", #"{"id":1}"#)["hosts"]?[0]?["name"]?.text ?? ""
            let images = try $0.json("GET", "/fog/image", #"{"name":"odd"}"#)["count"]?.integer ?? -1
            return "\(made.status) \(changed.status), \(host) \(images)"
        },
        Case(quirk: .htmlEscapeGrows, with: "a &amp;amp; b", without: "a &amp; b") {
            _ = $0.send("PUT", "/fog/host/1", #"{"description":"a & b"}"#)
            _ = $0.send("PUT", "/fog/host/1", #"{"ip":"10.0.0.1"}"#)
            return try $0.json("GET", "/fog/host/1")["description"]?.text ?? ""
        },
        Case(
            quirk: .macsPutDropsPrimary,
            with: "02:00:00:00:00:09",
            without: "02:f0:60:00:00:01 02:00:00:00:00:09"
        ) {
            _ = $0.send("PUT", "/fog/host/1", #"{"macs":["02:f0:60:00:00:01","02-00-00-00-00-09"]}"#)
            let macs = try $0.json("GET", "/fog/host/1")["macs"]?.elements ?? []
            return macs.compactMap(\.text).joined(separator: " ")
        },
        Case(quirk: .macMovesSilently, with: "200 404", without: "500 200") {
            let body = #"{"hostID":2,"mac":"02:f0:60:00:00:01"}"#
            let answer = $0.send("POST", "/fog/macaddressassociation", body)
            return "\(answer.status) \($0.send("GET", "/fog/host/1").status)"
        },
        Case(quirk: .modulesInverted, with: "0", without: "2") {
            _ = $0.send("PUT", "/fog/host/1", #"{"modules":[1,2]}"#)
            return try $0.count("moduleassociation")
        },
        Case(quirk: .ownNameTaken, with: "500, 0 active", without: "200, 0 active") {
            _ = $0.send("PUT", "/fog/host/1", #"{"name":"PC-1"}"#)
            return try $0.status("PUT", "/fog/host/1", #"{"name":"PC-1"}"#)
        },
        Case(quirk: .createdDisabled, with: "", without: "1") {
            let body = #"{"name":"new","path":"x","imageTypeID":1,"osID":1}"#
            return try $0.json("POST", "/fog/image", body)["isEnabled"]?.text ?? "missing"
        },
        Case(quirk: .primacIgnored, with: "30", without: "31", dialect: .fog16) {
            _ = $0.send("POST", "/fog/host", #"{"name":"new","primac":"02:00:00:00:00:09"}"#)
            return String($0.sim.rows(of: "macaddressassociation").count)
        },
        Case(quirk: .groupModulesSetPrinters, with: "2", without: "0") {
            _ = $0.pair(images: [1, 1]).send("PUT", "/fog/group/3", #"{"modules":[7]}"#)
            return try $0.count("printerassociation")
        },
        Case(quirk: .hostWithoutMACsCrashes, with: "0", without: "1") {
            _ = $0.send("POST", "/fog/host", #"{"name":"bare"}"#)
            // Lists leave out a host without an address; its name is taken all the same.
            let isTaken = $0.send("POST", "/fog/host", #"{"name":"bare","macs":["02:00:00:00:00:09"]}"#).status == 500
            return isTaken ? "1" : "0"
        },
    ]

    private static let reading: [Case] = [
        Case(quirk: .listMemoryLimit, with: "500, 0 active", without: "200, 0 active") {
            var large = $0.sim.configuration
            large.wholeHostLimit = 20
            return try SimClient(large).status("GET", "/fog/host")
        },
        Case(quirk: .namesIDsCrash, with: "500 500", without: "200 200") {
            "\($0.send("GET", "/fog/host/names").status) \($0.send("GET", "/fog/host/ids").status)"
        },
        Case(quirk: .taskSearchCrashes, with: "500, 0 active", without: "200, 0 active") {
            try $0.status("GET", "/fog/task/search/x")
        },
        Case(quirk: .nodeDetailsCrash, with: "500, 0 active", without: "200, 0 active") {
            try $0.status("GET", "/fog/storagenode/details")
        },
        Case(quirk: .htmlEscapesOutput, with: "a &amp; b", without: "a & b") {
            try $0.json("PUT", "/fog/host/1", #"{"description":"a & b"}"#)["description"]?.text ?? ""
        },
        Case(quirk: .filterSlipsIgnored, with: "200, 0 active", without: "400, 0 active") {
            try $0.status("GET", "/fog/host", #"{"nmae":"pc-001"}"#)
        },
        Case(quirk: .getBodyDropped, with: "30", without: "1") {
            try String($0.json("GET", "/fog/host", #"{"name":"pc-001"}"#)["count"]?.integer ?? -1)
        },
        Case(quirk: .limitedUsers, with: "200 403 403 200 403", without: "200 200 200 200 200") { client in
            var configuration = client.sim.configuration
            let user = FogSim.User(name: "tech", rights: ["host.view"])
            configuration.users = [user]
            let sim = SimClient(configuration)
            var fields = HTTPFields()
            fields.set("fog-api-token", configuration.access.apiToken)
            fields.set("fog-user-token", user.userToken)
            let calls = [
                ("GET", "host"), ("GET", "service/list"), ("PUT", "host/1"), ("POST", "host/1/task"),
                ("DELETE", "host/2"),
            ]
            return calls.map { String(sim.send($0, "/fog/" + $1, #"{"taskTypeID":10}"#, fields).status) }
                .joined(separator: " ")
        },
        Case(quirk: .secretsMasked, with: "********", without: "simulated-password") {
            try $0.json("GET", "/fog/storagenode/1")["pass"]?.text ?? ""
        },
        Case(quirk: .getNullSingles, with: "null", without: "object") {
            $0.send("GET", "/fog/host/1").text == "null" ? "null" : "object"
        },
    ]
}

extension SimClient {
    /// Makes an inventory task of each host.
    fileprivate func inventory(_ hosts: [Int]) -> Self {
        for host in hosts { _ = send("POST", "/fog/host/\(host)/task", #"{"taskTypeID":10}"#) }
        return self
    }

    /// Makes group 3 of the hosts 2 and 1, in this order, with these images of the hosts 1 and 2.
    fileprivate func pair(images: [Int]) -> Self {
        for (host, image) in zip(1..., images) { _ = send("PUT", "/fog/host/\(host)", #"{"imageID":\#(image)}"#) }
        _ = send("POST", "/fog/group", #"{"name":"pair","hosts":[2,1]}"#)
        return self
    }

    /// Deploys to group 3 and tells which host gets which image.
    fileprivate func deployPair() throws -> String {
        _ = send("POST", "/fog/group/3/task", #"{"taskTypeID":1}"#)
        let pairs = try activeTasks().map { "\($0["hostID"]?.integer ?? 0)=\($0["imageID"]?.integer ?? 0)" }
        return pairs.sorted().joined(separator: " ")
    }

    /// Sends a request and tells its status, and how many tasks are active then.
    fileprivate func status(_ method: String, _ path: String, _ body: String = "") throws -> String {
        let status = send(method, path, body).status
        return try "\(status), \(activeTasks().count) active"
    }

    /// Tells how many rows of a class there are.
    fileprivate func count(_ name: String) throws -> String {
        try String(json("GET", "/fog/\(name)")["count"]?.integer ?? -1)
    }
}
