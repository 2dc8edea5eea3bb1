import FogModel
import FogSession
import FogSim
import Testing

/// What `fog.restrict` takes away, by whatever way a script then tries to do it.
@Suite struct RestrictionTests {
    /// Ways to change something, of which none is open to `lab`.
    static let ways = [
        "lab.task('pc-021', 'deploy')", "lab.host('pc-021'):task('deploy')", "lab.deploy('pc-021')",
        "lab.host_update('pc-021', { description = 'x' })", "lab.host('pc-021'):update({ description = 'x' })",
        "lab.task('pc-001', 'capture')", "lab.host('pc-001'):delete()", "lab.image('Windows 11'):delete()",
        "lab.api.host:update(21, { description = 'x' })", "lab.api.request({ method = 'DELETE', path = 'host/1' })",
        "lab.restrict({ allow = { 'task:*', 'write:host' } }).task('pc-021', 'deploy')",
        "lab.server('annexe').task('pc-021', 'deploy')",
        "lab.hosts('pc-021')[1]:task('deploy')", "lab.setting('FOG_TZ_INFO'):set('UTC')",
        "lab.group('Lab A'):add('pc-021')",
    ]

    private static let lab =
        "local lab = fog.restrict({ hosts = 'pc-00*', allow = { 'read', 'task:deploy', 'write:*' } })\n"

    @Test(arguments: ways)
    func `Takes away`(_ way: String) async throws {
        let run = try await SimulatedSite().run(
            Self.lab
                + "local ok, e = pcall(function() return \(way) end) print(ok, ok and e[1].error.code or e.code or e)"
        )

        let results = run.failure == nil ? run.text : "\(run.failure?.message ?? "")"
        #expect(results == "false\tdenied" || results.contains("denied"), "\(results)")
        #expect(!run.requests.contains { !$0.hasPrefix("GET") }, "\(run.requests)")
    }

    @Test func `Leaves what it allows`() async throws {
        let run = try await SimulatedSite().run(
            Self.lab
                + """
                lab.task("pc-001", "deploy")
                lab.host("pc-002"):task("deploy")
                lab.host_update("pc-003", { description = "x" })
                print(lab.permitted("task:deploy", "pc-009"), lab.permitted("task:deploy", "pc-021"))
                print(lab.refusal("task:deploy", "pc-021"))
                print(lab.refusal("task:deploy", "pc-009"))
                """
        )

        #expect(run.failure == nil, "\(String(describing: run.failure))")
        #expect(run.printed.first == "true\tfalse")
        #expect(run.printed.last == "nil")
        #expect(
            run.printed.dropFirst().first?.contains("pc-021 is outside the hosts of this handle") == true,
            "\(run.text)"
        )
    }

    @Test func `Counts the hosts of a handle, and lets none in by renaming`() async throws {
        let run = try await SimulatedSite().run(
            """
            local two = fog.restrict({ max_hosts = 2 })
            for number = 1, 3 do
              print(pcall(two.host_update, number, { description = "x" }))
            end
            print(pcall(two.host_update, 2, { description = "y" }))
            local rooms = fog.restrict({ hosts = "pc-00*" })
            rooms.host_update(4, { description = "x" })
            fog.host_update(21, { name = "pc-00x" })
            local ok, e = pcall(rooms.host_update, 21, { description = "x" })
            print(ok, e.code)
            """
        )

        #expect(run.failure == nil, "\(String(describing: run.failure))")
        #expect(run.printed[2].hasPrefix("false") && run.printed[2].contains("it may change 2"), "\(run.text)")
        #expect(run.printed[3].hasPrefix("true"))
        #expect(run.printed[4] == "false\tdenied", "\(run.text)")
    }
}
