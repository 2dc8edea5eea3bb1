import FogBroker
import FogModel
import FogScript
import FogSession
import FogSim
import ScriptAPI
import Testing

/// Functions that register, correct and judge hosts.
@Suite struct HostRegistrationTests {
    @Test(arguments: ClassFunctionTests.dialects)
    func `Registers a host once, and corrects it from then on`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            local count = #fog.hosts()
            local host = fog.host_ensure({ name = "lab-x", mac = "00:11:22:33:44:66", image = 1 })
            print(host.name, host.imageID, #fog.hosts() - count)
            local macs = { "00:11:22:33:44:66", "00:11:22:33:44:67" }
            host = fog.host_ensure({ name = "lab-y", macs = macs, description = "left" })
            print(host.name, host.imageID, host.description, #host.macs, #fog.hosts() - count)
            print(fog.host_ensure({ name = "lab-y" }).description)
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed == ["lab-x\t1\t1", "lab-y\t1\tleft\t2\t1", "left"])
    }

    @Test func `Asks for no change where a host is as it is to be`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            local host = fog.host("pc-001")
            fog.host_ensure({ name = host.name, mac = host.primac, image = host.imageID })
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.requests.filter { !$0.hasPrefix("GET") } == [])
    }

    @Test(arguments: [
        (
            "fog.host_ensure({ name = \"pc-002\", mac = fog.host(\"pc-001\").primac })",
            "the address is that of host 1 \"pc-001\", the name \"pc-002\" that of host 2 \"pc-002\""
        ),
        (
            "fog.host_ensure({ name = \"new\", macs = { fog.host(\"pc-001\").primac, fog.host(\"pc-002\").primac } })",
            "the addresses belong to two hosts: host 1 \"pc-001\" and host 2 \"pc-002\""
        ),
        ("fog.host_ensure({ name = \"new\" })", "host \"new\" needs a MAC address"),
    ])
    func `Says whose a name or an address is, and changes nothing`(_ script: String, _ words: String) async throws {
        let outcome = try await SimulatedSite().run(script)

        #expect(outcome.failure?.message.contains(words) == true, "\(outcome.failure?.message ?? "no failure")")
        #expect(outcome.requests.filter { !$0.hasPrefix("GET") } == [])
    }

    @Test(arguments: ClassFunctionTests.dialects)
    func `Moves an address where that is asked for, and never a primary one`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            fog.host_mac_add("pc-001", "00:11:22:33:44:55")
            print(pcall(fog.host_mac_add, "pc-002", "00:11:22:33:44:55"))
            local moved = fog.host_mac_add("pc-002", "00:11:22:33:44:55", { move = true })
            print(moved.hostID, #fog.host("pc-001"):mac_rows())
            fog.host_mac_add("pc-002", fog.host("pc-003").primac, { move = true })
            """
        )

        #expect(outcome.printed.first?.contains("it belongs to host 1 \"pc-001\"") == true)
        #expect(outcome.printed.last == "2\t1")
        #expect(outcome.failure?.message.contains("is its primary address") == true)
    }

    @Test func `Empties a group with an empty list, and with no selector that fits nobody`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            local group = fog.group("Lab A")
            local count = #group:hosts()
            print(group:set({}) == count, #group:hosts())
            print(pcall(group.add, group, {}))
            print(pcall(group.set, group, "never-imaged,!*"))
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed.first == "true\t0")
        #expect(outcome.printed.dropFirst().allSatisfy { $0.hasPrefix("false") })
    }

    @Test func `Finds the host it runs on by any of its cards`() async throws {
        var site = SimulatedSite()
        let macs = try await site.run("print(fog.host(\"pc-003\").primac, fog.host(\"pc-004\").primac)").text
        let cards = macs.split(separator: "\t").map(String.init)
        let nobody = try await site.run("print(fog.this_host())")
        site.machine = ["02:00:00:00:00:01", cards[0]]
        let one = try await site.run("print(fog.this_host().name)")
        site.machine = cards
        let two = try await site.run("fog.this_host()")

        #expect(nobody.printed == ["nil"])
        #expect(one.printed == ["pc-003"])
        #expect(two.failure?.message.contains("the cards of this machine belong to 2 hosts: host 3, host 4") == true)
    }

    @Test func `Counts a host as not done that a script fails, until a task of it is done`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            fog.host_fail("pc-001", "the scanner is missing")
            fog.host("pc-002"):fail("later imaged")
            fog.host("pc-002"):deploy()
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.hosts.failed.map(\.reason) == ["the scanner is missing"])
        #expect(outcome.hosts.done.map(\.host?.number) == [2])
    }

    @Test func `Strips nothing in a dry run, and tells what it would do`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            for _, change in ipairs(fog.macs_strip({ "00-E0-4C" }, { dry_run = true })) do
              print(change.host, change.removed, change.reason)
            end
            """
        )

        #expect(outcome.printed.allSatisfy { $0.hasSuffix("false\tdry run: it would be removed") })
        #expect(!outcome.printed.isEmpty)
        #expect(outcome.requests.filter { !$0.hasPrefix("GET") } == [])
    }

    @Test(arguments: ClassFunctionTests.dialects)
    func `Makes a storage node, whose account nothing shows`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            """
            local node = fog.storage_node_create({
              name = "Cellar", ip = "10.0.0.9", path = "/images", ftppath = "/images", user = "fog", pass = "hunter2",
            })
            print(node.name, node.isEnabled, fog.storage_node("Cellar") == node)
            print(fog.api.storagenode:get(node.id).pass)
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed.first == "Cellar\ttrue\ttrue")
        #expect(outcome.printed.last?.contains("hunter2") == false)
    }

    @Test func `Tells of a listed node of FOG 1.6 nothing that the list does not`() async throws {
        let outcome = try await SimulatedSite(dialect: .fog16).run(
            "local node = fog.storage_nodes()[1]\nprint(node.online, fog.storage_node(node.id).online)"
        )

        #expect(outcome.printed == ["nil\ttrue"])
    }
}
