import Foundation
import Testing

/// The workflows that wait long, over HTTP and called off by a signal.
@Suite struct ServedWorkflowTests {
    /// Workflow, its arguments, and what its report says once it is called off.
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: String
        let report: String

        init(_ name: String, _ arguments: String, _ report: String) {
            (self.name, self.arguments, self.report) = (name, arguments, report)
        }

        var testDescription: String { name }
    }

    static let samples = [
        Sample("reimage-in-waves", "--hosts 'group:Lab A'", " of 4 hosts done"),
        Sample("golden-capture", "--host pc-001 --image 'Windows 11'", "pc-001: called off before it ended"),
        Sample("watch-tasks", "", "1 still active"),
        Sample("snapins-after-imaging", "--hosts pc-001 --deploy", " of 1 host done"),
        Sample("wake-with-proof", "--hosts 'group:Lab A' --stagger 0s", " of 4 hosts came"),
    ]

    /// Signals that are sent one after the other: the second stops at once, in the middle of a report if need be.
    @Test(arguments: samples, [1, 2])
    func `Cleans up on a signal, says what goes on and ends with 130`(
        _ workflow: Sample,
        _ signals: Int
    ) async throws {
        // So slow that no host gets anywhere meanwhile, however long the machine takes for the rest.
        let server = try await ServedTests.Server.start(speed: 0.1)
        defer { server.stop() }
        if workflow.name == "watch-tasks" {
            let made = try await Program.run(
                script: "fog.task(1, 'deploy', { wake = true })",
                ["--allow", "task:deploy"],
                environment: server.environment
            )
            #expect(made.code == 0, "\(made)")
        }
        let grants = ["write:host", "write:image", "task:*", "task:capture", "cancel"].map { "--allow '\($0)'" }
            .joined(separator: " ")
        let program = try Program(
            shell:
                "\"$FOGHORN\" run scripts/workflows/\(workflow.name).lua --yes --interval 1 \(workflow.arguments) \(grants) 2>&1 & pid=$!; "
                + "sleep 0.1; wait $pid; echo code $?",
            environment: server.environment
        )
        _ = await program.line { $0.hasSuffix(": queued") }
        let outcome = try await program.finish(after: Array(repeating: "INT", count: signals))
        let tasks = try await Program.run(script: "print(#fog.tasks() > 0)", [], environment: server.environment)

        #expect(signals > 1 || outcome.output.contains(workflow.report), "\(outcome)")
        #expect(outcome.output.hasSuffix("code 130\n"), "\(outcome)")
        if workflow.name != "watch-tasks" {
            #expect(outcome.output.contains("task 1"), "\(outcome)")
            #expect(outcome.output.contains("nothing was cancelled; on the server there still run:"), "\(outcome)")
        }
        #expect(tasks.output == "true\n", "\(tasks)")
    }
}
