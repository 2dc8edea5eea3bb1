import Foundation
import Testing

/// The table of traps, held to the tests that it names.
@Suite struct TrapsTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Names of all tests of this target, and of scripts against the simulator.
    private static func tests() throws -> Set<String> {
        var names: Set<String> = []
        for folder in [root.appending(path: "Tests/FogAPITests"), root.appending(path: "Tests/FogSiteTests")] {
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            for file in files where file.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                for match in text.matches(of: /func `([^`]+)`/) { names.insert(String(match.1)) }
            }
        }
        return names
    }

    @Test func `Names only tests that are there, and one for each trap`() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "Sources/FogAPI/FogAPI.docc/Traps.md"),
            encoding: .utf8
        )
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Trap |") }
        let tests = try Self.tests()
        try #require(rows.count > 30)

        for row in rows {
            let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
            let named = (cells.last ?? "").matches(of: /`([^`]+)`/).map { String($0.1) }
            #expect(cells.count == 3 && !named.isEmpty, "\(row)")
            let missing = named.filter { !tests.contains($0) }
            #expect(missing.isEmpty)
        }
    }
}
