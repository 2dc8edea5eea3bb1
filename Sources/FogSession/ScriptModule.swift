/// A module of a script's own package, as it was read before the script ran.
package struct ScriptModule: Hashable, Codable, Sendable {
    /// Name by which it is required, as in `lab.names`.
    package var name: String
    /// File's path for errors and tracebacks, as in `workflows/lab/names.lua`.
    package var file: String
    /// Lua text in UTF-8.
    package var text: String

    /// Most modules of one script.
    package static let countLimit: Int = 64
    /// Most bytes of all modules of one script together.
    package static let totalLimit: Int = 1 << 20

    /// Makes a module.
    package init(name: String, file: String, text: String) {
        self.name = name
        self.file = file
        self.text = text
    }

    /// Says why a word cannot name a module.
    ///
    /// A name never is a path: it has neither slashes nor empty parts, so that none leads out of the package's folder.
    ///
    /// - Returns: as in `a module is named by name, not by path`; nil where it can be a name.
    package static func fault(inName name: String) -> String? {
        if name.utf8.count > 200 { return "a module's name has at most 200 bytes" }
        if name.utf8.contains(where: { "/\\".utf8.contains($0) }) || name.hasSuffix(".lua") || name.hasPrefix(".") {
            return "a module is required by name, not by path: \"lab.names\" is lab/names.lua beside the script"
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy(isLetter) }
        if !isPlain || parts.contains(where: { $0.hasPrefix("-") }) {
            return "a module's name is made of letters, digits, \"_\" and \"-\", with dots between folders"
        }
        return parts.count > 8 ? "a module's name has at most 8 parts" : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
