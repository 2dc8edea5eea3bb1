import Testing

/// Parameters that are asked for at a terminal.
@Suite struct InterviewTests {
    static let script = """
        return workflow {
          summary = "Asks.",
          parameters = {
            room = { type = "string", required = true, pattern = "%u+%d", form = "a room such as B7",
                     help = "Room to image" },
            mode = { type = "choice", choices = { "fast", "full" }, required = true },
            names = { type = "string", list = true, required = true },
            password = { type = "secret", required = true, help = "Password of the domain" },
            optional = { type = "string" },
          },
          run = function(args)
            print("got", args.room, args.mode, table.concat(args.names, "+"), args.password, args.optional)
          end,
        }
        """

    @Test func `Asks for each that is missing, again where the answer does not fit, a secret unseen`() async throws {
        let run = try await Dialogue.run(
            Self.script,
            "--sim --mode full",
            [
                ("  names: ", "one\\n"), ("  names (empty: no more): ", "two\\n\\n"),
                ("  password (not shown): ", "hunter2\\n"), ("  room: ", "a\\n"),
                ("--room takes a room such as B7, not \"a\"", "B7\\n"),
            ]
        )

        #expect(run.output.contains("password: Password of the domain\r\n"), "\(run)")
        #expect(run.output.contains("room: Room to image (a room such as B7)\r\n"))
        #expect(run.output.contains("got\tB7\tfull\tone+two\t(secret)\tnil\r\n"))
        #expect(!run.output.contains("hunter2"))
        #expect(run.code == 0)
    }

    @Test func `Ends with 130 on Ctrl-C and with 2 at the end of the input`() async throws {
        let stopped = try await Dialogue.run(Self.script, "--sim", [("  mode: ", "\\003")])
        let ended = try await Dialogue.run(Self.script, "--sim", [("  mode: ", "\\004")])

        #expect(stopped.code == 130, "\(stopped)")
        #expect(ended.code == 2, "\(ended)")
        #expect(ended.output.contains("foghorn: the input ended before --mode was given"))
    }

    @Test func `Asks for a secret that is not required where its flag stands alone`() async throws {
        let script = """
            return workflow { summary = "x", parameters = { key = { type = "secret" } },
              run = function(args) print("got", args.key) end }
            """
        let asked = try await Dialogue.run(script, "--sim --key", [("  key (not shown): ", "hunter2\\n")])
        let silent = try await Dialogue.run(script, "--sim")

        #expect(asked.output.contains("got\t(secret)"), "\(asked)")
        #expect(silent.output.contains("got\tnil"), "\(silent)")
    }

    @Test(arguments: [60, 100])
    func `Fits a workflow's help into the terminal`(columns: Int) async throws {
        let script = Self.script.replacing("Asks.", with: String(repeating: "A word and ", count: 20))

        let run = try await Dialogue.run(script, "--help", columns: columns)

        let lines = run.output.split(separator: "\r\n").filter { !$0.hasSuffix("/w.lua") }
        let widths = lines.map(\.count)
        #expect(widths.allSatisfy { $0 <= columns }, "\(run)")
        #expect((widths.max() ?? 0) > columns - 15, "\(run)")
    }

    @Test func `Names the flag where nobody can be asked`() async throws {
        let none = try await Program.run(script: Self.script, ["--sim", "--mode", "full", "--names", "x"])
        let room = try await Program.run(
            script: Self.script,
            ["--sim", "--mode", "full", "--names", "x"],
            environment: ["FOGHORN_PARAM_PASSWORD": "hunter2"]
        )

        #expect(none.code == 2)
        #expect(none.errors.hasPrefix("foghorn: the workflow needs --password\nhint: leave it out to be asked, or use"))
        #expect(room.code == 2)
        #expect(room.errors == "foghorn: the workflow needs --room\nhint: Room to image\n")
    }

    @Test func `Asks again for what the server does not have, and for yes or no`() async throws {
        let script = """
            return workflow {
              summary = "Asks.",
              parameters = {
                hosts = { type = "hosts", required = true },
                image = { type = "image", required = true },
                wake = { type = "boolean", required = true },
              },
              run = function(args) print("got", #args.hosts, args.image.name, args.wake) end,
            }
            """
        let run = try await Dialogue.run(
            script,
            "--sim",
            [
                ("  hosts: ", "pc-0x*\\n"), ("--hosts: no host fits \"pc-0x*\"", "group:Lab A\\n"),
                ("  image: ", "Windows 12\\n"),
                ("--image: no image named \"Windows 12\"; did you mean \"Windows 11\"?", "Windows 11\\n"),
                ("wake: (yes or no)", "yes\\n"),
            ]
        )

        #expect(run.output.contains("got\t20\tWindows 11\ttrue"), "\(run)")
        #expect(run.code == 0)
    }

    @Test(arguments: [
        ("\\003", 130, ""), ("maybe\\nno\\n", 5, "Type yes or no: "), ("\\004", 5, ""), ("yes\\n", 0, "agreed"),
    ])
    func `Takes an answer to a script's question, or none`(typed: String, code: Int32, words: String) async throws {
        let server = try await ServedTests.Server.start(speed: 1)
        defer { server.stop() }
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("w.lua", "fog.confirm('Wipe the front row?', 6)\nprint('agreed')\n")

        let run = try await Dialogue.talk(
            "run \(file)",
            home: home,
            environment: server.environment,
            [("Type yes to go on: ", typed)]
        )

        #expect(run.code == code, "\(run)")
        #expect(run.output.contains(words), "\(run)")
        #expect(!run.output.contains("called from"), "\(run)")
        if code == 5 {
            #expect(run.output.contains("nobody said yes to \"Wipe the front row?\"; that was not done\r\n"), "\(run)")
            #expect(!run.output.contains("  1 |"), "\(run)")
        }
    }
}
