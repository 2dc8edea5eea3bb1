import FogModel
package import FogSession
import Foundation

/// Reads a script from a file.
package enum ScriptFile {
    /// Longest script that is read, in bytes.
    package static let maximumSize: Int = 1 << 20

    /// Reads a file.
    ///
    /// - Parameter path: path as the user wrote it; errors and tracebacks give it so.
    /// - Returns: text and name, with the modules that it requires; a first line that begins with `#` is kept, since Lua
    ///   skips it.
    /// - Throws: ``UsageError`` where there is no such file, or it holds no text.
    package static func read(_ path: String) throws(UsageError) -> ScriptSource {
        guard FileManager.default.fileExists(atPath: path) else {
            throw UsageError("there is no file \(path)", hint: nearby(path))
        }
        let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        if kind == .typeDirectory { throw UsageError("\(path) is a folder, not a script") }
        guard let handle = FileHandle(forReadingAtPath: path),
            let bytes = try? handle.read(upToCount: maximumSize + 1)
        else {
            if FileManager.default.isReadableFile(atPath: path) { return ScriptSource(name: path, text: "") }
            throw UsageError("\(path) cannot be read", hint: "check who may read it: ls -l \(path)")
        }
        if bytes.count > maximumSize {
            throw UsageError("\(path) is larger than \(maximumSize >> 20) MiB: is it a script?")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UsageError(
                "\(path) holds no text in UTF-8",
                hint: "compiled Lua is not run; save the script as UTF-8"
            )
        }
        return ModuleFiles(of: path).completed(ScriptSource(name: path, text: text))
    }

    private static func nearby(_ path: String) -> String? {
        let url = URL(fileURLWithPath: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
        return Suggestion.hint(for: url.lastPathComponent, among: names.sorted())
    }
}
