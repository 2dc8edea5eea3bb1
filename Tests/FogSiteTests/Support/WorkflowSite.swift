import FogModel
import FogOperations
import FogSession
import FogSim
import Foundation
import Testing

/// A server on which the workflows of `scripts/workflows` are tried: one of three dialects, well or in trouble.
struct WorkflowSite: Sendable, CustomTestStringConvertible {
    var dialect: FogSim.Dialect
    /// Seed of a server that loses one answer in a hundred and fails at another; nil for one that does neither.
    var trouble: UInt64?

    /// Each dialect, without trouble and with that of three seeds.
    static let all: [WorkflowSite] = [FogSim.Dialect.fog15php7, .fog15php8, .fog16].flatMap { dialect in
        [nil, 1, 2, 3].map { WorkflowSite(dialect: dialect, trouble: $0) }
    }

    static let dialects: [WorkflowSite] = all.filter { $0.trouble == nil }

    var testDescription: String { trouble.map { "\(dialect.rawValue), trouble \($0)" } ?? dialect.rawValue }

    var isCalm: Bool { trouble == nil }

    /// Sets up the school.
    func site(_ change: (inout FogSim.Configuration) -> Void = { _ in }) -> SimulatedSite {
        var site = SimulatedSite(dialect: dialect) { configuration in
            if trouble != nil {
                configuration.faults = [
                    FogSim.FaultRule(.dropAnswer, probability: 0.01), FogSim.FaultRule(.crash, probability: 0.01),
                ]
            }
            change(&configuration)
        }
        site.seed = trouble ?? 1
        return site
    }

    /// Reads a workflow that comes with Foghorn.
    static func source(_ name: String) throws -> ScriptSource {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("scripts/workflows/\(name).lua")
        return ScriptSource(name: name + ".lua", text: try String(contentsOf: file, encoding: .utf8))
    }
}

extension SimulatedSite.Outcome {
    /// Gives the last line that begins with a name; empty where there is none.
    func line(of name: String) -> String {
        printed.last { $0.hasPrefix(name + " ") } ?? ""
    }

    /// Names of the hosts whose last line holds a word.
    func hosts(_ word: String) -> Set<String> {
        Set(sim.rows(of: "host").compactMap { $0["name"] }.filter { line(of: $0).contains(" \(word)") })
    }

    /// Names of the hosts that were imaged since the start.
    var imaged: Set<String> {
        Set(sim.rows(of: "host").filter { $0["deployed"] ?? "" > "2027-01-15 08:00:00" }.compactMap { $0["name"] })
    }

    /// Lines from the last that begins with some words.
    func lines(from words: String) -> [String] {
        guard let start = printed.lastIndex(where: { $0.hasPrefix(words) }) else { return [] }
        return Array(printed[start...])
    }
}
