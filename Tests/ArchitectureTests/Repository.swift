import Foundation
import Testing

/// The files of this repository, as they lie beside the tests.
enum Repository {
    /// A text file.
    struct File: Sendable {
        /// Path from the top of the repository.
        let path: String
        let text: String

        /// Lines of code without what follows `//`.
        var code: [Substring] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            }
        }
    }

    /// Folder that holds `Package.swift`.
    static var top: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Reads the files below folders that end in one of these letters.
    static func files(below folders: [String], endingIn endings: [String]) throws -> [File] {
        try folders.flatMap { folder in
            let all = try FileManager.default.subpathsOfDirectory(atPath: top.appending(path: folder).path)
            try #require(!all.isEmpty, "\(folder) has been read")
            return
                try all
                .map { folder + "/" + $0 }
                .filter { path in endings.contains { path.hasSuffix($0) } }
                .sorted()
                .map { File(path: $0, text: try String(contentsOf: top.appending(path: $0), encoding: .utf8)) }
        }
    }

    /// Names in a folder.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: top.appending(path: folder).path).sorted()
    }
}
