import FogScript
import Foundation
import LuaKit
import ScriptAPI
import Testing

/// Help, stubs and manual, which are rendered from the declarations.
@Suite struct ManualTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let manual = Manual.current

    @Test func `Has words for everything`() {
        var missing: [String] = []
        func check(_ name: String, _ text: String) {
            if text.isEmpty || text.hasPrefix("Options.") && !name.hasSuffix("Options") { missing.append(name) }
        }
        func check(_ function: FunctionSpec) {
            check(function.name, function.summary)
            for parameter in function.parameters {
                check("\(function.name) \(parameter.name)", parameter.help)
                for option in parameter.type.options { check("\(function.name) \(option.name)", option.help) }
            }
            for result in function.results { check("\(function.name) -> \(result.name)", result.help) }
        }
        func check(_ type: ClassSpec) {
            check(type.name, type.summary)
            for field in type.fields { check("\(type.name).\(field.name)", field.help) }
        }
        for function in manual.functions + manual.globals { check(function) }
        for type in manual.classes { check(type) }
        for module in manual.modules {
            check(module.name, module.summary)
            for function in module.functions { check(function) }
            for type in module.classes { check(type) }
        }

        #expect(missing == [])
    }

    @Test func `Knows every function of the standard library`() throws {
        for module in manual.modules {
            let text = try String(
                contentsOf: Self.root.appendingPathComponent("stdlib/\(module.name).lua"),
                encoding: .utf8
            )
            let written = text.split(separator: "\n").filter { line in
                line.hasPrefix("function \(module.name).") || line.contains(/^function [A-Z]\w*:[a-z]/)
            }
            #expect(module.functions.count == written.count, "\(module.name)")
            for function in module.functions { #expect(function.example != nil, "\(function.name)") }
        }
    }

    @Test func `Names only calls that there are to those who come from another client`() throws {
        let page = Self.root.appendingPathComponent("Sources/FogScript/FogScript.docc/FromFogApi.md")
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `") }
        let cells = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
        let known = Set((manual.functions + manual.modules.flatMap(\.functions)).map(\.name))
        let named = cells.flatMap { row in row[2].matches(of: /`([a-z_.]+)`/).map { String($0.1) } }
        let commands = cells.flatMap { row in row[1].matches(of: /`([A-Za-z0-9-]+)`/).map { String($0.1) } }

        #expect(named.filter { !known.contains($0) } == [])
        // FogApi has 61 commands; each is answered once.
        #expect(commands.count == 61)
        #expect(Set(commands).count == 61)
    }

    @Test func `Reads types with blanks in them`() throws {
        let flow = try #require(manual.modules.first { $0.name == "flow" })
        let each = try #require(flow.functions.first { $0.name == "flow.each" })

        #expect(each.parameters.map(\.name) == ["items", "options", "fn"])
        #expect(each.parameters[2].type.annotation == "fun(item: T): R")
        #expect(each.parameters[1].type.isOptional)
        #expect(each.parameters[1].type.options.map(\.name) == ["parallel", "is_failure"])
        #expect(each.results.first?.name == "results")
    }

    @Test(arguments: [
        ("fog.task", "fog.task(host, type[, options])"), ("host:task", "fog.task(host, type[, options])"),
        ("Host", "Host\n\n  A computer"), ("flow", "local flow = require(\"flow\")"), ("flow.each", "flow.each(items"),
        ("selector", "Selectors"), ("conflict", "Error \"conflict\""), ("duration", "Type of parameter"),
        ("deploy", "fog.deploy(hosts"), ("flow.Job:join", "flow.Job:join()"), ("HOSTS", "fog.hosts("),
        ("log.info", "log.info(...)"), ("Hosts", "Hosts\n\n  fog.hosts("),
    ])
    func `Shows the page of a name`(name: String, beginning: String) {
        let pages = manual.topics(named: name).map(ManualPage(manual, width: 80).page)

        #expect(pages.contains { $0.hasPrefix(beginning) }, "\(pages)")
    }

    @Test func `Names what was meant`() {
        #expect(manual.topics(named: "fog.tsak").isEmpty)
        #expect(manual.hint(for: "fog.tsak") == "did you mean \"fog.task\"?")
        #expect(manual.hint(for: "flow.eech") == "did you mean \"flow.each\"?")
    }

    @Test(arguments: [40, 60, 80, 120])
    func `Keeps to the width of the terminal`(width: Int) {
        let page = ManualPage(manual, width: width)
        let text =
            page.contents()
            + manual.topics.map { topic in
                if case .function = topic { return "" }
                return page.page(topic)
            }.joined()
        // A name that is wider than the terminal stands alone on its line.
        let wide = text.split(separator: "\n").filter { line in
            line.count > width && line.drop { $0 == " " }.contains(" ") && !line.contains("(")
        }

        #expect(wide == [])
    }

    @Test func `Has stubs and manual as they would be written now`() throws {
        let command =
            "write them with: foghorn dump-api --stubs stdlib/meta, "
            + "foghorn dump-api --markdown > Sources/FogScript/FogScript.docc/Manual.md"
        let stubs = Stubs(manual).files
        let folder = Self.root.appendingPathComponent("stdlib/meta")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == Set(stubs.keys), "\(command)")
        for (name, text) in stubs {
            let written = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(written == text, "\(name): \(command)")
        }
        let page = Self.root.appendingPathComponent("Sources/FogScript/FogScript.docc/Manual.md")
        #expect(try String(contentsOf: page, encoding: .utf8) == ManualMarkdown.text(manual), "\(command)")
    }

    @Test func `Is the same after it was written as JSON and read`() throws {
        let data = try JSONEncoder().encode(manual)

        #expect(try JSONDecoder().decode(Manual.self, from: data) == manual)
        #expect(manual.functions.count > 150)
    }

    @Test func `Writes stubs that are Lua`() throws {
        let machine = try LuaMachine(limits: LuaLimits(source: 1 << 20))
        for (name, text) in Stubs(manual).files {
            #expect(throws: Never.self, "\(name)") { _ = try machine.load(text, name: name) }
        }
    }
}
