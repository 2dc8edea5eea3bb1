import FogSession
import Foundation

/// Reads files that are handed in for parameters.
enum ParameterFile {
    /// Reads the file of a parameter.
    ///
    /// - Parameters:
    ///   - path: path as the user wrote it; `~/` is the home folder, where a shell has left it.
    ///   - parameter: what it is for.
    /// - Returns: name without folders, and the text.
    /// - Throws: ``UsageError`` naming the flag where there is no such file, it is too large, or it holds no text.
    static func read(_ path: String, for parameter: ParameterDescription) throws(UsageError) -> FileValue {
        let text = try text(path, parameter.flag, limit: ParameterKind.fileLimit)
        return FileValue(name: URL(fileURLWithPath: path).lastPathComponent, text: text)
    }

    /// Reads a text file, of at most a number of bytes.
    static func text(_ path: String, _ flag: String, limit: Int) throws(UsageError) -> String {
        let path = FilePath.expanded(path)
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { throw UsageError("\(flag): there is no file \(path)") }
        // A link is followed: /dev/stdin is one.
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let kind = (try? files.attributesOfItem(atPath: real))?[.type] as? FileAttributeType
        if kind == .typeDirectory { throw UsageError("\(flag): \(path) is a folder, not a file") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw UsageError("\(flag): \(path) cannot be read", hint: "check who may read it: ls -l \(path)")
        }
        let bytes: Data
        do { bytes = try readAll(handle, limit) } catch { throw UsageError("\(flag): \(path) cannot be read") }
        guard bytes.count <= limit else {
            let size = SizeText.text(limit)
            throw UsageError("\(flag): \(path) is larger than \(size)iB, which is the most that a parameter takes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UsageError("\(flag): \(path) holds no text in UTF-8", hint: "save it as UTF-8")
        }
        return text
    }

    /// Reads until the end or until one byte too many: a pipe gives its content piece by piece.
    private static func readAll(_ handle: FileHandle, _ limit: Int) throws -> Data {
        var bytes = Data()
        while bytes.count <= limit, let piece = try handle.read(upToCount: limit + 1 - bytes.count), !piece.isEmpty {
            bytes += piece
        }
        return bytes
    }
}
