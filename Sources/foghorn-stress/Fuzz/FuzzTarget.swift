package import FoundationEssentials
import TestSupport

/// A parser of foreign bytes, with the corpus of inputs that found something out about it.
///
/// There is no manifest of packages yet; what a workflow says of itself takes its place.
package enum FuzzTarget: String, CaseIterable, Codable, Sendable {
    /// What a worker tells the broker: a stream of frames.
    case events
    /// What a worker is told: a stream of frames.
    case commands
    /// An answer of a server's, read in every way that FogAPI has.
    case answers
    /// Selectors, grants, times and the other short texts that people write.
    case texts
    /// JSON that a script reads.
    case json
    /// CSV that a script reads, FOG's own export among it.
    case csv
    /// A script that is only to be described.
    case workflow
    /// Patterns, formats and packed values: the library that is our own C.
    case strings

    /// Makes a way to give bytes to the parser, one input after another.
    ///
    /// - Returns: function that gives what should not have come of it, in words; nil where all is well.
    package func reader() -> @Sendable (_ bytes: [UInt8]) -> String? {
        switch self {
        case .events: FrameInput.events
        case .commands: FrameInput.commands
        case .answers: AnswerInput.read
        case .texts: TextInput.read
        case .json: ScriptInput(ScriptInput.json).read
        case .csv: ScriptInput(ScriptInput.csv).read
        case .workflow: WorkflowInput.read
        case .strings: StringsInput.read
        }
    }

    /// Folder of its corpus.
    package var folder: URL { Fixtures.folder.appending(path: "corpus/\(rawValue)") }

    /// Reads its corpus: names with inputs, in the order of the names.
    ///
    /// - Throws: an error of the file system.
    package func corpus() throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
        }
    }
}
