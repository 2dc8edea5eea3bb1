import FogSession
import Foundation
import Testing
import foghorn

/// Modules of a script's own package, from files to the session.
struct ModuleFileTests {
    private func run(_ files: [String: String], links: [String: String] = [:]) async throws -> Program.Outcome {
        let home = try Home()
        defer { home.remove() }
        try home.write("outside.lua", "return 'outside'")
        for (name, text) in files { try home.write("package/" + name, text) }
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: home.path + "/package/" + name,
                withDestinationPath: target
            )
        }
        return try await Program.run(["run", home.path + "/package/main.lua", "--sim"])
    }

    @Test func `Finds modules beside the script, and what they require`() async throws {
        let run = try await run([
            "main.lua": "print(require('lab.names').first)",
            "lab/names.lua": "return { first = require('lab.deep.er') }",
            "lab/deep/er.lua": "return 'found'",
        ])
        #expect(run.code == 0, "\(run)")
        #expect(run.output == "found\n", "\(run)")
    }

    @Test func `Shows the line of the module that failed`() async throws {
        let run = try await run(["main.lua": "require 'm'", "m.lua": "local a\nerror('boom')"])
        #expect(run.code == 1)
        #expect(run.errors.contains("m.lua:2: boom"), "\(run)")
    }

    @Test func `Follows links inside the package, and none that lead out`() async throws {
        let inside = try await run(
            ["main.lua": "print(require 'link')", "real.lua": "return 'real'"],
            links: ["link.lua": "real.lua"]
        )
        let out = try await run(["main.lua": "print(require 'link')"], links: ["link.lua": "../outside.lua"])
        let folder = try await run(["main.lua": "print(require 'up.outside')"], links: ["up": ".."])
        #expect(inside.output == "real\n", "\(inside)")
        for run in [out, folder] {
            #expect(run.code == 1 && run.output == "", "\(run)")
            #expect(run.errors.contains("is a link that leads out of the script's folder"), "\(run)")
        }
    }

    @Test(arguments: [
        ("require '../outside'", "required by name, not by path"), ("require 'folder'", "is no plain file"),
        ("require 'bytes'", "bytes.lua holds compiled Lua"), ("require 'nmaes'", "did you mean \"names\"?"),
        ("require 'nothing.at.all'", "there is no file"), ("require('na' .. 'mes')", "has to be written out"),
    ])
    func `Says why a module is not to be had`(text: String, message: String) async throws {
        let run = try await run([
            "main.lua": text, "folder.lua/x": "", "bytes.lua": "\u{1b}Lua", "names.lua": "return 1",
        ])
        #expect(run.code == 1, "\(run)")
        #expect(run.errors.contains(message), "\(run)")
    }

    @Test func `Wants no file for a name that stands in a comment`() async throws {
        let run = try await run(["main.lua": "-- require 'nothing'\nprint(1)"])
        #expect(run.code == 0, "\(run)")
    }

    @Test func `Asks for consent anew when a module has changed`() {
        let source = { (text: String, modules: [(String, String)]) in
            ScriptSource(
                name: "main.lua",
                text: text,
                modules: modules.map { ScriptModule(name: $0.0, file: $0.0 + ".lua", text: $0.1) }
            )
        }
        let sources = [
            source("a", []), source("b", []), source("a", [("m", "1")]), source("a", [("m", "2")]),
            source("a", [("n", "1")]), source("a", [("m", "1"), ("n", "1")]), source("b", [("m", "1")]),
        ]

        #expect(Set(sources.map { ConsentBook.fingerprint($0) }).count == sources.count)
        #expect(
            ConsentBook.fingerprint(source("a", [("n", "1"), ("m", "1")])) == ConsentBook.fingerprint(sources[5])
        )
    }
}
