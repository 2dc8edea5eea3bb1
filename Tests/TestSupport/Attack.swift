import FoundationEssentials

/// A script that tries to get out, to take too much or to run for ever, and how it may end.
package struct Attack: Sendable, Decodable, CustomStringConvertible {
    /// How a script ends.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        /// It returned.
        case finishes
        /// It raised an error of its own.
        case error
        /// Its memory was used up.
        case memoryStop = "memory_stop"
        /// Its time was used up.
        case timeStop = "time_stop"
    }

    /// Name, unique in all files.
    package var name: String
    /// What it tries.
    package var group: String
    /// Lua; may use `h.add(a, b)`, `h.len(s)`, `h.obj()` and `h.get(x)`, which waits and gives x back.
    package var script: String
    /// How it may end.
    package var allowed: [Outcome]
    /// Whether one text or table of it is doubled when it fills the memory already, so that it needs twice the limit.
    package var doubles: Bool?

    package var description: String { name }

    /// Reads all attacks, in the order of their files and in them.
    package static func all() throws -> [Attack] {
        let folder = Fixtures.folder.appending(path: "attacks")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { file in
            try JSONDecoder().decode([Attack].self, from: Data(contentsOf: folder.appending(path: file)))
        }
    }
}
