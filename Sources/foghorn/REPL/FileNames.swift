import Foundation

/// Names of files for completion.
enum FileNames {
    /// Gives the files and folders whose path begins with what is written.
    ///
    /// - Parameters:
    ///   - path: what is written, with the home in the place of `~`.
    ///   - written: the same as it stands there.
    /// - Returns: paths as they are to stand there, folders with a slash; and whether the only one is a folder.
    static func candidates(for path: String, shownAs written: String) -> (paths: [String], isFolder: Bool) {
        let cut = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let folder = path[..<cut].isEmpty ? "." : String(path[..<cut])
        let start = String(path[cut...])
        let shownFolder = String(written.dropLast(start.count))
        let files = FileManager.default
        let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) && !$0.contains(" ") }
        let paths = names.sorted().map { name in
            let isFolder = (try? files.attributesOfItem(atPath: folder + "/" + name))?[.type] as? FileAttributeType
            return shownFolder + name + (isFolder == .typeDirectory ? "/" : "")
        }
        return (paths, paths.count == 1 && paths[0].hasSuffix("/"))
    }
}
