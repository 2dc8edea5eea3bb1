import FogSession
import Testing

/// Modules of a script's own package, as they are handed to a session.
struct OwnModuleTests {
    let stage = Stage()

    private func run(
        _ text: String,
        _ modules: [String: String],
        missing: [String: String] = [:]
    ) -> Result<ScriptValue, ScriptFailure> {
        let modules = modules.sorted { $0.key < $1.key }.map {
            ScriptModule(
                name: $0.key,
                file: $0.key.split(separator: ".").joined(separator: "/") + ".lua",
                text: $0.value
            )
        }
        let source = ScriptSource(name: "test.lua", text: text, modules: modules, missing: missing)
        stage.send(.run(source, SessionSettings()))
        do {
            return .success(try stage.proceed())
        } catch {
            return .failure(error as? ScriptFailure ?? ScriptFailure(.script, "\(error)"))
        }
    }

    private func failure(_ text: String, _ modules: [String: String], missing: [String: String] = [:]) -> String {
        switch run(text, modules, missing: missing) {
        case .success(let value): "gave \(value)"
        case .failure(let failure): failure.message
        }
    }

    @Test func `Loads a module once and gives what it returns`() {
        let value = run(
            """
            local a, b = require "lab.names", require "lab.names"
            a.count = a.count + 1
            return { a == b, b.count, require("word") }
            """,
            ["lab.names": "print('loaded', ...) return { count = 1 }", "word": "return 'w'"]
        )
        #expect(value == .success(.list([.boolean(true), .integer(2), .string("w")])))
        #expect(stage.printed == ["loaded\tlab.names"])
    }

    @Test func `Gives each module globals of its own`() {
        let modules = [
            "a": "pcall(rawset, _ENV, 'leak', 1) pcall(rawset, _ENV, 'print', nil) return { env = _ENV }",
            "b": "return { print = print, env = _ENV }",
        ]
        let text = """
            local a, b = require "a", require "b"
            return { b.print ~= nil, print ~= nil, a.env ~= b.env, a.env ~= _ENV, (pcall(function() return leak end)) }
            """
        #expect(
            run(text, modules)
                == .success(.list([true, true, true, true, false].map { .boolean($0) }))
        )
    }

    @Test(arguments: [
        ("local _ = count", "m.lua:1: global 'count' is not declared"),
        ("count = 1", "m.lua:1: global 'count' is not declared"),
        ("\n\nerror('boom')", "m.lua:3: boom"),
        ("for in", "m.lua:1: <name> expected near 'in'"),
        ("return nil", "test.lua:1: module \"m\" gives nothing; end m.lua with \"return\" and a table"),
        ("\u{1b}Lua", "m.lua holds compiled Lua, which is not run"),
        ("return require 'n'", "no module named \"n\""),
        ("return require 'm'", "modules require each other in a circle: m -> m"),
    ])
    func `Says what is wrong with a module and where`(text: String, message: String) {
        let words = failure("return require 'm'", ["m": text])
        #expect(words.contains(message), "\(words)")
    }

    @Test func `Names the circle in which modules require each other`() {
        let modules = ["a": "return require 'b'", "b": "return require 'c'", "c": "return require 'b'"]
        #expect(failure("return require 'a'", modules).contains("in a circle: b -> c -> b"))
    }

    @Test func `Lets a module that failed be required again`() {
        let text = "local ok, err = pcall(require, 'm') local again = pcall(require, 'm') return { ok, again }"
        #expect(run(text, ["m": "error('x')"]) == .success(.list([.boolean(false), .boolean(false)])))
    }

    @Test func `Keeps an error object of a module whole`() {
        let text = "local ok, err = pcall(require, 'm') return err.code"
        let value = run(text, ["m": "require('time').parse('nonsense')"])
        #expect(value == .success(.string("invalid_argument")))
    }

    @Test(arguments: [
        "/etc/passwd", "../secret", "..", ".", "", "lab/names", "lab.names.lua", "lab..names", ".lab", "lab.", "a\\b",
        "a\0b", "lab names", "lab.-x", "a.b.c.d.e.f.g.h.i", "!stdlib/check", "@m", "C:m", "é",
        String(repeating: "a", count: 100_000),
    ])
    func `Takes nothing but a name`(name: String) {
        let settings = SessionSettings(arguments: ["name": .string(name)])
        let text = """
            return workflow { summary = "x", parameters = { name = { type = "string", length = { 0, 200000 } } },
              run = function(args) return require(args.name) end }
            """
        let failure = #expect(throws: ScriptFailure.self) { try stage.run(text, settings) }
        let words = failure?.message ?? ""
        #expect(words.contains("no module named"), "\(words.prefix(300))")
        #expect(words.utf8.count < 400)
        #expect(ScriptModule.fault(inName: name) != nil)
    }

    @Test func `Says why a module was not handed in`() {
        let words = failure("require 'lab.nmes'", [:], missing: ["lab.nmes": "did you mean \"lab.names\"?"])
        #expect(words == "test.lua:1: no module named \"lab.nmes\"; did you mean \"lab.names\"?")
        #expect(failure("require('la' .. 'b')", [:]).contains("its name has to be written out"))
    }

    @Test func `Finds the names that a text requires`() {
        let text = """
            local a = require "a" local b = require'b' local c = require ( "c.d" ) -- require "e"
            local f = require(name) local g = prerequire "g" local h = required "h" require "a" require [[i]] require(("j"))
            require "
            """
        #expect(RequiredNames.find(in: text) == ["a", "b", "c.d", "e"])
    }
}
