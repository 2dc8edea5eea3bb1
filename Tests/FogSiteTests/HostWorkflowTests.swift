import FogBroker
import FogModel
import FogSession
import FogSim
import Testing

/// The workflows that keep hosts and their addresses in order, as they come with Foghorn.
@Suite struct HostWorkflowTests {
    static let apply: [String: ScriptValue] = ["apply": .boolean(true)]

    /// Holds what a workflow says of its rows against the server, and that it ends well only where all were done.
    private func check(_ run: SimulatedSite.Outcome, done: Int, of count: Int, _ site: WorkflowSite) {
        if site.isCalm { #expect(done == count, "\(run.text)") }
        let isWell = run.failure == nil && !run.hosts.hasFailures
        #expect(isWell == (done == count), "\(String(describing: run.failure)) \(run.hosts) \(run.text)")
    }

    @Test(arguments: WorkflowSite.all)
    func `Approves and denies addresses by rule`(_ site: WorkflowSite) async throws {
        let rules: [String: ScriptValue] = [
            "approve": .list([.string("02:F0")]), "refuse": .list([.string("02-f0-61-00-00-06")]),
        ]
        let run = try await site.site().run(
            WorkflowSite.source("approve-pending-macs"),
            rules.merging(Self.apply) { $1 }
        )

        let macs = run.sim.rows(of: "macaddressassociation")
        let pending = Set(macs.filter { $0["pending"] == "1" }.compactMap { $0["mac"] })
        let done = run.lines(from: "HOST").filter { $0.hasSuffix("approved") || $0.hasSuffix("denied") }
        for mac in ["02:f0:61:00:00:03", "02:f0:61:00:00:09"] where done.contains(where: { $0.contains(mac) }) {
            #expect(!pending.contains(mac))
            #expect(macs.contains { $0["mac"] == mac })
        }
        #expect(
            macs.contains { $0["mac"] == "02:f0:61:00:00:06" } == (run.line(of: "pc-006").hasSuffix("denied") == false)
        )
        check(run, done: done.count, of: 3, site)
    }

    @Test(arguments: [
        ("approve-pending-macs", ["approve": ScriptValue.list([.string("02:f0")])], "nothing was changed"),
        ("shared-macs", ["adapter": .list([.string("00:e0:4c")])], "nothing was changed; add --apply to do it"),
        ("image-by-model", ["rule": .list([.string("*=Windows 11")])], "nothing was changed; add --apply to do it"),
        (
            "hosts-from-csv",
            ["file": FileValue(name: "a.csv", text: "name,mac\nnew,02:f0:99:00:00:01\n").value],
            "nothing was changed; add --apply to do it"
        ),
    ])
    func `Changes nothing before it is told to`(
        _ name: String,
        _ arguments: [String: ScriptValue],
        _ line: String
    ) async throws {
        let run = try await SimulatedSite().run(WorkflowSite.source(name), arguments)
        let asked = try await SimulatedSite().run(
            WorkflowSite.source(name),
            arguments.merging(Self.apply) { $1 },
            answer: false
        )

        #expect(run.failure == nil)
        #expect(run.printed.contains(line), "\(run.text)")
        #expect(!run.requests.contains { !$0.hasPrefix("GET ") }, "\(run.requests)")
        #expect(asked.failure?.error?.code == .denied)
        #expect(!asked.requests.contains { !$0.hasPrefix("GET ") }, "\(asked.requests)")
    }

    @Test(arguments: WorkflowSite.all)
    func `Removes a shared adapter and leaves each host an address`(_ site: WorkflowSite) async throws {
        let adapters: [ScriptValue] = ["00:e0:4c", "02:f0:60:00:00:04", "02:f0:60:00:00:08"].map { .string($0) }
        let run = try await site.site { configuration in
            configuration.rows.append(
                FogSim.ExtraRow("macaddressassociation", ["hostID": .host("pc-008"), "mac": "02:f0:62:00:00:08"])
            )
        }.run(WorkflowSite.source("shared-macs"), ["adapter": .list(adapters), "apply": .boolean(true)])

        let macs = run.sim.rows(of: "macaddressassociation")
        let left = Set(macs.compactMap { $0["mac"] })
        let removed = run.lines(from: "HOST").filter { $0.contains("  removed") }
        #expect(run.text.contains("pc-004  02:f0:60:00:00:04  keep: the host has no other"), "\(run.text)")
        #expect(run.text.contains("pc-008  02:f0:60:00:00:08  remove; another becomes primary"), "\(run.text)")
        #expect(left.isSuperset(of: ["00:e0:4c:68:00:04", "02:f0:60:00:00:04", "02:f0:62:00:00:08"]))
        for line in removed { #expect(!left.contains(String(line.split(separator: " ")[1])), "\(line)") }
        if site.isCalm {
            #expect(macs.first { $0["mac"] == "02:f0:62:00:00:08" }?["primary"] == "1")
        }
        check(run, done: removed.count, of: 2, site)
    }

    @Test func `Lists the beginnings of further addresses where no adapter is named`() async throws {
        let run = try await SimulatedSite().run(WorkflowSite.source("shared-macs"))

        #expect(run.printed[1] == "00:e0:4c      2  pc-004 and pc-008")
    }

    static let csv = """
        name;mac;image;description
        pc-001;02-F0-60-00-00-01;Ubuntu 24.04;
        room-204-01;02f06000001e;;Teacher
        new-01;02:f0:99:00:00:01;Windows 11;
        PC-005;02:f0:60:00:00:05;;
        pc-006;02:f0:99:00:00:06;;

        """

    @Test(arguments: WorkflowSite.all)
    func `Registers and corrects hosts from a file`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(
            WorkflowSite.source("hosts-from-csv"),
            ["file": FileValue(name: "room.csv", text: Self.csv).value, "apply": .boolean(true)]
        )

        let hosts = run.sim.rows(of: "host")
        let lines = run.lines(from: "HOST")
        let done = lines.filter { $0.hasSuffix(" created") || $0.hasSuffix(" changed") }
        #expect(run.text.contains("pc-001       change  image: Windows 11 -> Ubuntu 24.04"), "\(run.text)")
        #expect(run.text.contains("room-204-01  change  name: pc-030 -> room-204-01; description: none -> Teacher"))
        #expect(run.text.contains("new-01       create  02:f0:99:00:00:01, image Windows 11"))
        #expect(run.text.contains("pc-006       change  mac: + 02:f0:99:00:00:06"))
        if run.line(of: "pc-001").hasSuffix("changed") { #expect(hosts[0]["imageID"] == "2") }
        if run.line(of: "room-204-01").hasSuffix("changed") { #expect(hosts[29]["name"] == "room-204-01") }
        if run.line(of: "new-01").hasSuffix("created") { #expect(hosts.last?["name"] == "new-01") }
        check(run, done: done.count, of: 4, site)
    }

    @Test(arguments: [
        ("much-too-long-name,02:f0:99:00:00:02,", "a name is 1 to 15 letters, digits, - and _"),
        ("new-02,02:f0:99:00:00,", "\"02:f0:99:00:00\" is no MAC address"),
        ("new-03,02:f0:99:00:00:03,Windows 12", "there is no image \"Windows 12\""),
        ("pc-002,02:f0:60:00:00:03,", "the address is pc-003's, the name another host's"),
        ("pc-009,02:f0:60:00:00:09,\nPC-009,02:f0:99:00:00:09,", "stands in the file twice"),
    ])
    func `Refuses rows that do not hold, and does the others`(_ rows: String, _ reason: String) async throws {
        let text = "name,mac,image\nnew-01,02:f0:99:00:00:01,\n\(rows)\n"
        let run = try await SimulatedSite().run(
            WorkflowSite.source("hosts-from-csv"),
            ["file": FileValue(name: "room.csv", text: text).value, "apply": .boolean(true)]
        )

        #expect(run.text.contains("  refuse  \(reason)"), "\(run.text)")
        #expect(run.failure == nil)
        #expect(run.hosts.failed.map(\.reason) == [reason])
        #expect(run.sim.rows(of: "host").count == 31)
    }

    @Test(arguments: WorkflowSite.all)
    func `Gives hosts the image of their model`(_ site: WorkflowSite) async throws {
        let rules = ["OptiPlex*=Ubuntu 24.04", "*=Windows 11"].map { ScriptValue.string($0) }
        let run = try await site.site().run(
            WorkflowSite.source("image-by-model"),
            ["rule": .list(rules), "apply": .boolean(true)]
        )

        let hosts = run.sim.rows(of: "host")
        let changed = run.hosts("changed")
        for host in hosts where changed.contains(host["name"] ?? "") {
            #expect(host["imageID"] == (Int(host["id"] ?? "") ?? 0 <= 20 ? "2" : "1"), "\(host)")
        }
        #expect(hosts[6]["imageID"] == "2", "no inventory")
        #expect(run.text.contains("pc-007                  Ubuntu 24.04                no inventory"), "\(run.text)")
        check(run, done: changed.count, of: 26, site)
    }

    @Test(arguments: [
        (["OptiPlex"], "\"OptiPlex\" is no rule, as in \"OptiPlex*=Windows 11\""),
        (["*=Windows 7"], "image \"Windows 7\" is disabled"), (["*=Windows 12"], "no image named \"Windows 12\""),
    ])
    func `Refuses a rule that does not hold`(_ rules: [String], _ message: String) async throws {
        let run = try await SimulatedSite().run(
            WorkflowSite.source("image-by-model"),
            ["rule": .list(rules.map { .string($0) }), "apply": .boolean(true)]
        )

        #expect(run.failure?.message.contains(message) == true, "\(String(describing: run.failure))")
        #expect(run.printed.isEmpty)
    }
}
