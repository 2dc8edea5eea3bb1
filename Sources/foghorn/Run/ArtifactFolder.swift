import FogSession
import Foundation
import Synchronization

/// The folder in which a run's artifacts land; made with the first of them.
final class ArtifactFolder: Sendable {
    /// What became of an artifact.
    enum Outcome {
        /// It lies under that path.
        case written(String)
        /// It could not be written, and why.
        case refused(String)
    }

    private struct State {
        var budget = ArtifactBudget()
        var sizes: [String: Int] = [:]
        var faults: [String: String] = [:]
    }

    /// Path of the folder; nil where there is none to be had.
    private let path: String?
    private let state = Mutex(State())

    /// Settles on a folder.
    ///
    /// - Parameters:
    ///   - path: folder that was named; nil for one of the run's own.
    ///   - run: the run's own name, of letters, digits and `-`.
    ///   - environment: variables of the process.
    init(_ path: String?, run: String, environment: [String: String]) {
        self.path =
            path.map { FilePath.expanded($0, environment: environment) }
            ?? StateFolder.path(environment).map { $0 + "/runs/" + run }
    }

    /// Writes an artifact, under another name first, so that nobody reads half of it.
    func take(_ artifact: Artifact) -> Outcome {
        do throws(UsageError) {
            let file = try write(artifact)
            state.withLock { state in
                state.sizes[artifact.name] = artifact.text.utf8.count
                state.faults[artifact.name] = nil
            }
            return .written(file)
        } catch {
            state.withLock { $0.faults[artifact.name] = error.message }
            return .refused(error.message)
        }
    }

    /// Whether something could not be written.
    var hasFaults: Bool { state.withLock { !$0.faults.isEmpty } }

    /// Says where the artifacts are and what could not be written; nothing where there was none.
    var report: [String] {
        let (sizes, faults) = state.withLock { ($0.sizes, $0.faults) }
        var lines: [String] = []
        if let path, !sizes.isEmpty {
            lines.append("foghorn: \(sizes.count == 1 ? "an artifact" : "\(sizes.count) artifacts") in \(path)")
            lines += sizes.sorted { $0.key < $1.key }.map { "  \($0.key), \($0.value) bytes" }
        }
        return lines
            + faults.sorted { $0.key < $1.key }.map { "foghorn: artifact \"\($0.key)\" was not written: \($0.value)" }
    }

    private func write(_ artifact: Artifact) throws(UsageError) -> String {
        // The session has checked both; who writes files trusts no session.
        if let fault = Artifact.fault(inName: artifact.name) { throw UsageError(fault) }
        guard state.withLock({ $0.budget.take(artifact) }) else {
            throw UsageError("all artifacts of a run together hold at most \(Artifact.totalLimit >> 20) MiB")
        }
        guard let path else { throw UsageError("there is no home folder; name a folder with --artifacts DIR") }
        let file = path + "/" + artifact.name
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(artifact.text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            let reason = (error as NSError).localizedDescription
            throw UsageError("\(file) cannot be written (\(reason)); name another folder with --artifacts DIR")
        }
        return file
    }
}
