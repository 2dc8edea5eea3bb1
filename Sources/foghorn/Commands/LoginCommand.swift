import ArgumentParser
import FogAPI
import FogHTTP
import Foundation

/// `foghorn login NAME`: describes a server, proves its tokens and saves them.
struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Describes a server under a name, proves its tokens and saves them.",
        discussion: """
            At a terminal it asks for what is missing; tokens are not shown. Without one it takes the login from its \
            input, as lines such as 'api_token: …' and 'user_token: …', or 'bearer_token: …', or 'user: …' and \
            'password: …'. It saves a file of its own, servers/NAME.yaml beside config.yaml, which only its owner can \
            read, and only what has been proven.
            """
    )

    @Argument(help: "Name by which --server finds the server.")
    var name: String

    @Option(help: ArgumentHelp("Server's address, as in https://fog.example.org.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Fingerprint of the one certificate to take, as sha256:….", valueName: "fingerprint"))
    var pin: String?

    @Option(help: ArgumentHelp("File with the certificate authority of the server, as PEM.", valueName: "file"))
    var caFile: String?

    @Flag(help: "Send tokens unencrypted to another machine.")
    var allowPlainHttp = false

    @Flag(help: "Save even what could not be proven.")
    var unproven = false

    @Option(
        help: ArgumentHelp("File with settings (default: ~/.config/foghorn/config.yaml).", valueName: "file")
    )
    var config: String?

    func validate() throws {
        guard Profiles.isName(name) else {
            throw ValidationError("a server's name is made of letters, digits, '.', '_' and '-', not \"\(name)\"")
        }
    }

    func run() async throws {
        let folder = ConfigFolder(file: config, environment: ProcessInfo.processInfo.environment)
        guard let path = folder.savedFile(of: name) else {
            throw UsageError("there is no home to save the server in", hint: "set HOME or XDG_CONFIG_HOME")
        }
        let isPersonThere = OperatorQuestion.isPersonThere
        let interview = LoginInterview(output: .error)
        var entry = try Profiles.read(folder)[name]?.entry ?? ServerEntry()
        for key in ServerKey.login.union([.apiToken]) { entry.values[key] = nil }
        try describe(&entry, isPersonThere ? interview : nil)
        // Before anything is asked or sent.
        _ = try ServerSettings(entry)
        let given = isPersonThere ? nil : try Self.piped()
        let attempt = LoginAttempt(name: name, interview: isPersonThere ? interview : nil)
        let isNew = try await attempt.look(&entry)
        if isNew == nil, !isPersonThere, !unproven { throw ExitCode.unreachable }
        let login = try given ?? interview.credentials(isNew: isNew == true)
        let isProven = isNew == nil ? false : try await attempt.prove(entry.overlaid(by: login))
        try save(entry.overlaid(by: login), to: path, isProven: isProven, isPersonThere ? interview : nil)
    }

    /// Settles what flags and the person say of the server itself.
    private func describe(_ entry: inout ServerEntry, _ interview: LoginInterview?) throws(UsageError) {
        let flags: [ServerKey: String?] = [
            .url: url, .pin: pin, .caFile: caFile, .allowPlainHTTP: allowPlainHttp ? "true" : nil,
        ]
        for (key, text) in flags {
            if let text { entry.values[key] = .init(text, at: "a flag of foghorn login") }
        }
        if url == nil, let interview {
            let answer = try interview.line("Address of the server, as in https://fog.example.org", usual: entry[.url])
            entry.values[.url] = .init(answer, at: "what was typed")
        }
        guard entry[.url] != nil else {
            throw UsageError("the server's address is missing", hint: "add --url https://…")
        }
    }

    /// Reads a login from the input.
    private static func piped() throws(UsageError) -> ServerEntry {
        var text = ""
        while let line = readLine(strippingNewline: false) { text += line }
        let file = try SettingsFile(text, path: "the input", mode: 0o600)
        var entry = try EntryReader(file: file).entry(file.root, allowed: ServerKey.credentials)
        guard !entry.values.isEmpty else {
            throw UsageError(
                "login asks for tokens, and nobody is there to answer",
                hint: "run it at a terminal, or hand it lines such as 'api_token: …' and 'user_token: …'"
            )
        }
        for key in [ServerKey.apiToken, .userToken, .bearerToken] {
            if let text = entry[key] { entry.values[key]?.text = text.filter { !$0.isWhitespace } }
        }
        return entry
    }

    private func save(
        _ entry: ServerEntry,
        to path: String,
        isProven: Bool,
        _ interview: LoginInterview?
    ) throws {
        if !isProven, !unproven {
            guard let interview, try interview.agrees("Save it all the same?") else {
                OutputFile.error.write("foghorn: nothing was saved\n")
                throw ExitCode.unreachable
            }
        }
        try SavedServer.write(entry, to: path)
        OutputFile.standard.show("saved in \(path); try: foghorn doctor \(name)")
    }
}
