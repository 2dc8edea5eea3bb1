import FogModel
import FogScript
import FogSession
import FogSim
import ScriptAPI
import Testing

/// Slips of the pen that would do harm, or nothing at all, in silence.
@Suite struct SlipTests {
    @Test(arguments: [
        ("args.hsots", "test.lua:1: the workflow has no parameter \"hsots\"; did you mean \"hosts\"?"),
        ("args[1]", "the workflow has no parameter \"1\"; it takes count, hosts"),
    ])
    func `Refuses an argument that the workflow does not have, since nil often means all`(
        _ argument: String,
        _ words: String
    ) async throws {
        let outcome = try await SimulatedSite().run(
            "return workflow{ summary = 'x', parameters = { hosts = { type = 'hosts' }, count = { type = 'integer' } }, "
                + "run = function(args) print(args.hosts, args.count) print(#fog.hosts(\(argument))) end }"
        )

        #expect(outcome.printed == ["nil\tnil"])
        #expect(outcome.failure?.message.contains(words) == true, "\(outcome.failure?.message ?? "")")
    }

    @Test(arguments: [
        ("workflow{ summary = 'x', run = function() print('ran') end }", "described and not returned"),
        ("return { summary = 'x', run = function() print('ran') end }", "a plain table was returned"),
    ])
    func `Refuses a script whose workflow would never run`(_ script: String, _ words: String) async throws {
        let outcome = try await SimulatedSite().run(script)

        #expect(outcome.failure?.message.contains(words) == true, "\(outcome.failure?.message ?? "")")
        #expect(outcome.printed == [])
    }

    @Test func `Refuses to schedule what is due already, and what is given in milliseconds`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            local function try(time)
              local ok, failure = pcall(fog.schedule, { type = "deploy", host = "pc-001", time = time })
              print(ok, failure)
            end
            try(5)
            try(math.floor(fog.now()) * 1000)
            try(math.floor(fog.now()) + 3600)
            print(#fog.tasks(), #fog.scheduled_tasks())
            """
        )

        #expect(outcome.failure == nil)
        #expect(outcome.printed.first?.contains("the time of the scheduled task is past") == true, "\(outcome.printed)")
        #expect(outcome.printed.dropFirst().first?.contains("is no time in seconds since 1970") == true)
        #expect(outcome.printed.dropFirst(2).first?.hasPrefix("true") == true)
        #expect(outcome.printed.last == "0\t1")
    }

    @Test(arguments: ClassFunctionTests.dialects)
    func `Tells no count of hosts where the server does not`(_ dialect: FogSim.Dialect) async throws {
        let outcome = try await SimulatedSite(dialect: dialect).run(
            "print(fog.groups()[1].hostcount, fog.groups()[1])\nprint(fog.group('Lab A').hostcount)"
        )

        let listed = dialect == .fog16 ? "nil\tGroup 1 \"Lab A\"" : "20\tGroup 1 \"Lab A\", 20 hosts"
        #expect(outcome.printed == [listed, "20"])
    }

    @Test(arguments: ClassFunctionTests.dialects)
    func `Asks again where a web server or PHP failed once`(_ dialect: FogSim.Dialect) async throws {
        for effect in [FogSim.FaultRule.Effect.crash, .page(status: 500), .page(status: 502)] {
            for every in [4, 5, 7] {
                let site = SimulatedSite(dialect: dialect) { $0.faults = [.init(effect, method: "GET", every: every)] }
                let outcome = try await site.run("print(#fog.hosts(), fog.host(\"pc-001\").name)")
                #expect(outcome.failure == nil, "\(effect) \(every)")
                #expect(outcome.printed == ["30\tpc-001"], "\(effect) \(every)")
            }
        }
    }

    @Test(arguments: ClassFunctionTests.dialects)
    func `Asks for a task again where the server failed at it and made none`(_ dialect: FogSim.Dialect) async throws {
        for effect in [FogSim.FaultRule.Effect.crash, .page(status: 500)] {
            let site = SimulatedSite(dialect: dialect) {
                $0.faults = [.init(effect, method: "POST", path: "/fog/host/*/task", limit: 2)]
            }
            let outcome = try await site.run("print(fog.deploy(\"pc-001\")[1])\nprint(fog.wake(\"pc-002\")[1])")

            #expect(outcome.failure == nil)
            #expect(outcome.printed == ["pc-001: done", "pc-002: sent"], "\(effect)")
            #expect(outcome.requests.filter { $0.hasPrefix("POST /fog/host/1/task ") }.count == 3)
        }
    }

    @Test func `Gives a task up that the server fails at again and again, and makes no second one`() async throws {
        let site = SimulatedSite { $0.faults = [.init(.crash, method: "POST", path: "/fog/host/*/task")] }
        let outcome = try await site.run("print(fog.deploy(\"pc-001\")[1].outcome)")

        #expect(outcome.printed == ["uncertain"])
        #expect(outcome.requests.filter { $0.hasPrefix("POST /fog/host/1/task ") }.count == 3)
    }
}

/// Slips in what an operator gives to the workflows that come along.
@Suite struct WorkflowSlipTests {
    @Test(arguments: [
        (
            "reimage-in-waves", ["waves": ScriptValue.list([.string("0")])],
            "--waves takes sizes such as 1, 10% and rest"
        ),
        ("reimage-in-waves", ["waves": .list([.string("120%")])], "not \"120%\""),
        ("reimage-in-waves", ["may_fail": .string("200%")], "--may-fail takes up to 100%"),
        ("snapins-after-imaging", ["image": .string("Windows 11")], "--image goes with --deploy"),
        (
            "hosts-from-csv", ["file": FileValue(name: "a.csv", text: "name,mac,imge\nx,00:11:22:33:44:01,y\n").value],
            "--file a.csv: no column is called \"imge\""
        ),
        ("image-by-model", ["rule": .list([.string("*=Windows 12")])], "--rule: no image named \"Windows 12\""),
        ("server-check", ["expect": .list([.string("FOG")])], "--expect takes NAME=VALUE"),
        ("approve-pending-macs", ["approve": .list([.string("0")])], "\"0\" is no beginning of a MAC address"),
    ])
    func `Is told before anybody is asked, and changes nothing`(
        _ name: String,
        _ arguments: [String: ScriptValue],
        _ words: String
    ) async throws {
        let takesHosts = ["reimage-in-waves", "snapins-after-imaging", "image-by-model"].contains(name)
        let hosts: [String: ScriptValue] = takesHosts ? ["hosts": .string("group:Lab A")] : [:]
        let run = try await SimulatedSite().run(
            WorkflowSite.source(name),
            arguments.merging(hosts) { $1 },
            answer: false
        )

        #expect(run.failure?.message.contains(words) == true, "\(run.failure?.message ?? "no failure")")
        #expect(run.failure?.kind == .usage)
        #expect(run.requests.filter { !$0.hasPrefix("GET") } == [])
    }
}
