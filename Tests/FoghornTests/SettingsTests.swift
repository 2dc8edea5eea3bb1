import FogAPI
import FogHTTP
import FogModel
import Foundation
import Testing
import foghorn

/// Servers by name, from files, variables and flags.
@Suite struct SettingsTests {
    /// Reads a configuration file as text, and what login saved.
    static func profiles(_ text: String, saved: [String: String] = [:], mode: Int = 0o600) throws -> Profiles {
        let home = try Home()
        defer { home.remove() }
        try home.write(".config/foghorn/config.yaml", text, mode: mode)
        for (name, text) in saved { try home.write(".config/foghorn/servers/\(name).yaml", text) }
        return try Profiles.read(ConfigFolder(file: nil, environment: ["HOME": home.path]))
    }

    static let two = """
        default_server: school
        servers:
          school:
            url: https://fog.school.example
            api_token: YXBp
            user_token: dXNlcg==
            ca_file: /etc/school.pem
            concurrency: 2
            timeouts: {connect: 3, list: 300}
          annexe:
            url: https://fog.annexe.example
            bearer_token: fog_0123
        """

    @Test func `Reads servers by name`() throws {
        let profiles = try Self.profiles(Self.two)

        let settings = try ServerSettings(try #require(profiles["school"]).entry)
        #expect(profiles.all.map(\.name) == ["annexe", "school"])
        #expect(profiles.defaultName == "school")
        #expect(settings.address.text == "https://fog.school.example")
        #expect(settings.certificateFile == "/etc/school.pem")
        #expect(settings.http.connections == 2)
        #expect(settings.http.connect == .seconds(3))
        #expect(settings.limits.list == .seconds(300))
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let says: String
        let hint: String
    }

    @Test(arguments: [
        Wrong(testDescription: "server: {}", says: "line 1: unknown key server", hint: "did you mean \"servers\"?"),
        Wrong(
            testDescription: "servers:\n  a:\n    url: https://a\n    api_tokn: x",
            says: "line 4: unknown key api_tokn",
            hint: "did you mean \"api_token\"?"
        ),
        Wrong(
            testDescription: "servers:\n  a:\n    timeouts:\n      rows: 3",
            says: "line 4: unknown key timeouts.rows",
            hint: "did you mean \"timeouts.row\"?"
        ),
        Wrong(testDescription: "servers:\n  a b:\n    url: x", says: "\"a b\" cannot be the name", hint: "letters"),
        Wrong(testDescription: "servers:\n  a:\n    url: [x]", says: "line 3: url takes one value", hint: "VALUE"),
        Wrong(testDescription: "servers: [a]", says: "line 1: servers holds no keys", hint: "indent"),
        Wrong(testDescription: "servers:\n\ta: x", says: "is no YAML", hint: "NAME: VALUE"),
        Wrong(testDescription: "just words", says: "holds no settings", hint: "NAME: VALUE"),
        Wrong(testDescription: "default_server: b", says: "no server has that name", hint: "foghorn login"),
    ])
    func `Names the line of what does not hold, and the word that was meant`(_ item: Wrong) throws {
        let error = #expect(throws: UsageError.self) { try Self.profiles(item.testDescription) }

        #expect(error?.message.contains(item.says) == true, "\(error?.text ?? "")")
        #expect(error?.hint?.contains(item.hint) == true, "\(error?.text ?? "")")
    }

    @Test func `Shows no secret in an error about the file`() throws {
        let error = #expect(throws: UsageError.self) {
            try Self.profiles("servers:\n  a:\n    password: \"hunter2\n    x: [")
        }

        #expect(error?.text.contains("hunter2") == false)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660])
    func `Refuses a file with secrets that others can read`(_ mode: Int) throws {
        let error = #expect(throws: UsageError.self) { try Self.profiles(Self.two, mode: mode) }

        #expect(error?.hint?.hasPrefix("run: chmod 600 ") == true)
        #expect(error?.message.contains(String(mode, radix: 8)) == true)
    }

    @Test(arguments: [0o622, 0o646, 0o664])
    func `Refuses a file that others can write, since it says where tokens go`(_ mode: Int) throws {
        let error = #expect(throws: UsageError.self) {
            try Self.profiles("servers:\n  a:\n    url: https://a\n", mode: mode)
        }

        #expect(error?.hint?.hasPrefix("run: chmod go-w ") == true)
    }

    @Test func `Takes a credential of systemd: a link to a file that a group can read`() throws {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("real/tokens", "api_token: YXBp\nuser_token: dXNlcg==\n", mode: 0o440)
        try FileManager.default.createDirectory(atPath: home.path + "/run", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: home.path + "/run/fog", withDestinationPath: file)
        let choice = ServerChoice(
            name: "a",
            entry: ServerEntry([.credentialsFile: .init("$CREDENTIALS_DIRECTORY/fog", at: "test")]),
            files: []
        )

        let inside = try LoginSource.read(choice, environment: ["CREDENTIALS_DIRECTORY": home.path + "/run"])

        #expect(inside.apiToken.reveal() == "YXBp")
        let elsewhere = ServerChoice(
            name: "a",
            entry: ServerEntry([.credentialsFile: .init(file, at: "test")]),
            files: []
        )
        #expect(throws: UsageError.self) { try LoginSource.read(elsewhere, environment: [:]) }
    }

    @Test func `Takes a file without secrets that others can read`() throws {
        let profiles = try Self.profiles("servers:\n  a:\n    url: https://a\n", mode: 0o644)

        #expect(profiles.all.count == 1)
    }

    @Test func `Lays what login saved over what a person wrote, a login as a whole`() throws {
        let profiles = try Self.profiles(Self.two, saved: ["annexe": "api_token: bmV3\nuser_token: bmV3\n"])

        let entry = try #require(profiles["annexe"]).entry
        #expect(entry[.url] == "https://fog.annexe.example")
        #expect(entry[.userToken] == "bmV3")
        #expect(entry[.bearerToken] == nil)
        #expect(profiles["annexe"]?.files.count == 2)
    }

    // MARK: - Which server

    static func choice(
        _ word: String?,
        _ environment: [String: String] = [:],
        flags: ServerEntry = ServerEntry()
    ) throws -> ServerChoice {
        try ServerChoice(word, profiles: try profiles(two), environment: environment, flags: flags)
    }

    @Test func `Takes the named server, then the variable's, then the default`() throws {
        #expect(try Self.choice("annexe", ["FOGHORN_SERVER": "school"]).name == "annexe")
        #expect(try Self.choice(nil, ["FOGHORN_SERVER": "annexe"]).name == "annexe")
        #expect(try Self.choice(nil).name == "school")
        #expect(try Self.choice("https://fog.annexe.example/fog/management").name == "annexe")
        #expect(try Self.choice("https://elsewhere.example").name == nil)
    }

    @Test func `Keeps the variables of one server from another that is named`() throws {
        let variables = ["FOGHORN_SERVER": "school", "FOGHORN_USER_TOKEN": "b3RoZXI=", "FOGHORN_PIN": "00"]

        let other = try Self.choice("annexe", variables)
        let same = try Self.choice("https://fog.school.example", variables)
        let unknown = try Self.choice("https://elsewhere.example", variables)

        #expect(other.entry[.userToken] == nil && other.entry[.bearerToken] == "fog_0123" && other.entry[.pin] == nil)
        #expect(same.entry[.userToken] == "b3RoZXI=")
        #expect(unknown.entry[.userToken] == nil)
    }

    @Test func `Suggests the server that was meant`() throws {
        let error = #expect(throws: UsageError.self) { try Self.choice("scool") }

        #expect(error?.message == "no server is named scool")
        #expect(error?.hint?.contains("annexe, school") == true)
    }

    @Test func `Puts variables above files and flags above variables`() throws {
        let flags = ServerEntry([.caFile: .init("/flag.pem", at: "--ca-file")])
        let choice = try Self.choice(
            "school",
            ["FOGHORN_CA_FILE": "/variable.pem", "FOGHORN_CONCURRENCY": "8", "FOGHORN_USER_TOKEN": "b3RoZXI="],
            flags: flags
        )

        #expect(choice.entry[.caFile] == "/flag.pem")
        #expect(choice.entry[.concurrency] == "8")
        #expect(choice.entry[.userToken] == "b3RoZXI=")
        #expect(choice.entry[.apiToken] == "YXBp")
    }

    @Test func `Prefers a Bearer token of the environment to the tokens of a file`() throws {
        let choice = try Self.choice("school", ["FOGHORN_TOKEN": "fog_9"])

        let credentials = try LoginSource.read(choice, environment: [:])
        guard case .bearer(let token) = credentials.login else {
            Issue.record("\(credentials.login)")
            return
        }
        #expect(token.reveal() == "fog_9")
    }

    // MARK: - Values

    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let key: ServerKey
        let value: String
        let hint: String

        init(_ key: ServerKey, _ value: String, _ hint: String) {
            testDescription = "\(key.rawValue): \(value)"
            self.key = key
            self.value = value
            self.hint = hint
        }
    }

    @Test(arguments: [
        Bad(.concurrency, "0", "1 to 64"), Bad(.concurrency, "many", "1 to 64"), Bad(.rowTimeout, "0", "seconds"),
        Bad(.listTimeout, "1h", "seconds"), Bad(.pin, "sha256:3A", "64 hexadecimal digits"),
        Bad(.allowPlainHTTP, "perhaps", "true or false"), Bad(.url, "fog.example.org", "http://"),
    ])
    func `Says what a setting takes`(_ item: Bad) {
        var entry = ServerEntry([.url: .init("https://fog", at: "x")])
        entry.values[item.key] = .init(item.value, at: "config.yaml line 7")

        let error = #expect(throws: UsageError.self) { try ServerSettings(entry) }

        #expect(error?.hint?.contains(item.hint) == true, "\(error?.text ?? "")")
    }

    @Test(
        arguments: [
            ("http://fog.example.org", nil, false), ("http://fog.example.org", "true", true),
            ("http://127.0.0.1:8080", nil, true), ("http://localhost", nil, true),
            ("https://fog.example.org", nil, true),
        ] as [(String, String?, Bool)]
    )
    func `Sends tokens unencrypted to no other machine unless told`(_ url: String, _ allowed: String?, _ isFine: Bool) {
        var entry = ServerEntry([.url: .init(url, at: "x")])
        if let allowed { entry.values[.allowPlainHTTP] = .init(allowed, at: "x") }

        let settings = try? ServerSettings(entry)

        #expect((settings != nil) == isFine)
    }

    // MARK: - Logins

    @Test func `Reads a login from a file or a command, and refuses two logins`() throws {
        let home = try Home()
        defer { home.remove() }
        let path = try home.write("tokens", "api_token: YXBp\nuser_token: dXNlcg==\n")
        let file = ServerChoice(
            name: nil,
            entry: ServerEntry([.credentialsFile: .init("~/tokens", at: "x")]),
            files: []
        )
        let command = ServerChoice(
            name: nil,
            entry: ServerEntry([
                .credentialsCommand: .init("test -z \"$FOGHORN_PASSWORD\" && cat \(path)", at: "x")
            ]),
            files: []
        )

        for choice in [file, command] {
            let found = try LoginSource.read(
                choice,
                environment: ["HOME": home.path, "PATH": "/bin:/usr/bin", "FOGHORN_PASSWORD": "x"]
            )
            #expect(found.apiToken.reveal() == "YXBp")
        }
        var both = file
        both.entry.values[.userToken] = .init("x", at: "x")
        #expect(throws: UsageError.self) { try LoginSource.read(both, environment: [:]) }
    }

    @Test func `Does not print a value`() {
        let entry = ServerEntry([.password: .init("hunter2", at: "x")])

        var dumped = ""
        dump(entry, to: &dumped)
        #expect(!dumped.contains("hunter2") && !"\(entry)".contains("hunter2"))
        #expect(!String(reflecting: entry).contains("hunter2"))
    }
}
