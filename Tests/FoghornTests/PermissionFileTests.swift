import FogBroker
import FogModel
import Foundation
import Testing
import foghorn

/// Files that belong to permissions: the site's policy, hosts that a run keeps, the audit log.
@Suite struct PermissionFileTests {
    private static func policy(_ text: String, mode: Int = 0o644, owner: Int? = nil) throws -> PermissionLayer? {
        let home = try Home()
        defer { home.remove() }
        let path = try home.write("policy.yaml", text, mode: mode)
        let own = try #require(FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? Int)
        return try SitePolicy.read(path, owner: owner ?? own)
    }

    @Test func `Reads what the site allows`() throws {
        let layer = try #require(
            try Self.policy(
                "allow: [read, 'write:host', 'task:deploy@group:Lab*']\ndeny:\n  - delete:*\nmax_hosts: 60\n"
            )
        )

        #expect(layer.set.allow?.map(\.description) == ["read", "write:host", "task:deploy@group:Lab*"])
        #expect(layer.set.deny.map(\.description) == ["delete:*"])
        #expect(layer.set.maxHosts == 60)
        #expect(layer.places.values.contains { $0.hasSuffix("policy.yaml line 3") })
        #expect(try SitePolicy.read("/nonexistent/policy.yaml") == nil)
    }

    @Test(arguments: [
        ("allow: [task:deplyo]", "policy.yaml line 1: no task type \"deplyo\""),
        ("deny:\n  - raw\n  - wirte:host", "policy.yaml line 3: no verb \"wirte\""),
        ("alow: []", "policy.yaml line 1: unknown key alow"),
        ("deny: raw", "policy.yaml line 1: deny is a list of grants"),
        ("max_hosts: many", "policy.yaml line 1: max_hosts takes a number"),
        ("max_hosts: -1", "policy.yaml line 1: max_hosts takes a number"),
        ("- read", "policy.yaml holds no settings"),
    ])
    func `Stops at a policy that does not hold, naming file and line`(_ text: String, _ says: String) throws {
        let error = #expect(throws: UsageError.self) { try Self.policy(text) }

        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }

    @Test func `Takes no policy that somebody else could have written`() throws {
        let open = #expect(throws: UsageError.self) { try Self.policy("deny: [raw]", mode: 0o666) }
        let foreign = #expect(throws: UsageError.self) { try Self.policy("deny: [raw]", owner: 4_711) }

        #expect(open?.message.contains("can be written by others (mode 666)") == true)
        #expect(foreign?.message.contains("does not belong to user 4711") == true)
    }

    // MARK: - Hosts

    private static func id(_ number: Int) throws -> HostID { try #require(HostID(number)) }

    private static func locks(_ home: Home, _ run: String) -> HostLocks {
        HostLocks(
            folder: home.path + "/hosts",
            holder: .init(run: run, script: run + ".lua", process: 4_711, since: 1_800_000_000)
        )
    }

    @Test func `Lets one run at a time change a host, and says which`() throws {
        let home = try Home()
        defer { home.remove() }
        let (one, other) = (Self.locks(home, "one"), Self.locks(home, "other"))
        let server = "http://fog.example.org"

        try one.take(server, [Self.id(1), Self.id(2)])
        try one.take(server, [Self.id(2), Self.id(3)])
        try other.take(server, [Self.id(4)])
        try other.take("http://annexe.example.org", [Self.id(1)])
        let error = #expect(throws: FogError.self) { try other.take(server, [Self.id(5), Self.id(3)]) }
        // Nothing is taken where one of several is refused.
        try one.take(server, [Self.id(5)])

        #expect(error?.code == .conflict)
        #expect(
            error?.message
                == "host 3 is being changed by run one (one.lua, since 2027-01-15T08:00:00Z, process 4711)"
        )
        one.end()
        try other.take(server, [Self.id(3)])
    }

    @Test func `Takes the hosts of a run that has ended without a word`() throws {
        let home = try Home()
        defer { home.remove() }
        // A run that is killed closes its files and removes nothing.
        do { try Self.locks(home, "dead").take("http://fog", [Self.id(1)]) }

        let other = Self.locks(home, "other")
        try other.take("http://fog", [Self.id(1)])
        other.end()
    }

    // MARK: - Audit log

    @Test func `Puts a full log aside and keeps some, whoever writes`() throws {
        let home = try Home()
        defer { home.remove() }
        let path = home.path + "/logs/audit.log"
        let (one, other) = (try RotatingFile(path, limit: 100, kept: 2), try RotatingFile(path, limit: 100, kept: 2))

        for number in 0..<60 { (number.isMultiple(of: 2) ? one : other).write("line \(number)\n") }

        let files = try FileManager.default.contentsOfDirectory(atPath: home.path + "/logs").sorted()
        let texts = try files.map { try String(contentsOfFile: "\(home.path)/logs/\($0)", encoding: .utf8) }
        let kept = [texts[2], texts[1], texts[0]].joined().split(separator: "\n").map(String.init)
        #expect(files == ["audit.log", "audit.log.1", "audit.log.2"])
        #expect(kept == (60 - kept.count..<60).map { "line \($0)" })
        #expect(texts.allSatisfy { $0.utf8.count < 120 })
        #expect(home.mode(path) == 0o600)
    }
}
