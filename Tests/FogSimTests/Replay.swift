import FogSim
import FoundationEssentials
import HTTPTypes
import TestSupport

/// Replay of all recordings of one server, in order, against one simulation.
///
/// Rows that a hand put into the real database between two calls, or calls that were not recorded, come from the files
/// of `Tests/Fixtures/seeds`: `NNN.json` is applied before recording NNN. They hold what the nearest answers show.
struct Replay {
    /// Recording with what is wrong with the simulation's answer; nothing where it is alike.
    struct Outcome: Sendable, CustomStringConvertible {
        let recording: Recording
        let differences: [String]

        var description: String {
            "\(recording.name): " + differences.prefix(6).joined(separator: "; ")
        }
    }

    let typing: Fixtures.Typing
    private let sim: FogSim

    /// Starts the server in the state in which its first recording found it.
    init(_ typing: Fixtures.Typing) throws {
        self.typing = typing
        sim = FogSim(configuration: Self.configuration(typing), seed: 1, start: Self.start)
        try apply("installation", of: .php8)
        // The server that answers in strings has the database which the other left behind.
        if typing == .php7 { _ = try replay(.php8) }
    }

    /// Replays all recordings.
    func run() throws -> [Outcome] { try replay(typing) }

    private func replay(_ series: Fixtures.Typing) throws -> [Outcome] {
        try Fixtures.recordings(series).map { recording in
            try apply(recording.number, of: series)
            let answer = try special(recording) ?? send(recording, to: sim)
            return Outcome(recording: recording, differences: Alike.differences(recording, answer))
        }
    }

    /// Time at which the recordings were made.
    private static let start = Date(timeIntervalSince1970: 1_795_386_519)

    private static func configuration(_ typing: Fixtures.Typing) -> FogSim.Configuration {
        var configuration = FogSim.Configuration()
        configuration.typing = typing == .php8 ? .php8 : .php7
        configuration.authority = typing == .php8 ? "127.0.0.1:8080" : "127.0.0.1:8082"
        configuration.unreachableNodes = ["127.0.0.2"]
        return configuration
    }

    private func apply(_ number: Int, of series: Fixtures.Typing) throws {
        let digits = String(number)
        try apply(String(repeating: "0", count: 3 - digits.count) + digits, of: series)
    }

    private func apply(_ name: String, of series: Fixtures.Typing) throws {
        let file = Fixtures.folder.appending(path: "seeds/\(series.rawValue)/\(name).json")
        guard let bytes = try? Data(contentsOf: file) else { return }
        guard sim.patch(Array(bytes)) else { throw OrderedJSONError(offset: 0, reason: "\(name).json is no seed") }
    }

    /// Answers the few recordings that were made with other settings of the server.
    private func special(_ recording: Recording) throws -> FogSim.Answer? {
        var configuration = Self.configuration(typing)
        switch recording.name {
        case "011-auth-basic-authorization-stripped": configuration.access.isBasicStripped = true
        case "013-auth-basic-wrong-password": configuration.access.password = "another"
        case "015-auth-user-api-disabled": configuration.access.isUserAllowed = false
        case "016-api-disabled-globally": configuration.access.isAPIEnabled = false
        default: return nil
        }
        return try send(recording, to: FogSim(configuration: configuration, seed: 1, start: Self.start))
    }

    private func send(_ recording: Recording, to sim: FogSim) throws -> FogSim.Answer {
        let access = FogSim.Access()
        let login = Data("\(access.userName):\(access.password)".utf8).base64EncodedString()
        let substitutes = [
            "<api-token>": access.apiToken, "<user-token>": access.userToken,
            "<api-token-stored>": "simulated-api-token", "<user-token-stored>": "simulated-user-token",
            "Basic <base64 user:password>": "Basic " + login,
        ]
        var fields = HTTPFields()
        for (name, value) in recording.request.headers { fields.set(name, substitutes[value] ?? value) }
        let request = HTTPRequest(
            method: HTTPRequest.Method(recording.request.method) ?? .get,
            scheme: "http",
            authority: "127.0.0.1:8080",
            path: recording.request.path,
            headerFields: fields
        )
        return sim.respond(to: request, body: Array((recording.request.body ?? "").utf8), at: .seconds(1))
    }
}
