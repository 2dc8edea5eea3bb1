import Foundation
import Glibc

/// Saves what `foghorn login` has found out in a file of its own, so that no file of a person is ever rewritten.
package enum SavedServer {
    /// Writes the file as a whole or not at all, readable by its owner only.
    ///
    /// - Parameters:
    ///   - entry: what is set of the server.
    ///   - path: file to write; its folder is made where it is missing.
    /// - Throws: ``UsageError`` where it cannot be written.
    package static func write(_ entry: ServerEntry, to path: String) throws(UsageError) {
        // Nobody else may read it at any instant, not even while it is being written.
        let old = umask(0o077)
        defer { umask(old) }
        let url = URL(fileURLWithPath: path)
        do {
            let files = FileManager.default
            try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text(entry).utf8).write(to: url, options: .atomic)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw UsageError(
                "cannot write \(path)",
                hint: "see that its folder can be written, or set XDG_CONFIG_HOME"
            )
        }
    }

    /// File's text: a line for each key in their usual order.
    static func text(_ entry: ServerEntry) -> String {
        var text = "# Written by 'foghorn login', which replaces this file.\n"
        var isInTimeouts = false
        for key in ServerKey.allCases {
            guard let value = entry[key] else { continue }
            if let name = key.timeoutName {
                if !isInTimeouts { text += "timeouts:\n" }
                isInTimeouts = true
                text += "  \(name): \(quoted(value))\n"
            } else {
                text += "\(key.rawValue): \(quoted(value))\n"
            }
        }
        return text
    }

    /// Writes a text in YAML's double quotes.
    ///
    /// Origin: YAML 1.2.2, section 5.7.
    private static func quoted(_ text: String) -> String {
        let inner = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + inner.joined() + "\""
    }
}

extension ServerKey {
    /// Name below `timeouts`; nil for other keys.
    fileprivate var timeoutName: Substring? {
        rawValue.hasPrefix("timeouts.") ? rawValue.dropFirst("timeouts.".count) : nil
    }
}
