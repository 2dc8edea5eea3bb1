import FogSession
import FogSim
import Testing

@Suite struct WaitingTests {
    @Test func `Tells of progress beside the wait, and gives the verdict at the end`() async throws {
        let run = try await SimulatedSite().run(
            """
            local seen, last = 0, -1
            local task = fog.task("pc-001", "deploy", { wake = true })
            local verdict = fog.wait(task, {
              on_progress = function(progress)
                assert(progress.percent >= last and progress.host == "pc-001" and progress.task == task.id)
                seen, last = seen + 1, progress.percent
              end,
            })
            print(verdict.outcome, seen > 5, last > 50, verdict.seconds > 200)
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["done\ttrue\ttrue\ttrue"])
    }

    @Test func `Fails the run where what is told of progress fails`() async throws {
        let run = try await SimulatedSite().run(
            """
            fog.wait(fog.task("pc-001", "deploy", { wake = true }), { on_progress = function(p) return p.percnt end })
            """
        )

        #expect(run.failure?.message.contains("Progress has no field \"percnt\"; did you mean \"percent\"?") == true)
    }

    @Test func `Says why a host waits in the queue`() async throws {
        let run = try await SimulatedSite { $0.slots = 1 }.run(
            """
            local flow = require("flow")
            for index = 1, 3 do fog.task(index, "deploy", { wake = true }) end
            flow.sleep("3m")
            local kinds = {}
            for index = 1, 3 do
              local reason = fog.why(index)
              kinds[#kinds + 1] = reason.kind .. " " .. tostring(reason.place) .. " " .. tostring(reason.slots)
            end
            table.sort(kinds)
            for _, kind in ipairs(kinds) do print(kind) end
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["imaging nil nil", "in_queue 1 1", "in_queue 2 1"])
    }

    @Test func `Schedules a task, which the server makes by itself`() async throws {
        let run = try await SimulatedSite().run(
            """
            local flow = require("flow")
            local later = fog.schedule({ host = "pc-001", type = "deploy", time = math.tointeger(fog.now()) + 3600, wake = true })
            local never = fog.schedule({ group = "Lab B", type = "inventory", cron = "0 3 1 1 *" })
            never:cancel()
            print(#fog.tasks())
            flow.sleep("65m")
            local tasks = fog.tasks()
            print(#tasks, tasks[1].hostname)
            for _, options in ipairs({ { type = "deploy" }, { type = "deploy", host = 1, group = 1, time = 1 },
              { type = "deploy", host = 1, time = 1, cron = "* * * * *" }, { type = "deploy", host = 1, cron = "soon" } }) do
              print(select(2, pcall(fog.schedule, options)).code)
            end
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "0", "1\tpc-001", "invalid_argument", "invalid_argument", "invalid_argument", "invalid_argument",
            ]
        )
    }
}
