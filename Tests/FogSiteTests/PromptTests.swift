import FogModel
import FogSession
import Testing

@Suite struct PromptTests {
    static func values(_ evaluation: Evaluation) -> [ShownValue] {
        if case .done(let result) = evaluation { result.values } else { [] }
    }

    @Test func `Deploys a host step by step`() async throws {
        let site = try await PromptSite.open { enter in
            let hosts = try await enter("local hosts = fog.hosts('pc-00*') return hosts")
            let task = try await enter("local task = hosts[1]:task('deploy', { wake = true }) return task")
            let verdict = try await enter("fog.wait(task)")
            let name = try await enter("_.outcome, hosts[1].name")

            guard case .rows(let rows)? = Self.values(hosts).first, case .object(let made)? = Self.values(task).first
            else {
                Issue.record("\(hosts), \(task)")
                return
            }
            #expect(rows.className == "Host")
            #expect(rows.count == 9)
            #expect(made.className == "Task")
            guard case .object(let end)? = Self.values(verdict).first else {
                Issue.record("\(verdict)")
                return
            }
            #expect(end.className == "Verdict")
            #expect(Self.values(name) == [.text(ShownText("done")), .text(ShownText("pc-001"))])
        }

        #expect(site.active.isEmpty)
    }

    @Test func `Leaves tasks on the server where a chunk is called off, and knows them`() async throws {
        let site = try await PromptSite.open(interruptedAt: "waiting") { enter in
            let evaluation = try await enter(
                "local task = fog.task('pc-001', 'deploy') print('waiting') fog.wait(task)"
            )

            guard case .failed(let failure, goesOn: false) = evaluation else {
                Issue.record("\(evaluation)")
                return
            }
            #expect(failure.kind == .cancelled)
            let again = try await enter("task.hostname, fog.tasks{ id = task.id }[1].id == task.id")
            #expect(Self.values(again) == [.text(ShownText("pc-001")), .boolean(true)])
        }

        #expect(site.active.count == 1)
    }

    @Test func `Waits behind the prompt while hosts are listed`() async throws {
        let site = try await PromptSite.open { enter in
            _ = try await enter("flow = require 'flow'")
            let begun = try await enter("flow.spawn(function() fog.deploy('pc-002') print('deployed') end) return 1")
            let hosts = try await enter("#fog.hosts()")
            _ = try await enter("flow.sleep('2h')")

            guard case .done(let result) = begun else {
                Issue.record("\(begun)")
                return
            }
            #expect(result.goesOn)
            #expect(Self.values(hosts) == [.integer(30)])
        }

        #expect(site.reports.contains(.output(SessionOutput(.print, "deployed", job: 2))))
        #expect(site.reports.contains(.ended(job: 2, nil)))
    }

    @Test func `Shows what the server refuses, and goes on`() async throws {
        _ = try await PromptSite.open { enter in
            let refused = try await enter("fog.host('pc-0o1')")
            let next = try await enter("_err.code, _err.hint ~= nil")

            guard case .failed(let failure, _) = refused else {
                Issue.record("\(refused)")
                return
            }
            #expect(failure.error?.code == .notFound)
            #expect(failure.error?.hint != nil)
            #expect(failure.source == "prompt:1")
            #expect(failure.line == 1)
            #expect(Self.values(next) == [.text(ShownText("not_found")), .boolean(true)])
        }
    }
}
