import Foundation

/// Where settings lie.
package struct ConfigFolder: Hashable, Sendable {
    /// File that people write.
    package let configFile: String
    /// Whether that file was named, so that it has to be there.
    package let isNamed: Bool
    /// Folder with a file for each server that `foghorn login` has saved; nil where there is no home.
    package let serversFolder: String?

    /// Finds the places.
    ///
    /// - Parameters:
    ///   - file: file that was named by a flag; nil for none.
    ///   - environment: variables of the process: `FOGHORN_CONFIG`, `XDG_CONFIG_HOME`, `HOME`.
    package init(file: String?, environment: [String: String]) {
        let set = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = set("XDG_CONFIG_HOME") ?? set("HOME").map { $0 + "/.config" }
        let named = file ?? set("FOGHORN_CONFIG")
        isNamed = named != nil
        configFile = named ?? (home ?? "/nonexistent") + "/foghorn/config.yaml"
        if let named {
            serversFolder = URL(fileURLWithPath: named).deletingLastPathComponent().path + "/servers"
        } else {
            serversFolder = home.map { $0 + "/foghorn/servers" }
        }
    }

    /// File for a server that is saved; nil where there is no home.
    package func savedFile(of name: String) -> String? { serversFolder.map { "\($0)/\(name).yaml" } }
}
