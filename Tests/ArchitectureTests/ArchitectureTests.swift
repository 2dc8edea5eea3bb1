import Foundation
import Testing

/// Rules about the whole of the source, which no compiler checks.
@Suite struct ArchitectureTests {
    @Test func `Imports go only where the module table lets them`() throws {
        let folders = try Repository.names(in: "Sources")
        #expect(Set(folders).isSubset(of: ModuleTable.imports.keys), "each module has a row in the table")
        for file in try Repository.files(below: ["Sources", "stdlib"], endingIn: [".swift"]) {
            let parts = file.path.split(separator: "/")
            let module = parts[0] == "stdlib" ? "FogStdlib" : String(parts[1])
            let allowed = ModuleTable.imports[module, default: []].union(ModuleTable.everywhere)
            for name in Self.imports(of: file) {
                #expect(allowed.contains(name), "\(file.path) may not import \(name)")
            }
        }
    }

    /// Modules named by the import lines of a file.
    private static func imports(of file: Repository.File) -> [String] {
        file.code.compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count else { return nil }
            let isModifier = words[..<index].allSatisfy {
                $0.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains($0)
            }
            guard isModifier else { return nil }
            let kinds: Set<Substring> = ["class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
            let name = kinds.contains(words[index + 1]) && words.count > index + 2 ? words[index + 2] : words[index + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    @Test func `Unsafe code stays in LuaKit, but for lines that have a reason`() throws {
        for file in try Repository.files(below: ["Sources", "stdlib"], endingIn: [".swift"])
        where !file.path.hasPrefix("Sources/LuaKit/") {
            let lines = file.code.filter { $0.contains("unsafe") || $0.contains("@unchecked") }

            #expect(lines.count == ModuleTable.unsafeLines[file.path]?.count ?? 0, "\(file.path)")
        }
    }

    @Test func `C stays in the modules named for it`() throws {
        for file in try Repository.files(below: ["Sources"], endingIn: [".c", ".h"]) {
            #expect(file.path.split(separator: "/")[1].hasPrefix("C"), "\(file.path)")
        }
    }

    @Test func `No module reads the machine's clock or chance by itself`() throws {
        let words = [
            "ContinuousClock", "SuspendingClock", "Date()", "Date.now", "SystemRandomNumberGenerator", "Task.sleep",
            "clock_gettime", "UUID()", "usleep", "Thread.sleep",
        ]
        for file in try Repository.files(below: ["Sources", "stdlib"], endingIn: [".swift"])
        where !ModuleTable.clockReaders.contains(where: { file.path.hasPrefix($0) }) {
            for word in words {
                #expect(!file.code.contains { $0.contains(word) }, "\(file.path) uses \(word)")
            }
        }
    }

    /// What documents a module of Lua lies in its file, since help, stubs and manual are read from there: not counted.
    ///
    /// The manual and the stubs are written by the program (0017).
    @Test func `No file is longer than 500 lines`() throws {
        let endings = [".swift", ".c", ".h", ".lua", ".md"]
        for file in try Repository.files(below: ["Sources", "Tests", "stdlib", "scripts"], endingIn: endings)
        where !ModuleTable.rendered.contains(where: { file.path.hasPrefix($0) }) {
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false)
                .count { !(file.path.hasSuffix(".lua") && $0.hasPrefix("---")) }
            #expect(count <= 501, "\(file.path) has \(count) lines")
        }
    }

    @Test func `Code takes no shortcuts`() throws {
        let words = ["@testable", "@preconcurrency", "TODO", "FIXME", "fatalError("]
        for file in try Repository.files(below: ["Sources", "stdlib"], endingIn: [".swift", ".c", ".h"]) {
            for word in words {
                #expect(!file.text.contains(word), "\(file.path) holds \(word)")
            }
        }
    }

    @Test func `The top level holds what it should and no more`() throws {
        let names = try Repository.names(in: "").filter { !$0.hasPrefix(".") }
        let allowed: Set = ["Package.swift", "Package.resolved", "README.md", "Sources", "Tests", "scripts", "stdlib"]

        #expect(Set(names).isSubset(of: allowed))
    }
}
