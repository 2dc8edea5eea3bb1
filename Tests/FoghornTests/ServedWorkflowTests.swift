import Foundation
import Testing

/// The workflows that wait long, over HTTP and called off by a signal.
@Suite struct ServedWorkflowTests {
    @Test(arguments: [
        ("reimage-in-waves", "--hosts 'group:Lab A'", " of 4 hosts done"),
        ("golden-capture", "--host pc-001 --image 'Windows 11'", "pc-001: called off before it ended"),
        ("watch-tasks", "", "1 still active"), ("snapins-after-imaging", "--hosts pc-001 --deploy", " of 1 host done"),
        ("wake-with-proof", "--hosts 'group:Lab A' --stagger 0s", " of 4 hosts came"),
    ])
    func `Cleans up on a signal, says what goes on and ends with 130`(
        _ name: String,
        _ arguments: String,
        _ report: String
    ) async throws {
        // So slow that no host gets anywhere meanwhile, however long the machine takes for the rest.
        let server = try await ServedTests.Server.start(speed: 0.1)
        defer { server.stop() }
        if name == "watch-tasks" {
            let made = try await Program.run(
                script: "fog.task(1, 'deploy', { wake = true })",
                [],
                environment: server.environment
            )
            #expect(made.code == 0, "\(made)")
        }
        let program = try Program(
            shell: "\"$FOGHORN\" run scripts/workflows/\(name).lua --yes --interval 1 \(arguments) 2>&1 & pid=$!; "
                + "sleep 0.1; wait $pid; echo code $?",
            environment: server.environment
        )
        _ = await program.line { $0.hasSuffix(": queued") }
        let outcome = try await program.finish(after: "INT")
        let tasks = try await Program.run(script: "print(#fog.tasks() > 0)", [], environment: server.environment)

        #expect(outcome.output.contains(report), "\(outcome)")
        #expect(outcome.output.hasSuffix("code 130\n"), "\(outcome)")
        if name != "watch-tasks" {
            #expect(outcome.output.contains("task 1 "), "\(outcome)")
            #expect(outcome.output.contains("nothing was cancelled; on the server there still run:"), "\(outcome)")
        }
        #expect(tasks.output == "true\n", "\(tasks)")
    }
}
