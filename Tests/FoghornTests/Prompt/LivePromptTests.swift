import FogSim
import Foundation
import TestSupport
import Testing

/// `foghorn repl` in a real terminal.
@Suite struct LivePromptTests {
    @Test func `Shows where it is, takes blocks, and prints tables that fit`() async throws {
        try await Tmux.run("repl --sim") { terminal in
            try await terminal.wait(forLast: "^sim [0-9][0-9]:[0-9][0-9]>")
            try await terminal.enter("for i = 1, 2 do")
            try await terminal.wait(forLast: "^\\.+>")
            try await terminal.enter("print(i * 21)")
            try await terminal.enter("end")
            let block = try await terminal.wait(for: "42")
            #expect(block.suffix(4).first == ".........> end", "\(block)")
            #expect(Array(block.suffix(3).prefix(2)) == ["21", "42"])
            try await terminal.enter("local n = 3")
            try await terminal.enter("'is ' .. (n + 1)")
            try await terminal.wait(for: "\"is 4\"")
            try await terminal.enter("fog.hosts('pc-01*')")
            let table = try await terminal.wait(for: "pc-019")
            #expect(table.contains { $0.hasPrefix("id  name    primac") }, "\(table)")
            #expect(table.allSatisfy { $0.count <= 80 })
        }
    }

    @Test func `Recalls a block as a whole, and keeps it for the next prompt`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await Tmux.run("repl --sim", home: home) { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("for i = 1, 1 do\rprint('first')\rend")
            try await terminal.enter(" x = 'a blank before it'")
            try await terminal.enter("u = { password = 'hunter2' }")
            try await terminal.enter("'last'")
            try await terminal.wait(for: "\"last\"")
            try await terminal.type("\u{4}")
            try await terminal.wait(for: "ended with 0")
        }
        let kept = try String(contentsOfFile: home.path + "/.local/state/foghorn/history/sim", encoding: .utf8)
        #expect(kept.contains("for i = 1, 1 do\\nprint('first')\\nend\n"))
        #expect(!kept.contains("hunter2") && !kept.contains("a blank"))
        #expect(home.mode(home.path + "/.local/state/foghorn/history/sim") == 0o600)
        try await Tmux.run("repl --sim", home: home) { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.type("\u{1B}[A\u{1B}[A\u{1B}[A")
            let screen = try await terminal.wait(forLast: "end$")
            #expect(screen.suffix(2).first == ".........> print('first')", "\(screen)")
            try await terminal.type("\u{12}")
            try await terminal.wait(for: "search)")
            try await terminal.type("last")
            try await terminal.wait(forLast: "'last': 'last'")
        }
    }

    @Test func `Takes a paste of a thousand lines as one input`() async throws {
        try await Tmux.run("repl --sim") { terminal in
            try await terminal.wait(forLast: "^sim")
            let lines = (1...1_000).map { "x = \($0) -- line" }
            try await terminal.paste((["local x = 0"] + lines).joined(separator: "\n"))
            try await terminal.wait(for: "x = 1000 -- line")
            try await terminal.enter("")
            try await terminal.enter("x, #fog.hosts()")
            let screen = try await terminal.wait(for: "30")
            #expect(screen.suffix(3).prefix(2) == ["1000", "30"], "\(screen)")
        }
    }

    @Test func `Completes names of Lua, of options and of the server, and tells of the function`() async throws {
        try await Tmux.run("repl --sim", columns: 100) { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.type("fog.task_can\t")
            try await terminal.wait(for: "> fog.task_cancel(")
            try await terminal.wait(for: "task: ")
            try await terminal.type("\u{15}fog.deploy('pc-02\t")
            let names = try await terminal.wait(for: "pc-029")
            #expect(names.contains { $0.contains("pc-020") && $0.contains("pc-023") }, "\(names)")
            try await terminal.type("9\t, { ima\t'Ubu\t")
            try await terminal.wait(for: "fog.deploy('pc-029', { image = 'Ubuntu 24.04'")
            try await terminal.type("\u{15}fog.hosts('group:Lab B\t")
            try await terminal.wait(for: "'group:Lab B'")
            try await terminal.type("\u{15}:perm\t")
            try await terminal.wait(for: "> :permissions")
            try await terminal.type("\u{15}?fog.host_crea\t")
            try await terminal.wait(for: "> ?fog.host_create")
            try await terminal.type("\u{15}h = fog.host(1)\rh.prim\t")
            try await terminal.wait(for: "> h.primac")
        }
    }

    @Test func `Stops what runs on Ctrl-C, keeps the state, and says what goes on at the server`() async throws {
        try await Tmux.run("repl --sim --sim-speed 1") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("x = 5")
            try await terminal.enter("while true do end")
            try await terminal.wait(for: "while true")
            try await terminal.type("\u{3}")
            try await terminal.wait(for: "stopped; nothing was cancelled")
            try await terminal.enter("fog.deploy('pc-001')")
            try await terminal.wait(for: "1 running")
            try await terminal.type("\u{3}")
            let screen = try await terminal.wait(for: "fog.task_cancel(1)")
            #expect(screen.contains("  deploy on pc-001 (task 1)"), "\(screen)")
            try await terminal.enter("x")
            try await terminal.wait(for: "5")
            try await terminal.enter("'is ' .. fog.host('pc-001'):tasks()[1].name")
            try await terminal.wait(for: "\"is Deploy")
        }
    }

    @Test func `Kills what does not stop, and says that the state is lost`() async throws {
        try await Tmux.run("repl --sim") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("x = 5")
            try await terminal.enter("require('flow').sleep(1e6)")
            try await terminal.wait(for: "sleep")
            let worker = try #require(try await terminal.process(isWorker: true))
            kill(worker, SIGSTOP)
            try await terminal.type("\u{3}")
            try await terminal.wait(for: "the state is lost")
            try await terminal.enter("x")
            try await terminal.wait(for: "global 'x' is not declared")
            try await terminal.type("\u{1B}[A\u{1B}[A")
            try await terminal.wait(forLast: "sleep\\(1e6\\)$")
        }
    }

    @Test func `Says that the state is lost when its process dies`() async throws {
        try await Tmux.run("repl --sim") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("require('flow').sleep(1e6)")
            try await terminal.wait(for: "sleep")
            let worker = try #require(try await terminal.process(isWorker: true))
            kill(worker, SIGKILL)
            try await terminal.wait(for: "the state is lost")
            try await terminal.enter("6 * 7")
            try await terminal.wait(for: "42")
        }
    }

    @Test func `Runs a chunk behind the prompt, with its output above the line`() async throws {
        try await Tmux.run("repl --sim --sim-speed 600") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("fog.deploy('pc-001') &")
            try await terminal.wait(for: "runs behind the prompt")
            try await terminal.type("'half a li")
            let screen = try await terminal.wait(for: "[1] done")
            #expect(screen.last?.hasSuffix("> 'half a li") ?? false, "\(screen)")
            #expect(screen.contains { $0.contains("pc-001") && $0.contains("done") })
            try await terminal.type("ne'\r")
            try await terminal.wait(for: "\"half a line\"")
            try await terminal.enter("flow = require('flow')")
            try await terminal.enter("flow.spawn(function() flow.sleep(300); print('late') end)")
            try await terminal.wait(for: "goes on behind the prompt")
            try await terminal.wait(for: "late")
        }
    }

    @Test func `Asks once before the first change on a live server, with what and how many`() async throws {
        try await ServedFog.run { address in
            let access = FogSim.Access()
            let variables =
                "FOGHORN_SERVER=\(address) FOGHORN_API_TOKEN=\(access.apiToken) FOGHORN_USER_TOKEN=\(access.userToken)"
            try await Tmux.run("repl", columns: 110, environment: variables) { terminal in
                try await terminal.wait(forLast: "live>")
                try await terminal.enter("fog.task('pc-001', 'inventory').id")
                let question = try await terminal.wait(forLast: "Type yes to go on:")
                #expect(question.joined().contains("The first change of this session"), "\(question)")
                #expect(question.joined().contains("task:inventory) (1 host, first pc-001)"), "\(question)")
                try await terminal.enter("maybe")
                try await terminal.wait(for: "Type yes or no.")
                try await terminal.enter("no")
                try await terminal.wait(for: "task:inventory on pc-001 is not granted")
                try await terminal.enter("fog.task('pc-001', 'inventory').id")
                try await terminal.wait(forLast: "Type yes to go on:")
                try await terminal.enter("yes")
                try await terminal.wait(forLast: "live> ?$")
                try await terminal.enter("'task ' .. fog.task('pc-002', 'inventory').id")
                try await terminal.wait(for: "\"task 2\"")
                try await terminal.enter("fog.host('pc-003'):delete()")
                let other = try await terminal.wait(forLast: "Type yes to go on:")
                #expect(other.contains { $0.contains("delete hosts (delete:host)") }, "\(other)")
                try await terminal.type("\u{3}")
                try await terminal.wait(for: "delete:host")
                try await terminal.enter("#fog.hosts()")
                try await terminal.wait(for: "6")
            }
        }
    }

    @Test func `Says on how many hosts a verb works before the first has it`() async throws {
        try await ServedFog.run { address in
            let access = FogSim.Access()
            let variables =
                "FOGHORN_SERVER=\(address) FOGHORN_API_TOKEN=\(access.apiToken) FOGHORN_USER_TOKEN=\(access.userToken)"
            try await Tmux.run("repl", columns: 110, environment: variables) { terminal in
                try await terminal.wait(forLast: "live>")
                try await terminal.enter("fog.deploy('*', { wait = false })")
                let question = try await terminal.wait(forLast: "Type yes to go on:")
                #expect(
                    question.joined().contains("which overwrites their disks (task:deploy) (6 hosts, first pc-001)")
                )
                try await terminal.enter("no")
                try await terminal.wait(for: "is not granted")
                try await terminal.enter("#fog.tasks()")
                try await terminal.wait(for: "0")
            }
        }
    }

    @Test func `Ends where it is asked to in the middle of a question`() async throws {
        try await ServedFog.run { address in
            let access = FogSim.Access()
            let variables =
                "FOGHORN_SERVER=\(address) FOGHORN_API_TOKEN=\(access.apiToken) FOGHORN_USER_TOKEN=\(access.userToken)"
            try await Tmux.run("repl", columns: 110, environment: variables) { terminal in
                try await terminal.wait(forLast: "live>")
                try await terminal.enter("fog.task('pc-001', 'inventory')")
                try await terminal.wait(forLast: "Type yes to go on:")
                let program = try #require(try await terminal.process(isWorker: false))
                kill(program, SIGTERM)
                try await terminal.wait(for: "ended with 0")
            }
        }
    }

    @Test func `Moves the simulator's clock, breaks it, and begins anew`() async throws {
        try await Tmux.run("repl --sim --sim-speed 1") { terminal in
            try await terminal.wait(forLast: "^sim 08:00>")
            try await terminal.enter("fog.deploy('pc-001') &")
            try await terminal.wait(for: "behind the prompt")
            try await terminal.enter(":sim advance 20m")
            try await terminal.wait(for: "[1] done")
            try await terminal.wait(forLast: "^sim 08:2[01]>")
            try await terminal.enter(":sim hosts")
            let hosts = try await terminal.wait(for: "pc-030")
            #expect(hosts.contains { $0.hasPrefix("pc-029") }, "\(hosts)")
            try await terminal.enter(":sim fault crash GET /fog/host")
            try await terminal.enter("fog.host('pc-001')")
            try await terminal.wait(for: "error:")
            try await terminal.enter(":sim fault none")
            try await terminal.enter("x = 1")
            try await terminal.enter(":sim reset")
            try await terminal.wait(for: "with a fresh state")
            try await terminal.wait(forLast: "^sim 08:00>")
        }
    }

    @Test func `Keeps lines whole on narrow terminals, with wide letters, and when it is resized`() async throws {
        try await Tmux.run("repl --sim", columns: 40, rows: 12) { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("fog.hosts('pc-00*')")
            let table = try await terminal.wait(for: "left out")
            #expect(table.allSatisfy { $0.count <= 40 })
            try await terminal.type("x = '電腦 cafe\u{301} 0123456789 abcdefghij'")
            let line = try await terminal.wait(forLast: "ghij'$")
            let whole = line.suffix(2).joined()
            #expect(whole.contains("x = '電腦 cafe\u{301} 0123456789 abcdefghij'"), "\(line)")
            try await terminal.resize(columns: 60, rows: 12)
            let wide = try await terminal.wait(for: "x = '電腦 cafe\u{301} 0123456789 abcdefghij'")
            #expect(wide.filter { $0.contains("電腦") }.count == 1, "\(wide)")
            try await terminal.resize(columns: 30, rows: 12)
            try await terminal.type("\u{1}y = ")
            let narrow = try await terminal.wait(for: "> y = x = '")
            #expect(narrow.filter { $0.contains("電腦") }.count == 1, "\(narrow)")
            #expect(narrow.last?.hasSuffix("abcdefghij'") ?? false, "\(narrow)")
            try await terminal.type("\u{15}\u{0B}'end'\r")
            try await terminal.wait(for: "\"end\"")
        }
    }

    @Test func `Leaves the terminal to an editor and to a run, and takes it back`() async throws {
        let home = try Home()
        defer { home.remove() }
        try home.write("editor", "#!/bin/sh\nsed -i s/5/7/ \"$1\"\n", mode: 0o700)
        try home.write(
            "ask.lua",
            "return workflow({ summary = 'Asks.', parameters = { n = { type = 'integer', required = true, help = 'n' } }, run = function(args) print(args.n + 1) end })"
        )
        try await Tmux.run("repl --sim", home: home, environment: "EDITOR=./editor") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("x = 5")
            try await terminal.enter(":edit")
            try await terminal.wait(forLast: "> x = 7$")
            try await terminal.enter("")
            try await terminal.enter("x * 6")
            try await terminal.wait(for: "42")
            try await terminal.enter(":run ask.lua")
            try await terminal.wait(forLast: "n: ?$")
            try await terminal.enter("98")
            try await terminal.wait(for: "99")
            try await terminal.enter("'is ' .. x")
            try await terminal.wait(for: "\"is 7\"")
        }
    }

    @Test func `Watches a value until Ctrl-C`() async throws {
        try await Tmux.run("repl --sim --sim-speed 600") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("fog.deploy('pc-001', { wait = false })")
            try await terminal.wait(for: "created")
            try await terminal.enter(":watch fog.tasks()")
            try await terminal.wait(for: "Ctrl-C ends it")
            try await terminal.wait(for: "{}")
            try await terminal.type("\u{3}")
            try await terminal.wait(forLast: "^sim .*> ?$")
        }
    }

    @Test func `Survives two hundred random sequences of keys`() async throws {
        var dice = Dice(seed: 7)
        try await Tmux.run("repl --sim", columns: 50, rows: 15) { terminal in
            try await terminal.wait(forLast: "^sim")
            for round in 0..<20 {
                var keys = ""
                for _ in 0..<10 { keys += Self.sequence(&dice) }
                // Ctrl-G leaves a search or a prefix, Ctrl-C drops what is written.
                try await terminal.type(keys + "\u{7}\u{3}")
                try await terminal.enter("'round ' .. \(round)")
                let screen = try await terminal.wait(for: "\"round \(round)\"")
                let typed = screen.suffix(3).first ?? ""
                #expect(typed.hasSuffix("> 'round ' .. \(round)"), "\(screen)")
            }
        }
    }

    private static func sequence(_ dice: inout Dice) -> String {
        let keys = [
            "a", "fog.", "(", "'", "電", "e\u{301}", "\t", "\u{1}", "\u{2}", "\u{5}", "\u{6}", "\u{0B}", "\u{15}",
            "\u{17}",
            "\u{19}", "\u{14}", "\u{1F}", "\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C",
            "\u{1B}[D",
            "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}\r", "\u{12}ro", "\u{1B}y", "\u{7F}", "\u{0C}", "\u{1B}5", " ",
        ]
        return (0...dice.number(below: 8)).map { _ in dice.one(of: keys) }.joined()
    }

    @Test func `Starts for the name of the program alone, on the simulator where no server is known`() async throws {
        try await Tmux.run("") { terminal in
            let screen = try await terminal.wait(forLast: "^sim")
            #expect(screen.contains { $0.contains("No server is known yet") }, "\(screen)")
        }
    }

    @Test func `Prompts without drawing on a dumb terminal`() async throws {
        try await Tmux.run("repl --sim", environment: "TERM=dumb") { terminal in
            try await terminal.wait(forLast: "^sim 08:0.>")
            try await terminal.enter("6 * 7")
            try await terminal.wait(for: "42")
            try await terminal.enter("while true do end")
            try await terminal.type("\u{3}")
            try await terminal.wait(for: "stopped")
            try await terminal.enter(":quit")
            try await terminal.wait(for: "ended with 0")
        }
    }

    @Test func `Shows no colour where none is wanted`() async throws {
        try await Tmux.run("repl --sim", environment: "NO_COLOR=1") { terminal in
            try await terminal.wait(forLast: "^sim")
            try await terminal.enter("fog.hosts('pc-001')")
            try await terminal.wait(for: "pc-001  02")
            #expect(try await terminal.hasStyles() == false)
        }
    }
}
