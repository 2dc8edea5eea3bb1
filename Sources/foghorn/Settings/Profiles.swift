import FogModel
import Foundation
import Yams

/// Servers by name, as the files of settings describe them.
package struct Profiles: Sendable {
    /// One server.
    package struct Profile: Sendable {
        /// Name, as in `--server NAME`.
        package var name: String
        /// What is set.
        package var entry: ServerEntry
        /// Files that describe it.
        package var files: [String]
    }

    /// Servers by name in the order of their names.
    package private(set) var all: [Profile] = []
    /// Name of the server to use where none is named; nil where no file says.
    package private(set) var defaultName: String?

    /// Whether a word can be the name of a server: letters, digits, `.`, `_`, `-`; 1 to 64 of them.
    package static func isName(_ word: String) -> Bool {
        (1...64).contains(word.utf8.count) && !word.hasPrefix(".") && !word.hasPrefix("-")
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "._-".utf8.contains(byte)
                }
            }
    }

    /// Reads all files; what `foghorn login` saved lies over what people wrote.
    ///
    /// - Throws: ``UsageError`` where a file cannot be read, holds an unknown key, or shows secrets to others.
    package static func read(_ folder: ConfigFolder) throws(UsageError) -> Profiles {
        var profiles = Profiles()
        if folder.isNamed || FileManager.default.fileExists(atPath: folder.configFile) {
            try profiles.take(SettingsFile(reading: folder.configFile))
        }
        for path in savedFiles(folder) {
            let name = String((path as NSString).lastPathComponent.dropLast(".yaml".count))
            let file = try SettingsFile(reading: path)
            try file.checkOwner()
            profiles.add(name, try EntryReader(file: file).entry(file.root), path)
        }
        profiles.all.sort { $0.name < $1.name }
        if let name = profiles.defaultName, profiles[name] == nil {
            throw UsageError(
                "\(folder.configFile): default_server is \(name), and no server has that name",
                hint: profiles.knownNames
            )
        }
        return profiles
    }

    /// Server by name; nil for none.
    package subscript(name: String) -> Profile? { all.first { $0.name == name } }

    /// Says which servers there are.
    package var knownNames: String {
        all.isEmpty
            ? "none is described yet: run foghorn login NAME" : "known are " + all.map(\.name).joined(separator: ", ")
    }

    private mutating func take(_ file: SettingsFile) throws(UsageError) {
        let reader = EntryReader(file: file)
        for (key, value) in file.root {
            switch key.string {
            case "default_server":
                guard let name = value.string else { throw UsageError("\(file.place(of: key)) names no server") }
                defaultName = name
            case "servers":
                for (key, value) in try reader.mapping(value, of: key) {
                    let name = key.string ?? ""
                    guard Self.isName(name) else {
                        throw UsageError(
                            "\(file.place(of: key)): \"\(name)\" cannot be the name of a server",
                            hint: "a name is made of letters, digits, '.', '_' and '-'"
                        )
                    }
                    add(name, try reader.entry(try reader.mapping(value, of: key)), file.path)
                }
            case LimitFile.key: break  // read where a script runs
            case let name:
                throw reader.unknown(key, name ?? "", among: ["servers", "default_server", LimitFile.key])
            }
        }
    }

    private mutating func add(_ name: String, _ entry: ServerEntry, _ path: String) {
        guard let place = all.firstIndex(where: { $0.name == name }) else {
            return all.append(Profile(name: name, entry: entry, files: [path]))
        }
        all[place].entry = all[place].entry.overlaid(by: entry)
        all[place].files.append(path)
    }

    private static func savedFiles(_ folder: ConfigFolder) -> [String] {
        // A folder that is missing holds no files.
        guard let path = folder.serversFolder, let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return [] }
        return names.filter { $0.hasSuffix(".yaml") && isName(String($0.dropLast(".yaml".count))) }.sorted()
            .map { "\(path)/\($0)" }
    }
}
