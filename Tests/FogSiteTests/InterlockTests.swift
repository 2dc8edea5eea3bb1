import FogModel
import FogSession
import FogSim
import Testing

@Suite struct InterlockTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Captures no image that is being deployed, and deploys none that is being captured`(
        dialect: FogSim.Dialect
    ) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            local deploy = fog.task("pc-001", "deploy", { wake = true })
            print(select(2, pcall(fog.task, "pc-002", "capture")).message)
            print(fog.task("pc-007", "capture") ~= nil)
            deploy:wait()
            fog.task("pc-002", "capture", { wake = true })
            local ok, refused = pcall(fog.task, "pc-003", "deploy")
            print(refused.code, refused.hint)
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed.count == 3)
        #expect(run.printed.first?.hasPrefix("image \"Windows 11\" is being deployed: task 1") == true)
        #expect(run.printed.dropFirst().first == "true")
        #expect(run.printed.last == "conflict\twait for that task; to read and write an image at once would break it")
    }
}
