import FogSim
import Foundation
import Testing

/// `foghorn doctor` and `foghorn servers`.
@Suite struct DoctorTests {
    /// Settings for a server with the simulator's tokens.
    static func settings(_ address: String, _ more: String = "") -> String {
        """
        default_server: lab
        servers:
          lab:
            url: \(address)
            api_token: \(FogSim.Access().apiToken)
            user_token: \(FogSim.Access().userToken)
            \(more)
        """
    }

    /// Runs a command with these settings.
    static func run(_ arguments: [String], _ settings: String, mode: Int = 0o600) async throws -> Program.Outcome {
        let home = try Home()
        defer { home.remove() }
        try home.write(".config/foghorn/config.yaml", settings, mode: mode)
        return try await Program.run(arguments, environment: ["HOME": home.path])
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Finds nothing wrong with a server that works`(_ dialect: FogSim.Dialect) async throws {
        try await ServedFog.run {
            $0.dialect = dialect
        } perform: { address in
            let run = try await Self.run(["doctor", "lab"], Self.settings(address))

            #expect(run.code == 0, "\(run)")
            #expect(run.output.contains("ok    \(address) answers"))
            #expect(run.output.contains("ok    the server takes the api token and the user token"))
            #expect(run.output.contains("ok    the server writes times in "), "\(run)")
            #expect(run.output.contains("slots free"), "\(run)")
            #expect(run.output.contains(dialect.rawValue.hasPrefix("1.6") ? "ok    FOG 1.6" : "ok    FOG 1.5"))
            #expect(!run.output.contains("fail  "), "\(run)")
            #expect(!run.output.contains(FogSim.Access().apiToken))
        }
    }

    @Test func `Says when the certificate ends`() async throws {
        try await ServedFog.run(certificate: "server") { address in
            let run = try await Self.run(
                ["doctor"],
                Self.settings(address, "ca_file: \(ServedFog.file("authority.pem"))")
            )

            #expect(run.code == 0, "\(run)")
            #expect(run.output.contains("ok    the certificate holds until 21"), "\(run)")
        }
    }

    @Test func `Ends with 8 and says what to do where something has failed`() async throws {
        try await ServedFog.run {
            $0.access.isUserAllowed = false
        } perform: { address in
            let run = try await Self.run(["doctor", "--json"], Self.settings(address))

            let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let findings = try #require(report["findings"] as? [[String: Any]])
            #expect(run.code == 8, "\(run)")
            #expect(report["good"] as? Bool == false)
            #expect(report["server"] as? String == "lab")
            #expect(findings.last?["level"] as? String == "fail")
            #expect(findings.last?["subject"] as? String == "login")
            #expect((findings.last?["advice"] as? String)?.contains("User API Enabled") == true)
        }
    }

    @Test func `Looks at a server whose login is missing`() async throws {
        try await ServedFog.run { address in
            let run = try await Program.run(["doctor", address])

            #expect(run.code == 8, "\(run)")
            #expect(run.output.contains("fail  the token of the API is missing"))
            #expect(run.output.contains("ok    FOG 1.5"))
        }
    }

    @Test func `Refuses settings that show secrets to others`() async throws {
        let run = try await Self.run(["doctor"], Self.settings("https://fog.example.org"), mode: 0o644)

        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("run: chmod 600 "))
    }

    // MARK: - Servers

    @Test func `Lists servers with where they come from, and no secret`() async throws {
        let home = try Home()
        defer { home.remove() }
        try home.write(".config/foghorn/config.yaml", Self.settings("https://fog.school.example"))
        try home.write(
            ".config/foghorn/servers/annexe.yaml",
            "url: https://fog.annexe.example\nbearer_token: fog_0123"
        )

        let table = try await Program.run(["servers"], environment: ["HOME": home.path])
        let json = try await Program.run(["servers", "--json"], environment: ["HOME": home.path])

        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(table.code == 0)
        #expect(table.output.contains("annexe           https://fog.annexe.example  bearer token  "), "\(table)")
        #expect(table.output.contains("lab     yes      https://fog.school.example  user token    "), "\(table)")
        #expect(rows.map { $0["name"] as? String } == ["annexe", "lab"])
        #expect(rows.map { $0["default"] as? Bool } == [false, true])
        #expect((rows.last?["files"] as? [String]) == [home.config])
        #expect(!(table.output + json.output).contains(FogSim.Access().apiToken))
    }

    @Test func `Runs a script on a server by its name`() async throws {
        try await ServedFog.run { address in
            let home = try Home()
            defer { home.remove() }
            try home.write(".config/foghorn/config.yaml", Self.settings(address))

            let named = try await Program.run(
                script: "print(#fog.hosts())",
                ["--server", "lab"],
                environment: ["HOME": home.path]
            )
            let unknown = try await Program.run(
                script: "print(#fog.hosts())",
                ["--server", "lob"],
                environment: ["HOME": home.path]
            )

            #expect(named.code == 0 && named.output == "6\n", "\(named)")
            #expect(unknown.code == 2 && unknown.errors.contains("no server is named lob"), "\(unknown)")
        }
    }
}
