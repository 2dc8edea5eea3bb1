/// What a run of a script may use, each limit declared once.
///
/// From here come the flag `--set-limit`, the keys of the configuration file, the table of `--show-limits` and the words of
/// errors. A script can neither read nor set them.
package enum ScriptLimit: String, CaseIterable, Sendable {
    case memory
    case source
    case step = "cpu"
    case processor = "cpu-total"
    case time
    case jobs
    case coroutines
    case operations
    case print
    case log
    case artifacts
    case artifactSize = "artifact-size"

    /// Name by which people set it, as in `--set-limit memory=512`.
    package var name: String { rawValue }

    /// What is counted.
    package var unit: LimitUnit {
        switch self {
        case .memory, .print, .artifactSize: .mebibytes
        case .source: .kibibytes
        case .step, .processor, .time: .seconds
        case .jobs: .jobs
        case .coroutines: .coroutines
        case .operations: .perSecond
        case .log: .lines
        case .artifacts: .files
        }
    }

    /// Value where nobody sets one, in units; they suit a roll-out of some thousand hosts.
    package var fallback: Int {
        switch self {
        case .memory: 256
        case .source: 64
        case .step: 10
        case .processor: 3600
        // An imaging run lasts as long as its hosts take: 0 is no limit.
        case .time: 0
        case .jobs: 20_000
        case .coroutines: 20_000
        case .operations: 200
        case .print: 16
        case .log: 100_000
        case .artifacts: 1000
        case .artifactSize: 64
        }
    }

    /// Values that can be set, in units.
    package var range: ClosedRange<Int> {
        switch self {
        case .memory: 1...65_536
        // Lua 5.4.4 overflows the C stack while it words an error about a chain of some 400,000 fields.
        case .source: 1...256
        case .step: 1...86_400
        case .processor: 1...604_800
        case .time: 0...31_622_400
        case .jobs: 1...100_000
        case .coroutines: 1...1_000_000
        case .operations: 1...100_000
        // A worker that says more than 256 MiB at once is taken for a broken one.
        case .print: 1...100
        case .log: 1...10_000_000
        case .artifacts: 1...100_000
        // Who writes the files takes no more.
        case .artifactSize: 1...(Artifact.totalLimit >> 20)
        }
    }

    /// What it holds back, in a few words.
    package var meaning: String {
        switch self {
        case .memory: "memory that the script holds"
        case .source: "length of the script, and of each module of its own"
        case .step: "computing between two calls of fog.*"
        case .processor: "computing in all"
        case .time: "the whole run, by the clock of the run"
        case .jobs: "jobs of flow at once, and so operations under way"
        case .coroutines: "coroutines that the script has made and holds"
        case .operations: "requests of fog.*; where there are more they wait their turn"
        case .print: "what print writes, and log with it"
        case .log: "calls of print and log"
        case .artifacts: "artifacts"
        case .artifactSize: "all artifacts together"
        }
    }

    /// Words for a run that has reached this limit.
    ///
    /// - Parameter value: limit that held, in base units.
    /// - Returns: one line that ends with the way to set it higher.
    package func words(reached value: Int) -> String {
        let way =
            value < range.upperBound * unit.size
            ? "--set-limit \(name)=N sets it higher, up to \(range.upperBound)" : "it cannot be set higher"
        return "limit \(name) reached: \(meaning), at most \(words(for: value)); \(way)"
    }

    /// Words a value of this limit, in base units, as in `8 MiB`.
    package func words(for value: Int) -> String {
        value == 0 ? "none" : unit.words(value)
    }
}
