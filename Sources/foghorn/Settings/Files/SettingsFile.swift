import Foundation
import Yams

/// A file of settings in YAML, with the line of each key.
struct SettingsFile {
    let path: String
    let root: Node.Mapping
    /// Whether somebody but the owner may read or write it.
    let mode: Int

    /// Reads a file.
    ///
    /// - Throws: ``UsageError`` where it cannot be read or is no YAML.
    init(reading path: String) throws(UsageError) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let bytes = FileManager.default.contents(atPath: path)
        else {
            throw UsageError("cannot read \(path)")
        }
        let mode = (attributes[.posixPermissions] as? Int) ?? 0o777
        try self.init(String(decoding: bytes, as: UTF8.self), path: path, mode: mode)
    }

    /// Reads a text, as a file or a command gives it.
    init(_ text: String, path: String, mode: Int) throws(UsageError) {
        self.path = path
        self.mode = mode
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw UsageError("\(path) is no YAML: \(Self.problem(error))", hint: "write NAME: VALUE on each line")
        }
        switch node {
        case nil: root = Node.Mapping([])
        case .mapping(let mapping): root = mapping
        case .scalar(let scalar) where scalar.string.isEmpty: root = Node.Mapping([])
        default: throw UsageError("\(path) holds no settings", hint: "write NAME: VALUE on each line")
        }
    }

    /// Place of a key for people.
    func place(of key: Node) -> String {
        key.mark.map { "\(path) line \($0.line)" } ?? path
    }

    /// Refuses a file that anybody but its owner may read or write.
    func checkOwner() throws(UsageError) {
        guard mode & 0o077 != 0 else { return }
        throw UsageError(
            "\(path) holds secrets and can be read by others (mode \(String(mode, radix: 8)))",
            hint: "run: chmod 600 \(path)"
        )
    }

    /// What a parser found wrong, without the text around it, which may be a secret.
    private static func problem(_ error: any Error) -> String {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            "\(problem) in line \(mark.line)"
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            "\(keys.joined(separator: ", ")) stands twice, in line \(context.mark.line)"
        default: "it cannot be read as text"
        }
    }
}
