import Foundation
import Testing

/// `foghorn help` and `foghorn dump-api`.
@Suite struct HelpTests {
    @Test func `Shows what scripts can use, and one thing of it`() async throws {
        let contents = try await Program.run(["help", "lua"])
        let page = try await Program.run(["help", "lua", "host:deploy"])

        #expect(contents.code == 0)
        #expect(contents.output.contains("fog.host_cancel_tasks") && contents.output.contains("table_view"))
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("fog.deploy(hosts[, options])\nHost:deploy([options])\n"))
        #expect(page.output.contains("\nExample\n  for _, result in ipairs("))
    }

    @Test(arguments: [
        (
            ["help", "lua", "fog.tsk"],
            "nothing that scripts can use is named \"fog.tsk\"\nhint: did you mean \"fog.task\"?"
        ),
        (["help", "rnu"], "no help on \"rnu\"\nhint: there is help on run, "),
        (["rnu", "x.lua"], "no command named \"rnu\"\nhint: did you mean \"run\"?"),
        (["dump-api"], "dump-api takes one of --json, --markdown and --stubs FOLDER"),
        (["dump-api", "--stubs", "/proc/none"], "cannot write stubs to /proc/none: "),
    ])
    func `Says what there is no help on`(arguments: [String], message: String) async throws {
        let run = try await Program.run(arguments)

        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("foghorn: " + message), "\(run)")
    }

    @Test func `Shows a command's help, and Foghorn's own`() async throws {
        let command = try await Program.run(["help", "run"])
        let own = try await Program.run(["help"])

        #expect(command.code == 0 && command.output.contains("USAGE: foghorn run"), "\(command)")
        #expect(own.code == 0 && own.output.contains("help lua"), "\(own)")
    }

    @Test func `Dumps everything as JSON, and writes stubs`() async throws {
        let home = try Home()
        defer { home.remove() }

        let dump = try await Program.run(["dump-api", "--json"])
        let stubs = try await Program.run(["dump-api", "--stubs", home.path + "/meta"])

        let object = try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? Int == 1)
        #expect((object?["modules"] as? [Any])?.count == 9)
        #expect(stubs.output.hasSuffix(" files in \(home.path)/meta\n"))
        for (name, line) in [("fog", "function fog.deploy(hosts, options) end"), ("Host", "function Host:task(")] {
            let text = try String(contentsOfFile: home.path + "/meta/\(name).lua", encoding: .utf8)
            #expect(text.contains(line), "\(name)")
        }
    }
}
