import Foundation
import Glibc
import Yams

/// A file of settings in YAML, with the line of each key.
struct SettingsFile {
    let path: String
    let root: Node.Mapping
    /// Whether somebody but the owner may read or write it.
    let mode: Int

    /// Longest file that is read, in bytes.
    private static let limit = 1 << 20

    /// Reads a file.
    ///
    /// Its mode is asked of the open file, so that nobody can put another in its place between the two; a link is
    /// followed, as systemd's credentials are links.
    ///
    /// - Throws: ``UsageError`` where it cannot be read, is longer than 1 MiB or no YAML.
    init(reading path: String) throws(UsageError) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw UsageError("cannot read \(path)") }
        var status = stat()
        // SAFETY: fills the structure that it is given.
        guard unsafe fstat(file.fileDescriptor, &status) == 0, let bytes = try? file.read(upToCount: Self.limit + 1)
        else {
            throw UsageError("cannot read \(path)")
        }
        guard bytes.count <= Self.limit else { throw UsageError("\(path) is longer than 1 MiB") }
        try self.init(String(decoding: bytes, as: UTF8.self), path: path, mode: Int(status.st_mode & 0o777))
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

    /// Refuses a file that others can write: whoever can choose the server chooses where the tokens go.
    func checkWriters() throws(UsageError) {
        guard mode & 0o022 != 0 else { return }
        throw UsageError(
            "\(path) holds settings and can be written by others (mode \(String(mode, radix: 8)))",
            hint: "run: chmod go-w \(path)"
        )
    }

    /// Refuses a file that anybody but its owner may read or write.
    ///
    /// - Parameter readers: whether a group may read it, as one of systemd's credentials, whose folder is closed.
    /// - Throws: ``UsageError``.
    func checkOwner(readersAllowed readers: Bool = false) throws(UsageError) {
        guard mode & (readers ? 0o037 : 0o077) != 0 else { return }
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
