package import FoundationEssentials

/// Files that tests read: recordings of real servers, seeds of the simulator.
package enum Fixtures {
    /// How a server writes the integers of its database.
    package enum Typing: String, Sendable, CaseIterable {
        /// Numbers; PHP 8.1 and newer.
        case php8 = "1.5.9-php8"
        /// Strings; PHP 8.0 and older (imitated).
        case php7 = "1.5.9-php7-typing"
    }

    /// Folder `Tests/Fixtures`.
    package static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
    }

    /// Reads all recordings of a server, in the order in which they were made.
    package static func recordings(_ typing: Typing) throws -> [Recording] {
        let folder = folder.appending(path: "recordings/" + typing.rawValue)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") && $0 != "index.json" }
            .sorted()
            .map { file in
                let json = try OrderedJSON(bytes: Data(contentsOf: folder.appending(path: file)))
                return try Recording(name: String(file.dropLast(5)), json: json)
            }
    }

    /// Reads one recording by its number.
    ///
    /// - Throws: an error of the file system where there is none.
    package static func recording(_ number: Int, _ typing: Typing = .php8) throws -> Recording {
        guard let found = try recordings(typing).first(where: { $0.number == number }) else {
            throw OrderedJSONError(offset: 0, reason: "no recording \(number) of \(typing.rawValue)")
        }
        return found
    }

    /// Reads a JSON file of `Tests/Fixtures`.
    package static func json(_ path: String) throws -> OrderedJSON {
        try OrderedJSON(bytes: Data(contentsOf: folder.appending(path: path)))
    }
}
