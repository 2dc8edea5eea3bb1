import FogREPL
import FogSession
import Terminal

/// The end of a chunk behind the prompt.
struct JobEnd: Sendable {
    /// Number of the chunk.
    var job: Int
    /// What has become of it.
    var evaluation: Evaluation
}

/// Shows what a state tells beside its answers.
struct PromptReports: Sendable {
    private let front: any PromptFront
    private let artifacts: ArtifactFolder
    private let ends: AsyncStream<JobEnd>.Continuation

    /// Takes where it is shown.
    ///
    /// - Parameters:
    ///   - front: prompt's.
    ///   - artifacts: where files go.
    ///   - ends: told of chunks behind the prompt that have come to their end.
    init(_ front: any PromptFront, _ artifacts: ArtifactFolder, _ ends: AsyncStream<JobEnd>.Continuation) {
        self.front = front
        self.artifacts = artifacts
        self.ends = ends
    }

    /// Takes a report.
    func take(_ report: PromptReport) {
        switch report {
        case .opened: return
        case .output(let output): show(output)
        case .artifact(let artifact):
            switch artifacts.take(artifact) {
            case .written(let path): front.note(["artifact in " + TerminalText.oneLine(path)])
            case .refused(let why):
                front.note(["artifact \"\(TerminalText.oneLine(artifact.name))\" not written: \(why)"])
            }
        case .evaluated(let job, let evaluation): ends.yield(JobEnd(job: job, evaluation: evaluation))
        case .ended(let job, let failure):
            front.note(["[\(job)] " + (failure.map { "failed: " + TerminalText.oneLine($0.message) } ?? "has ended")])
        }
    }

    private func show(_ output: SessionOutput) {
        switch output.channel {
        case .print: front.show(printed: output.text)
        case .debug: return
        case .info: front.note([output.text])
        case .warning: front.note(["warning: " + output.text])
        case .error: front.note(["error: " + output.text])
        }
    }
}
