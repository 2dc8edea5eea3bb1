import ArgumentParser
import FogSim
import FogSimServer
import Foundation

/// `foghorn sim`: serves the simulated FOG server.
struct SimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sim",
        abstract: "Serves a simulated FOG 1.5 server on this machine.",
        discussion: """
            The server listens on 127.0.0.1 only. It prints its address and the tokens to use as lines for a shell, and \
            runs until it is interrupted. Its hosts boot, queue for a slot and image as real ones do.
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

    @Option(help: ArgumentHelp("How numbers are written: php8 as numbers, php7 as strings.", valueName: "php7|php8"))
    var typing = Typing.php8

    /// PHP whose way of writing numbers is imitated.
    enum Typing: String, ExpressibleByArgument, CaseIterable {
        case php7
        case php8
    }

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes 0 to 65535, not \(port)") }
        if !(1...10_000).contains(hosts) { throw ValidationError("--hosts takes 1 to 10000, not \(hosts)") }
        if !(0.1...100_000).contains(speed) { throw ValidationError("--speed takes 0.1 to 100000, not \(speed)") }
    }

    func run() async throws {
        let lab = FogSim.Configuration.lab(hosts: hosts, typing: typing == .php7 ? .php7 : .php8)
        let sim = FogSim(configuration: lab, seed: seed, start: Date())
        let server = FogSimServer(sim, port: port, speed: speed, clock: ContinuousClock())
        let text = Self.greeting(lab, hosts: hosts, speed: speed)
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

    private static func greeting(_ lab: FogSim.Configuration, hosts: Int, speed: Double) -> String {
        """
        export FOGHORN_API_TOKEN=\(lab.access.apiToken)
        export FOGHORN_USER_TOKEN=\(lab.access.userToken)
        # A simulated FOG 1.5 server with \(hosts) hosts runs at \(speed) times real time.
        # Paste the three lines into another terminal and run a script there; stop the server with Ctrl-C.

        """
    }
}
