import ArgumentParser

/// Options of every command that works on a server.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Server to work on: a name that 'foghorn servers' lists, or an address.", valueName: "name")
    )
    var server: String?

    @Option(
        help: ArgumentHelp("File with settings (default: ~/.config/foghorn/config.yaml).", valueName: "file")
    )
    var config: String?

    @Option(help: ArgumentHelp("File with the certificate authority of the server, as PEM.", valueName: "file"))
    var caFile: String?

    @Flag(help: "Send tokens unencrypted to another machine.")
    var allowPlainHttp = false

    /// What the flags set of the server.
    var entry: ServerEntry {
        var entry = ServerEntry()
        if let caFile { entry.values[.caFile] = .init(caFile, at: "--ca-file") }
        if allowPlainHttp { entry.values[.allowPlainHTTP] = .init("true", at: "--allow-plain-http") }
        return entry
    }
}
