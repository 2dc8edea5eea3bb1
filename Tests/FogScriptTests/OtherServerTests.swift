import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct OtherServerTests {
    let stage = Stage()

    @Test func `Asks the server whose functions are called, and the one whose object it is`() throws {
        try stage.run(
            """
            local site_b = fog.server("site-b")
            local host = site_b.host("lab-a-1")
            fog.hosts("lab-a-2")
            host:update({ description = "x" })
            site_b.host_update("lab-a-3", { description = "y" })
            """
        )

        #expect(
            stage.calls.map { "\($0.server ?? "-") \($0.operation.name)" } == [
                "- openServer", "site-b findHost", "- listHosts", "site-b updateHost", "site-b findHost",
                "site-b updateHost",
            ]
        )
    }

    @Test func `Refuses the object of another server, whose number means another row here`() throws {
        let failure = stage.failure(
            """
            local host = fog.server("site-b").host("lab-a-1")
            fog.task(host, "deploy")
            """
        )

        #expect(failure?.error?.code == .invalidArgument)
        #expect(
            failure?.message.contains("host 1 \"lab-a-1\" is of server \"site-b\", not of the run's own server") == true
        )
        #expect(!stage.operations.contains { $0.isChange })
    }

    @Test func `Knows objects of two servers apart, and says of which server its functions are`() throws {
        try stage.run(
            """
            local site_b = fog.server("site-b")
            print(fog.host("lab-a-1") == fog.host("lab-a-1"), fog.host("lab-a-1") == site_b.host("lab-a-1"))
            print(fog, site_b, site_b == fog.server("site-b"), site_b == fog)
            """
        )

        #expect(stage.printed == ["true\tfalse", "fog\tfog of server \"site-b\"\ttrue\tfalse"])
    }

    @Test func `Says which server is not known, and which function is meant`() {
        #expect(stage.failure("fog.server('nowhere')")?.message.contains("no server named \"nowhere\"") == true)
        let typo = stage.failure("fog.server('site-b').hots()")?.message
        #expect(typo?.contains("fog has no function \"hots\"; did you mean \"hosts\" or \"host\"?") == true)
    }
}
