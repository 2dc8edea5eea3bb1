import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct FlowTests {
    let stage = Stage()

    private func run(_ text: String) throws {
        try stage.run("local flow = require('flow')\n" + text)
    }

    @Test func `Gives the results of each in the order of the items`() throws {
        try run(
            """
            local results = flow.each({ 3, 1, 2 }, { parallel = 3 }, function(item)
              flow.sleep(item)
              return "got " .. item
            end)
            print(table.concat(results, " "), results.n)
            """
        )

        #expect(stage.printed == ["got 3 got 1 got 2\t3"])
        #expect(stage.now == 3)
    }

    @Test func `Runs no more at a time than it was told`() throws {
        try run(
            """
            local running, most = 0, 0
            local items = {}
            for i = 1, 20 do items[i] = i end
            flow.each(items, { parallel = 4 }, function(item)
              running = running + 1
              most = math.max(most, running)
              flow.sleep(item % 3 + 1)
              running = running - 1
            end)
            print(most, running)
            """
        )

        #expect(stage.printed == ["4\t0"])
    }

    @Test func `After an error begins nothing new, finishes what runs, and raises the first error`() throws {
        try run(
            """
            local finished = {}
            local ok, err = pcall(flow.each, { 1, 2, 3, 4, 5 }, { parallel = 2 }, function(item)
              flow.sleep(item)
              if item == 1 then error("broken") end
              finished[#finished + 1] = item
            end)
            print(ok, err, table.concat(finished, ","))
            """
        )

        #expect(stage.printed == ["false\ttest.lua:5: broken\t2"])
        #expect(stage.now == 2)
    }

    @Test func `Joins a job and gives what it returned`() throws {
        try run(
            """
            local job = flow.spawn(function(a, b)
              flow.sleep(5)
              return a + b, "done"
            end, 2, 3)
            print(job:is_done(), job)
            print(job:join())
            print(job:is_done(), job, select("#", job:join()))
            """
        )

        #expect(stage.printed == ["false\tJob (running)", "5\tdone", "true\tJob (done)\t2"])
    }

    @Test func `Raises in join what the job raised`() throws {
        try run(
            """
            local job = flow.spawn(function() fog.host("nope") end)
            local ok, err = pcall(job.join, job)
            print(ok, err.code, err)
            """
        )

        #expect(stage.printed == ["false\tnot_found\ttest.lua:2: no host named \"nope\""])
        #expect(stage.output(.warning) == [])
    }

    @Test func `Fails a run at its end for a job that failed and nobody joined`() throws {
        let failure = try #require(
            stage.failure(
                """
                local flow = require("flow")
                flow.spawn(function() error("lost") end)
                flow.sleep(10)
                print("end")
                """
            )
        )

        #expect(failure.message == "test.lua:2: lost")
        #expect(stage.printed == ["end"])
        #expect(stage.output(.warning) == ["a job failed and nobody joined it: test.lua:2: lost"])
    }

    @Test func `Waits at the end for jobs that still run`() throws {
        try run("flow.spawn(function() flow.sleep(60) print('late') end)\nprint('main')")

        #expect(stage.printed == ["main", "late"])
    }

    @Test func `Calls a job off where it waits`() throws {
        try run(
            """
            local job = flow.spawn(function()
              local ok, err = pcall(flow.sleep, 100)
              print(ok, err.code)
              print(pcall(fog.hosts))
            end)
            flow.sleep(1)
            job:cancel()
            job:join()
            """
        )

        #expect(stage.printed.first == "false\tcancelled")
        #expect(stage.printed.last?.contains("called off") == true)
        #expect(stage.now == 1)
    }

    @Test func `Raises timeout when a function takes too long, and calls it off`() throws {
        try run(
            """
            local ok, err = pcall(flow.timeout, "1m", function()
              local fine, inner = pcall(flow.sleep, 3600)
              print(fine, inner.code)
              error(inner, 0)
            end)
            print(ok, err.code, err.message)
            print(flow.timeout(10, function(x) flow.sleep(1) return x, nil, 3 end, "x"))
            """
        )

        #expect(stage.printed == ["false\ttimeout\tnot done within 60 seconds", "false\tcancelled", "x\tnil\t3"])
        #expect(stage.now == 61)
    }

    @Test func `Tries again with growing delays, and gives up in the end`() throws {
        try run(
            """
            local tries = 0
            print(flow.retry({ attempts = 5, delay = 10, factor = 3, jitter = 0 }, function()
              tries = tries + 1
              if tries < 4 then error("not yet") end
              return "fine", tries
            end))
            print(pcall(flow.retry, { attempts = 2, delay = "1s", jitter = 0 }, function() error("never", 0) end))
            """
        )

        #expect(stage.printed == ["fine\t4", "false\tnever"])
        #expect(stage.now == 10 + 30 + 90 + 1)
    }

    @Test(arguments: [("denied", 1), ("uncertain", 1), ("cancelled", 1), ("unavailable", 3), ("conflict", 3)])
    func `Tries again only what another try may cure`(code: String, tries: Int) throws {
        stage.override = { operation in
            guard case .server(.info) = operation, let code = FogError.Code(rawValue: code) else { return nil }
            return .failure(FogError(code, "no"))
        }

        try run("pcall(flow.retry, { delay = 1 }, fog.info)")

        #expect(stage.operations.filter { $0 == .server(.info) }.count == tries)
    }

    @Test func `Names a deadlock`() throws {
        let failure = try #require(
            stage.failure(
                """
                local flow = require("flow")
                local one, two
                one = flow.spawn(function()
                  two:join()
                end)
                two = flow.spawn(function() one:join() end)
                one:join()
                """
            )
        )

        #expect(failure.message == "test.lua:7: deadlock: everything that runs waits for something else that runs")
        #expect(failure.line == 7)
    }

    @Test func `Calls off what each has under way when its caller is called off`() throws {
        try run(
            """
            local seen = 0
            local job = flow.spawn(function()
              flow.each({ 1, 2, 3 }, function()
                local ok, err = pcall(flow.sleep, 1000)
                seen = seen + (err.code == "cancelled" and 1 or 0)
                error(err, 0)
              end)
            end)
            flow.sleep(1)
            job:cancel()
            local ok, err = pcall(job.join, job)
            print(ok, err.code, seen)
            """
        )

        #expect(stage.printed == ["false\tcancelled\t3"])
        #expect(stage.now == 1)
    }

    @Test(arguments: [
        ("flow.each(1, print)", "bad argument #1 'items' to 'flow.each' (table expected, got number)"),
        ("flow.each({}, {}, 1)", "bad argument #3 'fn' to 'flow.each' (function expected, got number)"),
        (
            "flow.each({}, { paralel = 1 }, print)",
            "bad argument #2 'options' to 'flow.each' (unknown option \"paralel\"; did you mean \"parallel\"?)"
        ),
        (
            "flow.each({}, { parallel = 0 }, print)",
            "bad argument #2 'options' to 'flow.each' (option \"parallel\": 0 is too small; 1 or more expected)"
        ),
        (
            "flow.each({}, { parallel = 'x' }, print)",
            "bad argument #2 'options' to 'flow.each' (option \"parallel\": integer expected, got string)"
        ),
        ("flow.spawn(fog.info())", "bad argument #1 'fn' to 'flow.spawn' (function expected, got Server)"),
        (
            "flow.sleep('soon')",
            "bad argument #1 'duration' to 'flow.sleep' (seconds or a time such as \"15m\" expected, got \"soon\")"
        ),
        (
            "flow.timeout(-1, print)",
            "bad argument #1 'duration' to 'flow.timeout' (seconds or a time such as \"15m\" expected, got -1)"
        ),
        (
            "flow.sleep('1h30m')",
            "bad argument #1 'duration' to 'flow.sleep' (seconds or a time such as \"15m\" expected, got \"1h30m\")"
        ),
        (
            "flow.each({}, { parallel = 1.5 }, print)",
            "bad argument #2 'options' to 'flow.each' (option \"parallel\": integer expected, got 1.5)"
        ),
        (
            "require('time').words(-5)",
            "bad argument #1 'seconds' to 'time.words' (seconds or a time such as \"15m\" expected, got -5)"
        ),
        ("require('time').format('x')", "bad argument #1 'instant' to 'time.format' (number expected, got string)"),
        ("flow.attempt('pc-001')", "bad argument #2 'fn' to 'flow.attempt' (function expected, got nil)"),
        (
            "flow.retry({ delay = {} }, print)",
            "bad argument #1 'options' to 'flow.retry' (option \"delay\": seconds or a time such as \"15m\" expected,"
                + " got table)"
        ),
    ])
    func `Checks arguments in the words of native functions`(call: String, message: String) throws {
        let failure = try #require(stage.failure("local flow = require('flow')\n\(call)"))

        #expect(failure.message == "test.lua:2: " + message)
    }

    @Test func `Goes on after what concerns one host only`() throws {
        try stage.run(
            """
            local flow = require("flow")
            local function refused() fog.host("nobody") end
            print(flow.attempt("pc-001", refused))
            print(pcall(flow.attempt, "pc-001", function() error("slip", 0) end))
            print(flow.attempt("pc-001", function(a, b) return a + b end, 1, 2))
            """
        )

        #expect(stage.printed == ["false\tno host named \"nobody\"", "false\tslip", "true\t3"])
        let failed = stage.operations.filter { if case .session(.fail) = $0 { true } else { false } }
        #expect(failed.count == 1)
    }
}
