import FogSim
import Foundation
import Testing

/// What `foghorn run` grants, asks and refuses, through the executable.
@Suite struct PermissionTests {
    /// A workflow that wants more than to read.
    static let workflow = """
        return workflow({
          summary = "Deploys.",
          parameters = { hosts = { type = "hosts", required = true } },
          permissions = { "read", "write:host", "task:deploy", "task:capture@pc-001" },
          run = function(args)
            for _, host in ipairs(args.hosts) do fog.host_update(host, { description = "x" }) end
            print(#args.hosts .. " done")
          end,
        })
        """

    @Test func `Refuses a workflow without a terminal, before anything is asked of the server`() async throws {
        let run = try await Program.run(
            script: Self.workflow,
            ["--hosts", "pc-00*", "--yes", "--server", "http://127.0.0.1:9"],
            environment: RunTests.tokens
        )

        #expect(run.code == 5, "\(run)")
        #expect(run.errors.contains("give hosts tasks of type deploy, which overwrites their disks (task:deploy)"))
        #expect(
            run.errors.contains("add --allow write:host --allow task:deploy --allow 'task:capture@pc-001'"),
            "\(run)"
        )
    }

    @Test func `Lets a plain script read, and change what flags allow and do not deny`() async throws {
        try await ServedFog.run { address in
            let access = ["FOGHORN_SERVER": address].merging(Self.tokens) { $1 }
            func run(_ script: String, _ flags: String...) async throws -> Program.Outcome {
                try await Program.run(script: script, flags, environment: access)
            }
            let update = "fog.host_update(2, { description = 'x' }) print('done')"

            let read = try await run("print(#fog.hosts())")
            let change = try await run(update)
            let narrow = try await run(update, "--allow", "write:host@pc-002")
            let beside = try await run(update, "--allow", "write:host@group:Lab B")
            let denied = try await run(update, "--allow", "write:host", "--deny", "write:*")
            let many = try await run(
                "for n = 1, 3 do fog.host_update(n, { description = 'y' }) print(n) end",
                "--allow",
                "write:*",
                "--max-hosts",
                "2"
            )
            let erase = try await run("fog.task(1, 18)", "--allow", "task:*")

            #expect(read.code == 0, "\(read)")
            #expect(change.code == 5 && change.errors.contains("write:host on pc-002 is not granted"), "\(change)")
            #expect(change.errors.contains("--allow \"write:host@pc-002\""), "\(change)")
            #expect(narrow.output == "done\n", "\(narrow)")
            #expect(beside.code == 5, "\(beside)")
            #expect(denied.code == 5 && denied.errors.contains("denied by --deny write:*"), "\(denied)")
            #expect(many.code == 5 && many.output == "1\n2\n" && many.errors.contains("add --max-hosts 3"), "\(many)")
            #expect(erase.code == 5 && erase.errors.contains("add --allow task:fast_wipe"), "\(erase)")
        }
    }

    @Test func `Asks at the terminal, remembers a yes, and asks again when anything has changed`() async throws {
        try await ServedFog.run { address in
            let home = try Home()
            defer { home.remove() }
            let script = try home.write("work.lua", Self.workflow)
            let access = ["FOGHORN_SERVER": address, "HOME": home.path].merging(Self.tokens) { $1 }
            func run(_ hosts: String, typing answer: String) async throws -> String {
                let command = "stty cols 200; \\\"$FOGHORN\\\" run \(script) --hosts '\(hosts)'; echo code \\$?"
                let program = try Program(
                    shell: "printf '\(answer)' | script -qefc \"\(command)\" /dev/null",
                    environment: access
                )
                return await program.finish().output
            }

            let refused = try await run("id:1-2", typing: "no\\n")
            let asked = try await run("id:1-2", typing: "yes\\n")
            let silent = try await run("id:1-2", typing: "no\\n")
            let more = try await run("id:1-3", typing: "no\\n")
            try home.write("work.lua", Self.workflow + "\n-- another text")
            let edited = try await run("id:1-2", typing: "no\\n")

            #expect(refused.contains("code 5") && !refused.contains("2 done"), "\(refused)")
            #expect(asked.contains("on 2 hosts now, and to change 25 hosts at most."), "\(asked)")
            #expect(asked.contains("! give hosts tasks of type capture, which overwrites their image"), "\(asked)")
            #expect(asked.contains("2 done") && asked.contains("code 0"), "\(asked)")
            #expect(silent.contains("2 done") && !silent.contains("Type yes"), "\(silent)")
            #expect(more.contains("on 3 hosts now") && more.contains("code 5"), "\(more)")
            #expect(edited.contains("Type yes") && edited.contains("code 5"), "\(edited)")
            #expect(home.mode(home.path + "/.local/state/foghorn/consents.json") == 0o600)
        }
    }

    @Test func `Asks for a plain script when it first wants to change something`() async throws {
        try await ServedFog.run { address in
            let access = ["FOGHORN_SERVER": address].merging(Self.tokens) { $1 }
            let script = "for n = 1, 2 do fog.host_update(n, { description = 'x' }) end print('done')"

            let agreed = try await TerminalTests.run(script: script, "", typing: "yes\\n", environment: access)
            let refused = try await TerminalTests.run(script: script, "", typing: "no\\n", environment: access)

            #expect(agreed.contains("make and change hosts (write:host), first pc-001."), "\(agreed)")
            #expect(agreed.contains("code 0"), "\(agreed)")
            #expect(refused.contains("code 5"), "\(refused)")
        }
    }

    @Test func `Says after a simulated run what a live server would want`() async throws {
        let run = try await Program.run(
            script: "fog.task(1, 'capture') fog.host_update(2, { description = 'x' })",
            ["--sim"]
        )
        let denied = try await Program.run(script: "fog.task(1, 'capture')", ["--sim", "--deny", "task:*"])

        #expect(run.errors.contains("a live server would want --allow task:capture --allow write:host"), "\(run)")
        #expect(denied.code == 5, "\(denied)")
    }

    @Test(arguments: [
        ("--deny write:host@group:Lab-B", "no group named \"Lab-B\"", "did you mean \"Lab B\"?"),
        ("--deny write:*@pc-0001", "no host named \"pc-0001\"", "did you mean \"pc-001\"?"),
        ("--allow write:host@pc-*,!pc-0002", "no host named \"pc-0002\"", "did you mean \"pc-002\"?"),
    ])
    func `Changes nothing where a flag names what there is not`(
        _ flags: String,
        _ problem: String,
        _ hint: String
    ) async throws {
        try await ServedFog.run { address in
            let script =
                "print(pcall(fog.host_update, 2, { description = 'x' })) fog.host_update(2, { description = 'y' })"
            let run = try await Program.run(
                script: script,
                flags.split(separator: " ").map(String.init) + ["--allow", "write:*"],
                environment: ["FOGHORN_SERVER": address].merging(Self.tokens) { $1 }
            )

            #expect(run.code == 5 && run.output.hasPrefix("false"), "\(run)")
            #expect(run.errors.contains(problem) && run.errors.contains(hint), "\(run)")
        }
    }

    @Test func `Lets a flag speak of hosts that are yet to come`() async throws {
        let script = "fog.host_create({ name = 'new-1', macs = { '00:11:22:33:44:55' } }) print('done')"
        let other = try await Program.run(script: script, ["--sim", "--deny", "write:host@old-*"])
        let same = try await Program.run(script: script, ["--sim", "--deny", "write:host@new-*"])

        #expect(other.output == "done\n", "\(other)")
        #expect(same.code == 5 && same.errors.contains("denied by --deny"), "\(same)")
    }

    @Test(arguments: [
        ("--allow task:deplyo", "task:deplyo\n     ^", "did you mean \"deploy\"?"),
        ("--allow delete:*", "delete:*\n       ^", "write a class"),
        ("--deny wirte:host", "wirte:host\n^", "did you mean \"write\"?"),
        ("--max-hosts=-1", "--max-hosts", "0 or more"),
    ])
    func `Points at a grant that cannot be read`(_ flags: String, _ place: String, _ hint: String) async throws {
        let run = try await Program.run(script: "print(1)", ["--sim"] + flags.split(separator: " ").map(String.init))

        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains(place) && run.errors.contains(hint), "\(run)")
    }

    @Test func `Shows what a workflow declares, what it uses, and the difference`() async throws {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("work.lua", Self.workflow)
        let plain = try home.write("plain.lua", "fog.task(1, 'capture')")

        let declared = try await Program.run(["permissions", file])
        let used = try await Program.run(["permissions", file, "--infer", "--hosts", "pc-001"])
        let unknown = try await Program.run(["permissions", plain, "--infer", "--sim-hosts", "3"])

        #expect(declared.code == 0 && declared.output.contains("  make and change hosts (write:host)\n"), "\(declared)")
        #expect(declared.output.contains("! give hosts tasks of type capture, which overwrites"), "\(declared)")
        #expect(used.output.contains("and has changed 1 host\n"), "\(used)")
        #expect(used.output.hasSuffix("declared and not used here: task:deploy, task:capture@pc-001\n"), "\(used)")
        #expect(!used.output.contains("1 done"))
        #expect(unknown.output.hasPrefix("\(plain) is a plain script"), "\(unknown)")
        #expect(unknown.output.contains("! give hosts tasks of type capture"), "\(unknown)")
    }

    /// Tokens that a served lab takes.
    static let tokens = [
        "FOGHORN_API_TOKEN": FogSim.Access().apiToken, "FOGHORN_USER_TOKEN": FogSim.Access().userToken,
    ]
}
