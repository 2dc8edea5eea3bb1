import Foundation
import Glibc
import Synchronization

/// A file to which several runs add lines at the same time, and which is put aside when it is full.
///
/// The full file becomes `NAME.1`, the one before it `NAME.2`, and so on; the oldest goes.
package final class RotatingFile: Sendable {
    private struct State {
        var handle: FileHandle
        /// Number by which the file system knows the open file.
        var number: Int
    }

    private let path: String
    private let limit: UInt64
    private let kept: Int
    private let state: Mutex<State>

    /// Opens a file, made where it is missing and then readable by its owner only.
    ///
    /// - Parameters:
    ///   - path: file; its folder is made where it is missing.
    ///   - limit: size in bytes above which it is put aside.
    ///   - kept: how many full files are kept, 1 or more.
    /// - Throws: where the file cannot be made or opened.
    package init(_ path: String, limit: UInt64 = 10 << 20, kept: Int = 5) throws {
        self.path = path
        self.limit = limit
        self.kept = kept
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        state = Mutex(try Self.open(path))
    }

    /// Adds a text whole; one that cannot be written is lost.
    package func write(_ text: String) {
        state.withLock { state in
            guard (try? lock(&state)) != nil else { return }
            // Closing lets go as well: a file that was put aside is closed at once.
            defer { flock(state.handle.fileDescriptor, LOCK_UN) }
            guard let size = try? state.handle.seekToEnd() else { return }
            if size >= limit { try? turn(&state) }
            try? state.handle.write(contentsOf: Data(text.utf8))
        }
    }

    /// Locks the file that has the name now: another run may have put the open one aside.
    private func lock(_ state: inout State) throws {
        while true {
            guard flock(state.handle.fileDescriptor, LOCK_EX) == 0 else { throw CocoaError(.fileLocking) }
            if Self.number(path) == state.number { return }
            try? state.handle.close()
            state = try Self.open(path)
        }
    }

    /// Puts the locked file aside and begins another, which is locked as well.
    private func turn(_ state: inout State) throws {
        let files = FileManager.default
        try? files.removeItem(atPath: "\(path).\(kept)")
        for number in stride(from: kept - 1, to: 0, by: -1) {
            try? files.moveItem(atPath: "\(path).\(number)", toPath: "\(path).\(number + 1)")
        }
        try files.moveItem(atPath: path, toPath: path + ".1")
        try? state.handle.close()
        state = try Self.open(path)
        try lock(&state)
        _ = try state.handle.seekToEnd()
    }

    private static func open(_ path: String) throws -> State {
        while true {
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            }
            let before = number(path)
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            // Between the two looks another run may have put it aside.
            if let before, before == number(path) { return State(handle: handle, number: before) }
            try? handle.close()
        }
    }

    private static func number(_ path: String) -> Int? {
        // What is no plain file has no number that changes: a device is never put aside.
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
    }
}
