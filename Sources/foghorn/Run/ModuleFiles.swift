import FogModel
import FogScript
import FogSession
import Foundation

/// Reads the modules of a script's own package ahead, since a session has no files.
///
/// The package is the folder of the script's file: `lab.names` is `lab/names.lua` there, and nothing outside it is read.
struct ModuleFiles {
    /// Folder with all links followed.
    private let folder: String
    /// The same as people know it; empty for the folder that they are in.
    private let shownFolder: String

    /// Finds the package of a script.
    ///
    /// - Parameter path: script's path as the user wrote it; the folder is that of the file which a link leads to.
    init(of path: String) {
        let real = Self.real(path)
        folder = (real as NSString).deletingLastPathComponent
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        shownFolder = isLink ? folder : (path as NSString).deletingLastPathComponent
    }

    /// Adds to a script what it requires, and what that requires in turn.
    ///
    /// A file that cannot be had is no error here: only the script's run shows whether it is wanted.
    func completed(_ source: ScriptSource) -> ScriptSource {
        var source = source
        var wanted = RequiredNames.find(in: source.text)
        var room = ScriptModule.totalLimit
        var seen: Set<String> = []
        while let name = wanted.popLast() {
            guard ScriptModule.fault(inName: name) == nil, !LibraryModules.names.contains(name),
                seen.insert(name).inserted, seen.count <= ScriptModule.countLimit * 4
            else { continue }
            guard source.modules.count < ScriptModule.countLimit else {
                source.missing[name] = "a script has at most \(ScriptModule.countLimit) modules of its own"
                continue
            }
            do throws(Fault) {
                let module = try read(name, atMost: room)
                room -= module.text.utf8.count
                source.modules.append(module)
                wanted += RequiredNames.find(in: module.text)
            } catch {
                source.missing[name] = error.words
            }
        }
        source.modules.sort { $0.name < $1.name }
        return source
    }

    private struct Fault: Error {
        var words: String
    }

    private func read(_ name: String, atMost limit: Int) throws(Fault) -> ScriptModule {
        let place = name.split(separator: ".").joined(separator: "/") + ".lua"
        let path = folder + "/" + place
        let shown = shownFolder.isEmpty ? place : "\(shownFolder)/\(place)"
        guard FileManager.default.fileExists(atPath: path) else { throw Fault(words: absent(name, shown)) }
        let real = Self.real(path)
        try check(real, shown)
        // What a path leads to is asked before it is opened, since opening a pipe waits for its other end.
        let kind = (try? FileManager.default.attributesOfItem(atPath: real))?[.type] as? FileAttributeType
        guard kind == .typeRegular else { throw Fault(words: "\(shown) is no plain file") }
        guard let handle = FileHandle(forReadingAtPath: real) else { throw Fault(words: "\(shown) cannot be read") }
        if let opened = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/fd/\(handle.fileDescriptor)"
        ) {
            try check(opened, shown)
        }
        let bytes = (try? handle.read(upToCount: limit + 1)) ?? Data()
        guard bytes.count <= limit else {
            throw Fault(words: "all modules of a script together have at most \(ScriptModule.totalLimit >> 10) KiB")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(words: "\(shown) holds no text in UTF-8")
        }
        return ScriptModule(name: name, file: shown, text: text)
    }

    private func check(_ real: String, _ shown: String) throws(Fault) {
        guard !real.hasPrefix(folder == "/" ? "/" : folder + "/") else { return }
        throw Fault(words: "\(shown) is a link that leads out of the script's folder")
    }

    private func absent(_ name: String, _ shown: String) -> String {
        let parts = name.split(separator: ".")
        let inner = parts.dropLast().map { $0 + "/" }.joined()
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(inner)")) ?? []
        let prefix = parts.dropLast().map { $0 + "." }.joined()
        let names = files.filter { $0.hasSuffix(".lua") }.sorted().map { prefix + $0.dropLast(".lua".count) }
        return Suggestion.hint(for: name, among: names + LibraryModules.names) ?? "there is no file \(shown)"
    }

    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
