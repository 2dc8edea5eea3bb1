import ArgumentParser
import FogModel
import FogSim
import FogSimServer
import Foundation

/// `foghorn sim`: serves the simulated FOG server.
struct SimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sim",
        abstract: "Serves a simulated FOG server on this machine.",
        discussion: """
            The server listens on 127.0.0.1 only. It prints its address and the tokens to use as lines for a shell, and \
            runs until it is interrupted. Its hosts boot, queue for a slot and image as real ones do.

            A dialect is a version of FOG: \(SimulatedSchool.dialects.joined(separator: ", ")).

            A quirk is something that a FOG server does and that nobody expects. Each dialect has its own; --quirk and \
            --no-quirk switch one, and may be given several times. The quirks:
            \(FogSim.Quirk.allCases.map(\.rawValue).joined(separator: ", ")).

            A fault is what goes wrong, then in any order what it concerns: a method, a path from /fog on in which * is \
            one part, p=SHARE of the requests, every=N, skip=N, limit=N, from=SECONDS and to=SECONDS of simulated time. \
            What goes wrong is one of crash, page:STATUS, redirect:URL, drop-request, drop-answer, cut:BYTES, hang, \
            hang-after, delay:SECONDS, warning.

              foghorn sim --dialect 1.6 --fault "drop-answer POST /fog/host/*/task p=0.2"
            """
    )

    @Option(help: "Port to listen on, 0 to 65535; 0 takes a free one.")
    var port = 0

    @Option(help: "Hosts of the simulated server, 1 to 10000.")
    var hosts = 30

    @Option(help: "Simulated seconds in a second, 0.1 to 100000.")
    var speed = 60.0

    @Option(help: "Seed; the same seed gives the same hosts and the same pace.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Version of FOG that it imitates.", valueName: "name"))
    var dialect = FogSim.Dialect.fog15php8.rawValue

    @Option(name: .customLong("quirk"), help: ArgumentHelp("Quirk that it has.", valueName: "name"))
    var quirks: [String] = []

    @Option(name: .customLong("no-quirk"), help: ArgumentHelp("Quirk that it has not.", valueName: "name"))
    var withoutQuirks: [String] = []

    @Option(name: .customLong("fault"), help: ArgumentHelp("What goes wrong, in quotes.", valueName: "rule"))
    var faults: [String] = []

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes 0 to 65535, not \(port)") }
        if !(1...10_000).contains(hosts) { throw ValidationError("--hosts takes 1 to 10000, not \(hosts)") }
        if !(0.1...100_000).contains(speed) { throw ValidationError("--speed takes 0.1 to 100000, not \(speed)") }
        _ = try lab()
    }

    func run() async throws {
        let lab = try lab()
        let sim = FogSim(configuration: lab, seed: seed, start: Date())
        let server = FogSimServer(sim, port: port, speed: speed, clock: ContinuousClock())
        let text = Self.greeting(lab, speed: speed)
        let serving = Task {
            try await server.run { address in
                OutputFile.standard.write("export FOGHORN_SERVER=\(address)\n" + text)
            }
        }
        let signals = SignalWatch { _ in serving.cancel() }
        defer { withExtendedLifetime(signals) {} }
        do {
            try await serving.value
        } catch let error as FogSimServerError {
            throw UsageError(error.message, hint: error.hint)
        }
    }

    /// Makes the lab that the flags ask for.
    private func lab() throws -> FogSim.Configuration {
        var lab = try SimulatedSchool.configuration(hosts: hosts, dialect: dialect, faults: faults, prefix: "--")
        for name in quirks { lab.quirks.insert(try Self.quirk(name, "--quirk")) }
        for name in withoutQuirks { lab.quirks.remove(try Self.quirk(name, "--no-quirk")) }
        return lab
    }

    private static func quirk(_ name: String, _ flag: String) throws -> FogSim.Quirk {
        guard let quirk = FogSim.Quirk(rawValue: name) else {
            let hint =
                Suggestion.hint(for: name, among: FogSim.Quirk.allCases.map(\.rawValue))
                ?? "'foghorn sim --help' lists them"
            throw ValidationError("\(flag): no quirk is called '\(name)'; \(hint)")
        }
        return quirk
    }

    private static func greeting(_ lab: FogSim.Configuration, speed: Double) -> String {
        """
        export FOGHORN_API_TOKEN=\(lab.access.apiToken)
        export FOGHORN_USER_TOKEN=\(lab.access.userToken)
        # A simulated FOG server (\(lab.dialect.rawValue)) with \(lab.hosts.count) hosts runs at \(speed) times real time.
        # Paste the three lines into another terminal and run a script there; stop the server with Ctrl-C.

        """
    }
}
