import FogBroker
import FogSession
import FogSim
import Testing

/// The verbs of `fog` over several hosts.
@Suite struct VerbTests {
    static let dialects: [FogSim.Dialect] = [.fog15php7, .fog15php8, .fog16]

    @Test(arguments: dialects)
    func `Deploys an image to hosts, giving it first to those that have another`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect) { configuration in
            configuration.behaviours["pc-002", default: .init()].stallsAt = 42
        }.run(
            """
            fog.image_create({ name = "Linux" })
            local results = fog.deploy({ "pc-001", "pc-002", "pc-003" }, { image = "Linux", parallel = 2 })
            for _, result in ipairs(results) do print(result, result.ok, result.verdict.percent > 30) end
            print(fog.host("pc-003").imagename, #results)
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed.count == 4, "\(run.printed)")
        #expect(run.printed.first == "pc-001: done\ttrue\ttrue")
        #expect(
            run.printed.dropFirst().first?.hasPrefix("pc-002: stalled, no progress since ") == true,
            "\(run.printed)"
        )
        #expect(run.printed.last == "Linux\t3")
        #expect(run.hosts.failed.count == 1)
    }

    @Test func `Gives one host's result for one host, and raises what it cannot begin with`() async throws {
        let run = try await SimulatedSite().run(
            """
            print(fog.host("pc-001"):deploy().outcome, fog.deploy(2).outcome, fog.deploy("pc-003")[1].outcome)
            print(select(2, pcall(fog.deploy, "pc-001", { image = "Windows 12" })).hint)
            print(#fog.group("Lab B"):deploy({ parallel = 10 }), fog.group_deploy("Lab B", { wait = false })[1])
            print(select(2, pcall(fog.group_deploy, fog.group_create({ name = "None" }))).message)
            print(select(2, pcall(fog.deploy, "group:No such")).code)
            print(select(2, pcall(fog.deploy, "pc-001", { paralel = 4 })))
            print(select(2, pcall(fog.deploy, "pc-001", { parallel = 0 })))
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "done\tdone\tdone", "did you mean \"Windows 11\"?", "10\tpc-021: created",
                "group 3 \"None\" has no hosts", "not_found",
                "test.lua:6: bad argument #2 'options' to 'fog.deploy' "
                    + "(unknown option \"paralel\"; did you mean \"parallel\"?)",
                "test.lua:7: bad argument #2 'options' to 'fog.deploy' (option \"parallel\": 0 is not from 1 to 1000)",
            ]
        )
    }

    @Test func `Leaves a host that is busy as it is, and goes on with the others`() async throws {
        let run = try await SimulatedSite().run(
            """
            fog.task("pc-002", "deploy", { wake = true })
            fog.image_create({ name = "Linux" })
            local results = fog.deploy({ "pc-001", "pc-002" }, { image = "Linux", wait = false })
            for _, result in ipairs(results) do print(result.host, result.outcome, result.work and result.work.typeID) end
            print(results[2].error.hint)
            print(fog.host("pc-002").imagename)
            """
        )

        #expect(run.failure == nil)
        #expect(run.hosts.failed.map(\.hostname) == ["pc-002"])
        #expect(
            run.printed == [
                "pc-001\tcreated\t1", "pc-002\tconflict\tnil",
                "wait for it or cancel it first", "Windows 11",
            ]
        )
    }

    @Test func `Stops where more hosts fail than the budget allows`() async throws {
        let run = try await SimulatedSite { configuration in
            for number in 1...9 { configuration.behaviours["pc-00\(number)", default: .init()].boots = false }
        }.run(
            """
            local flow = require("flow")
            flow.budget(2)
            local _, failure = pcall(fog.deploy, "group:Lab A", { parallel = 1, never_checked_in = "5m" })
            print(failure.code, #fog.tasks())
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed.last == "budget\t3", "\(run.printed)")
    }

    @Test func `Counts a host once where a verb is called for each host`() async throws {
        let run = try await SimulatedSite { configuration in
            for number in 1...4 { configuration.behaviours["pc-00\(number)", default: .init()].boots = false }
        }.run(
            """
            local flow = require("flow")
            flow.budget("20%")
            local options = { never_checked_in = "5m" }
            local hosts = fog.hosts("group:Lab A")
            local results = flow.each(hosts, { parallel = 4 }, function(host) return host:deploy(options) end)
            print(#results, #flow.failures(), flow.failures()[1].item.name)
            fog.inventory("pc-001", options)
            print(#flow.failures(), flow.failures()[5].error.code)
            print(select(2, pcall(fog.inventory, "pc-001", options)).message)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed.filter { !$0.hasPrefix("Host") } == [
                "20\t4\tpc-001", "5\tconflict",
                "failure budget hit: 5 failed, 4 may fail (20% of 22)",
            ],
            "\(run.printed)"
        )
    }

    @Test(arguments: dialects)
    func `Captures into an image, and not while it is being deployed`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            fog.image_create({ name = "Golden" })
            local host = fog.host("pc-001")
            print(host:capture({ image = "Golden" }), fog.host("pc-001").imagename)
            fog.task("pc-002", "deploy", { wake = true })
            local refused = fog.capture("pc-003")
            print(refused.outcome, refused.error.message:match('^image "Windows 11" is being deployed') ~= nil)
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["pc-001: done\tGolden", "conflict\ttrue"])
    }

    @Test(arguments: dialects)
    func `Runs snapins one after the other until one fails, and gives their exit codes`(
        dialect: FogSim.Dialect
    ) async throws {
        let run = try await SimulatedSite(dialect: dialect) { configuration in
            for place in 0..<2 { configuration.hosts[place].isOn = true }
            configuration.behaviours["pc-002", default: .init()].exitCodes = ["7-Zip": 1603]
        }.run(
            """
            local results = fog.run_snapins({ "pc-001", "pc-002" }, { "7-Zip", "Agent" })
            for _, result in ipairs(results) do
              print(result)
              for _, snapin in ipairs(result.snapins) do print(snapin.name, snapin.exit_code) end
            end
            print(#fog.host("pc-001"):run_snapins().snapins)
            print(select(2, pcall(fog.run_snapins, "pc-001", { "7-Zip", "Agent" }, { wait = false })).code)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "pc-001: done", "7-Zip\t0", "Agent\t0", "pc-002: failed, \"7-Zip\" returned 1603", "7-Zip\t1603", "3",
                "invalid_argument",
            ]
        )
    }

    @Test(arguments: dialects)
    func `Runs a host's snapins after its image`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            print(fog.deploy("pc-021", { snapins = { "7-Zip" } })[1])
            local names = {}
            for _, snapin in ipairs(fog.host("pc-021"):snapins()) do names[#names + 1] = snapin.name end
            table.sort(names)
            print(table.concat(names, ","))
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["pc-021: done", "7-Zip,Agent"])
    }

    @Test(arguments: dialects)
    func `Wakes hosts one after the other, reads their hardware, wipes one`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            local start = fog.now()
            print(#fog.wake("group:Lab B", { stagger = "10s" }), fog.now() - start >= 70, fog.host("pc-001"):wake())
            print(fog.inventory({ "pc-001" })[1], fog.host("pc-001"):wipe("fast"))
            print(select(2, pcall(fog.wipe, "pc-001", "fsat")))
            print(select(2, pcall(fog.wipe, "*", "fast")).code)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "10\ttrue\tpc-001: sent", "pc-001: done\tpc-001: done",
                "test.lua:4: bad argument #2 'kind' to 'fog.wipe' (unknown kind \"fsat\"; did you mean \"fast\"?)",
                "not_found",
            ]
        )
    }

    @Test(arguments: dialects)
    func `Sends the packet that wakes a host again where that is asked for`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            local start = fog.now()
            print(fog.wake("pc-001", { retries = 2, spacing = "5s" })[1], fog.now() - start >= 10)
            print(select(2, pcall(fog.wake, "pc-001", { retries = 11 })))
            """
        )

        #expect(run.printed.first == "pc-001: sent\ttrue")
        #expect(run.printed.last?.contains("11 is not from 0 to 10") == true)
        #expect(run.requests.filter { $0.hasPrefix("POST /fog/host/1/task ") }.count == 3)
    }

    @Test(arguments: dialects)
    func `Proves that woken hosts are up by what they do without being woken again`(
        dialect: FogSim.Dialect
    ) async throws {
        let run = try await SimulatedSite(dialect: dialect) { configuration in
            configuration.behaviours["pc-002", default: .init()].boots = false
        }.run(
            """
            local flow = require("flow")
            local hosts = { "pc-001", "pc-002", "pc-003" }
            for _, result in ipairs(fog.wake(hosts, { stagger = "5s" })) do assert(result.ok) end
            flow.sleep("3m")
            for _, result in ipairs(fog.inventory(hosts, { wake = false, never_checked_in = "10m" })) do
              print(result.host, result.outcome)
            end
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["pc-001\tdone", "pc-002\tnever_checked_in", "pc-003\tdone"])
    }

    @Test(arguments: dialects, ["fast", "normal", "full"])
    func `Wipes the one host that is named, by each kind`(dialect: FogSim.Dialect, kind: String) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            print(fog.wipe("pc-001", "\(kind)"))
            print(pcall(fog.wipe, { "pc-002", "pc-003" }, "\(kind)"))
            for _, task in ipairs(fog.tasks({ host = { "pc-001", "pc-002", "pc-003" }, active = false })) do
              print(task.hostID)
            end
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed.first == "pc-001: done")
        #expect(run.printed.dropFirst().first?.contains("Host, string or integer expected, got table") == true)
        #expect(run.printed.dropFirst(2) == ["1"])
    }

    @Test func `Works on the server whose function was called`() async throws {
        let run = try await SimulatedSite().run(
            """
            local annexe = fog.server("annexe")
            print(annexe.host("pc-001"):deploy(), annexe.deploy("pc-002")[1])
            print(pcall(fog.deploy, annexe.host("pc-003")))
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed.first == "pc-001: done\tpc-002: done")
        #expect(run.printed.last?.contains("is of server \"annexe\", not of the run") == true, "\(run.printed)")
    }

    @Test func `Says where in the script a verb was called that cannot begin`() async throws {
        let run = try await SimulatedSite().run("local x = 1\nfog.deploy('group:Lab Q')")

        #expect(run.failure?.message.hasPrefix("test.lua:2: ") == true, "\(String(describing: run.failure))")
    }
}
