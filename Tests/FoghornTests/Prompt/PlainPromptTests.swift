import FogSim
import Foundation
import Testing
import foghorn

/// `foghorn repl` without a terminal to draw on.
@Suite struct PlainPromptTests {
    private func pipe(_ text: String, _ arguments: String = "--sim") async throws -> Program.Outcome {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("input", text)
        return try await Program(
            shell: "cd \(home.path); exec \"$FOGHORN\" repl \(arguments) < \(file)",
            environment: ["HOME": home.path]
        ).finish()
    }

    @Test func `Runs what is piped in, and prints values without a prompt`() async throws {
        let outcome = try await pipe("x = 2\nx + 3\nfor i = 1, 2 do\n  print(i)\nend\n\"ü\"\n")

        #expect(outcome.output == "5\n1\n2\n\"ü\"\n")
        #expect(outcome.errors == "")
        #expect(outcome.code == 0)
    }

    @Test func `Ends with the first input that fails`() async throws {
        let outcome = try await pipe("1\nfog.host(\"pc-999\")\n2\n")

        #expect(outcome.output == "1\n")
        #expect(outcome.errors.contains("no host named \"pc-999\""))
        #expect(outcome.code == 1)
    }

    @Test(arguments: [
        ("for i = 1, 2 do\n", "the input ends in the middle", 1), ("x = = 2\n", "  1 | x = = 2\n          ^", 1),
        (":nothing\n", "no command is named :nothing", 2), (":watch 1\n", ":watch needs a terminal", 2),
        (":csv\n", ":csv takes the FILE", 2), (":sim advance soon\n", "at most 30 days", 2),
        (":set rows many\n", "1 to 1000", 2), (":jobs now\n", ":jobs takes nothing", 2),
        ("?fog.hots\n", "fog.hosts", 2), (":columns name\n", "there is no value", 2),
        ("5\n:columns name\n", "no list of objects", 0),
        (":load nowhere.lua\n", "there is no file nowhere.lua", 2), (":save s.lua\n", "nothing to save", 2),
        (":stop x\n", "the number of a job", 2), (":permissions allow fly\n", "hint:", 2),
        (":run nowhere.lua --sim\n", "not for :run", 2), (":server nowhere\n", "no server is named nowhere", 2),
    ])
    func `Says what is wrong with an input`(input: String, words: String, code: Int32) async throws {
        let outcome = try await pipe(input)

        #expect(outcome.errors.contains(words), "\(outcome)")
        #expect(outcome.code == code)
    }

    @Test func `Runs the code of the command line and leaves`() async throws {
        let outcome = try await Program.run([
            "repl", "--sim", "-e", "x = 20", "-e", "x + 1", "-e", "error('no', 0)", "-e", "2",
        ])

        #expect(outcome.output == "21\n")
        #expect(outcome.errors == "error: no\n")
        #expect(outcome.code == 1)
    }

    @Test func `Jumps over the time that is waited for`() async throws {
        let outcome = try await pipe("fog.deploy(\"pc-001\")[1].verdict.outcome\n:time require(\"flow\").sleep(3600)\n")

        #expect(outcome.output == "\"done\"\n")
        #expect(outcome.errors.contains("3600.0 s simulated"))
    }

    @Test func `Writes values as JSON and CSV, and the session as a workflow that runs`() async throws {
        let home = try Home()
        defer { home.remove() }
        let input = try home.write(
            "input",
            """
            local lab = fog.hosts("group:Lab A")
            #lab
            for _, host in ipairs(lab) do if host.id < 3 then print(host.name) end end
            _ + 1
            :json lab[1].name
            :csv lab.csv lab
            fog.deploy(lab[1])
            :save mine.lua
            :run mine.lua
            """
        )
        let outcome = try await Program(
            shell: "cd \(home.path); exec \"$FOGHORN\" repl --sim < \(input)",
            environment: ["HOME": home.path]
        ).finish()

        #expect(outcome.code == 0, "\(outcome)")
        let printed = outcome.output.split(separator: "\n").map(String.init)
        #expect(printed.prefix(5) == ["20", "pc-001", "pc-002", "21", "\"pc-001\""])
        #expect(printed.suffix(5).first == "20", "\(printed)")
        let table = try String(contentsOfFile: home.path + "/lab.csv", encoding: .utf8)
        #expect(table.split(separator: "\r\n").count == 21)
        let again = try await Program.run(["run", home.path + "/mine.lua", "--sim"], environment: ["HOME": home.path])
        #expect(again.code == 0, "\(again)")
        #expect(again.output.hasPrefix("20\npc-001\npc-002\n21\n"))
    }

    @Test func `Keeps no file that stands in its way`() async throws {
        let outcome = try await pipe("1\n:save input\n")

        #expect(outcome.errors.contains("there is a file input; nothing was written"))
    }

    @Test func `Runs the start-up file first, unless it is told not to`() async throws {
        let home = try Home()
        defer { home.remove() }
        try home.write(".config/foghorn/repl.lua", "function lab() return fog.hosts('group:Lab A') end")
        let environment = ["HOME": home.path]

        let with = try await Program.run(["repl", "--sim", "-e", "#lab()"], environment: environment)
        #expect(with.output == "20\n")
        let without = try await Program.run(
            ["repl", "--sim", "--no-startup", "-e", "#lab()"],
            environment: environment
        )
        #expect(without.code == 1)
        #expect(without.errors.contains("global 'lab' is not declared"))
    }

    @Test func `Tells what lies behind a function`() async throws {
        let outcome = try await pipe("??fog.task\n")

        #expect(outcome.output.contains("fog.task(host, type"))
        #expect(outcome.output.contains("POST /fog/host/"))
    }

    @Test func `Lists all commands from one table`() async throws {
        let outcome = try await pipe(":help\n:help keys\n:apropos wake\n")

        for word in [
            ":help keys", ":watch EXPR", ":sim advance TIME", "Ctrl-R", "search older inputs", "Tab", "fog.wake",
        ] {
            #expect(outcome.output.contains(word), "\(word)")
        }
        #expect(outcome.code == 0)
    }

    @Test func `Asks nothing of a server before it has to, and says which tokens are missing`() async throws {
        let outcome = try await Program.run(
            ["repl", "-e", "1 + 1"],
            environment: [
                "FOGHORN_SERVER": "http://127.0.0.1:9", "FOGHORN_API_TOKEN": "YQ==", "FOGHORN_USER_TOKEN": "Yg==",
            ]
        )

        #expect(outcome.output == "2\n")
        #expect(outcome.code == 0)
        let bare = try await Program.run(["repl", "-e", "1"])
        #expect(bare.code == 2)
        #expect(bare.errors.contains("no server is named"))
    }

    @Test func `Changes nothing on a live server where nobody is there to agree`() async throws {
        try await ServedFog.run { address in
            let variables = [
                "FOGHORN_SERVER": address, "FOGHORN_API_TOKEN": FogSim.Access().apiToken,
                "FOGHORN_USER_TOKEN": FogSim.Access().userToken,
            ]
            let denied = try await Program.run(["repl", "-e", "fog.task('pc-001', 'deploy')"], environment: variables)
            #expect(denied.code == 5, "\(denied)")
            #expect(denied.errors.contains("task:deploy"))
            let granted = try await Program.run(
                ["repl", "--allow", "task:deploy", "-e", "fog.task('pc-001', 'deploy').type"],
                environment: variables
            )
            #expect(granted.code == 0, "\(granted)")
        }
    }

    @Test func `Shows a long list page by page, with the columns that are wanted`() async throws {
        let outcome = try await pipe(
            """
            :set rows 2
            fog.hosts("pc-00*")
            :page
            :columns name,imagename
            fog.hosts("pc-00*")
            :columns
            :set items 3
            { 1, 2, 3, 4, 5 }
            :page
            :page
            """
        )
        let lines = outcome.output.split(separator: "\n").map(String.init)

        #expect(lines[0].hasPrefix("id  name    primac"))
        #expect(lines[3] == "… rows 1 to 2 of 9; :page shows more, :csv FILE writes all", "\(outcome)")
        #expect(lines[5].contains("pc-003") && lines[7].hasPrefix("… rows 3 to 4 of 9"), "\(outcome)")
        #expect(lines[8] == "name    imagename", "\(outcome)")
        #expect(outcome.output.contains("\nHost    now name, imagename\ncan be  id, name,"), "\(outcome)")
        #expect(outcome.output.hasSuffix("{ 4, 5 }\n"), "\(outcome)")
        #expect(outcome.errors == "nothing was cut; :page EXPR shows a value from its start\n")
    }

    @Test func `Tells of limits, permissions, jobs and the last error`() async throws {
        let outcome = try await pipe(
            """
            :limits
            :permissions
            :jobs
            :permissions max-hosts 3
            :set colour off
            :set
            :history
            :server
            pcall(function() error({}) end)
            """,
            "--sim --deny setting"
        )

        for words in ["memory", "may not change settings", "nothing runs here", "colour = off"] {
            #expect(outcome.output.contains(words), "\(words): \(outcome)")
        }
        #expect(outcome.errors.contains("this session may change 3 different hosts; it has changed 0"))
        #expect(outcome.errors.contains("here: sim 0"))
        #expect(outcome.code == 0, "\(outcome)")
    }

    @Test func `Goes to another server and back with a fresh state`() async throws {
        try await ServedFog.run { address in
            let home = try Home()
            defer { home.remove() }
            let access = FogSim.Access()
            try home.write(
                ".config/foghorn/config.yaml",
                "servers:\n  annexe:\n    url: \(address)\n    api_token: \(access.apiToken)\n    user_token: \(access.userToken)\n"
            )
            let input = try home.write(
                "input",
                "x = 1\n:server annexe\n#fog.hosts()\n:server\n:sim\n#fog.hosts()\n:server nowhere\n"
            )
            let outcome = try await Program(
                shell: "exec \"$FOGHORN\" repl --sim < \(input)",
                environment: ["HOME": home.path]
            ).finish()

            #expect(outcome.output == "6\nannexe\n30\n", "\(outcome)")
            #expect(outcome.errors.contains("now at annexe live, \(address), with a fresh state"))
            #expect(outcome.errors.contains("now at sim 08:00"))
            #expect(outcome.code == 2)
        }
    }

    @Test func `Keeps the inputs of two prompts at once, each whole`() async throws {
        let home = try Home()
        defer { home.remove() }
        let files = (0..<2).map { _ in HistoryFile("sim", folder: home.path) }
        await withTaskGroup { group in
            for (place, file) in files.enumerated() {
                group.addTask {
                    for number in 0..<200 { file.add("prompt(\(place),\n  \(number))") }
                }
            }
        }

        let kept = files[0].read()
        #expect(Set(kept) == Set((0..<400).map { "prompt(\($0 / 200),\n  \($0 % 200))" }))
    }

    @Test func `Goes on behind an input that a crash has cut`() throws {
        let home = try Home()
        defer { home.remove() }
        try home.write("history/sim", "whole\nhalf an inp")
        let file = HistoryFile("sim", folder: home.path)
        file.add("next")

        #expect(file.read() == ["whole", "half an inp", "next"])
    }
}
