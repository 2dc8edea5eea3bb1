package import FogWorker
import Foundation

/// Tells once what the kernel lacks to wall a script in.
package struct WallNotice {
    private let missing: ProcessWalls
    private let file: String?

    /// Makes a notice.
    ///
    /// - Parameters:
    ///   - available: walls that the kernel has.
    ///   - folder: where Foghorn keeps what it has told; nil is nowhere, so that it tells each time.
    package init(available: ProcessWalls = .available, folder: String?) {
        missing = ProcessWalls.all.subtracting(available)
        file = folder.map { $0 + "/walls" }
    }

    /// Words it, unless the same has been said before.
    ///
    /// - Returns: nil where nothing is missing, or was said.
    package func take() -> String? {
        if missing.isEmpty { return nil }
        let names = missing.names.joined(separator: ", ")
        if let file {
            if (try? String(contentsOfFile: file, encoding: .utf8)) == names { return nil }
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? Data(names.utf8).write(to: URL(fileURLWithPath: file))
        }
        return "foghorn: this kernel has no \(names): scripts are less walled in; see 'foghorn doctor' (said once)"
    }
}
