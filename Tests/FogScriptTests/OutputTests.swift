import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

@Suite struct OutputTests {
    let stage = Stage()

    @Test func `Prints as Lua does`() throws {
        try stage.run("print() print(1, 2.0, 'x', nil, true) print(1e15, 1/3, -0.0, 2^63, 1/0)")

        #expect(
            stage.printed == [
                "", "1\t2.0\tx\tnil\ttrue", "1e+15\t0.33333333333333\t-0.0\t9.2233720368548e+18\tinf",
            ]
        )
    }

    @Test func `Prints by __tostring and __name`() throws {
        try stage.run("print(setmetatable({}, { __tostring = function() return 'mine' end }), fog, log)")

        #expect(stage.printed == ["mine\tfog\tlog"])
    }

    @Test func `Logs to channels of their own`() throws {
        try stage.run("log.debug('d', 1) log.info('i') log.warning('w') log.error('e')")

        #expect(stage.output(.debug) == ["d\t1"])
        #expect(stage.output(.info) == ["i"])
        #expect(stage.output(.warning) == ["w"])
        #expect(stage.output(.error) == ["e"])
    }

    @Test func `Keeps output and operations in order`() throws {
        try stage.run("print('a') fog.hosts() print('b')")

        let kinds = stage.events.map { event in
            switch event {
            case .output(let output): output.text
            case .operation(let call): call.operation.name
            case .idle: "idle"
            default: "end"
            }
        }
        #expect(kinds == ["a", "listHosts", "idle", "b", "end"])
    }

    @Test func `Lists tasks by what is asked`() throws {
        try stage.run(
            """
            fog.task("lab-a-1", "deploy") fog.task(2, "capture", { shutdown = true, name = "x" })
            print(#fog.tasks(), #fog.tasks{ host = "lab-a-1" }, #fog.tasks{ host = { 1, "lab-a-2" } })
            print(#fog.tasks{ id = 2 }, #fog.tasks{ id = { 1, 2, 3 } }, #fog.tasks{ active = false })
            print(fog.host(1):tasks()[1]:cancel().id, fog.task(1, "wake"))
            """
        )

        #expect(stage.printed == ["2\t1\t2", "1\t2\t2", "1\tnil"])
        #expect(
            stage.operations.contains(
                .tasks(.create(number(2), .name(.capture), TaskOptions(name: "x", shutdown: true)))
            )
        )
        #expect(stage.operations.contains(.tasks(.list(TaskQuery(activeOnly: false, ids: [number(2)])))))
    }

    @Test func `Waits with the options given, and with the defaults otherwise`() throws {
        try stage.run(
            """
            local one, two = fog.task(1, "deploy"), fog.task(2, "deploy")
            local verdict = one:wait{ never_checked_in = "20m", stalled = 90, timeout = "2h", interval = "30s" }
            print(verdict.outcome, verdict.seconds, verdict.percent, verdict.host, verdict.hostID, verdict.task)
            local verdicts = fog.wait({ one, two.id })
            print(#verdicts, verdicts[2].host, #fog.wait({}))
            """
        )

        let waits = stage.operations.compactMap { operation in
            if case .tasks(.wait(_, let options)) = operation { options } else { nil }
        }
        #expect(stage.printed == ["done\t300\t100\tlab-a-1\t1\t1", "2\tlab-a-2\t0"])
        #expect(waits.first == WaitOptions(neverCheckedIn: 1200, stalled: 90, timeout: 7200, interval: 30))
        #expect(waits.last == WaitOptions())
    }
}
