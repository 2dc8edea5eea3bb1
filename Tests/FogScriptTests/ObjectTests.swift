import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct ObjectTests {
    let stage = Stage()

    @Test(arguments: [
        ("fog.host(1).nmae", "Host has no field \"nmae\"; did you mean \"name\"?"),
        ("fog.host(1).tusk", "Host has no field \"tusk\"; did you mean \"task\"?"),
        ("fog.image(1).osnmae", "Image has no field \"osnmae\"; did you mean \"osname\"?"),
        ("fog.group(1):host()", "Group has no field \"host\"; did you mean \"hosts\"?"),
        ("fog.info().verison", "Server has no field \"verison\"; did you mean \"version\"?"),
        ("fog.info().zzz", "Server has no field \"zzz\"; it has url, version, family, typing, zone, capabilities"),
        ("fog.hots()", "fog has no function \"hots\"; did you mean \"hosts\" or \"host\"?"),
        ("log.wran('x')", "log has no function \"wran\"; it has debug, info, warning, error"),
        ("fog.task(1, 'deploy').percnt", "Task has no field \"percnt\"; did you mean \"percent\"?"),
        ("fog.wait(fog.task(1, 'deploy')).outcom", "Verdict has no field \"outcom\"; did you mean \"outcome\"?"),
        ("select(2, pcall(fog.host, 99)).cod", "Error has no field \"cod\"; did you mean \"code\"?"),
    ])
    func `Suggests a field or function for one that does not exist`(expression: String, message: String) throws {
        let failure = try #require(stage.failure("print(\(expression))"))

        #expect(failure.message.hasPrefix("test.lua:1: \(message)"))
    }

    @Test(arguments: [
        ("fog.host(1).name = 'x'", "Host is read-only: cannot set \"name\""),
        ("fog.hosts = nil", "fog is read-only: cannot set \"hosts\""),
        ("log.info = print", "log is read-only: cannot set \"info\""),
        ("fog.info().url = 1", "Server is read-only: cannot set \"url\""),
    ])
    func `Refuses to be written to`(statement: String, message: String) throws {
        let failure = try #require(stage.failure(statement))

        #expect(failure.message == "test.lua:1: " + message)
    }

    @Test func `Equals what has the same class and number`() throws {
        try stage.run(
            """
            print(fog.host(1) == fog.host("lab-a-1"), fog.host(1) == fog.host(2), fog.host(1) == fog.image(1))
            print(fog.host(1) == 1, fog.host(1) ~= fog.host(1):update{ description = "x" })
            """
        )

        #expect(stage.printed == ["true\tfalse\tfalse", "false\tfalse"])
    }

    @Test func `Has one useful line for tostring`() throws {
        try stage.run(
            """
            print(fog.host(1))
            print(fog.image(2))
            print(fog.group("Lab A"))
            local task = fog.task(1, "deploy", { wake = true })
            print(task)
            print(task:wait())
            print(fog.info())
            print(fog.task_types()[1])
            print(select(2, pcall(fog.host, 99)))
            """
        )

        #expect(
            stage.printed == [
                "Host 1 \"lab-a-1\", 00:11:22:33:44:01, image \"Win11\"",
                "Image 2 \"Debian 12\"",
                "Group 1 \"Lab A\", 3 hosts",
                "Task 1, deploy on \"lab-a-1\", queued, 0 %",
                "Verdict of task 1 on \"lab-a-1\": done: complete",
                "Server http://fog, FOG 1.5",
                "TaskType 1 \"\"",
                "test.lua:9: no host has the number 99",
            ]
        )
    }

    @Test func `Gives its fields to pairs in the order in which people read them`() throws {
        try stage.run(
            """
            local names = {}
            for name, value in pairs(fog.host(1)) do names[#names + 1] = name end
            print(table.concat(names, " ", 1, 5))
            for name, value in pairs(fog.info()) do if name ~= "capabilities" then print(name, value) end end
            """
        )

        #expect(
            stage.printed == [
                "id name imageID imagename primac", "url\thttp://fog", "version\t1.5", "family\t1.5",
                "typing\tnumbers", "zone\tUTC",
            ]
        )
    }

    @Test func `Reads unset fields as nil, and lists as lists`() throws {
        try stage.run(
            """
            local host = fog.host(1)
            print(host.description, host.imageID, host.pending, host.macs[1], #host.macs, math.type(host.id))
            """
        )

        #expect(stage.printed == ["nil\t1\tfalse\t00:11:22:33:44:01\t1\tinteger"])
    }

    @Test func `Charges objects to the script's memory`() throws {
        stage.school.hosts = (1...2000).map { School.host($0, "pc-\($0)", image: 1) }

        let failure = #expect(throws: ScriptFailure.self) {
            try stage.run(
                "local all = {} for i = 1, 50 do all[i] = fog.hosts() end print(#all)",
                SessionSettings(limits: [.memory: 16 << 20])
            )
        }

        #expect(failure?.kind == .memory)
        #expect(failure?.message.contains("16 MiB") == true)
    }

    @Test func `An error passes pcall unchanged and can be raised again`() throws {
        stage.override = { operation in
            guard case .tasks(.create) = operation else { return nil }
            return .failure(
                FogError(.conflict, "host 1 is busy", operation: "createTask", status: 409, hint: "wait for it")
            )
        }

        let failure = try #require(
            stage.failure(
                """
                local ok, err = pcall(function()
                  fog.task(1, "deploy")
                end)
                print(ok, err.code, err.message, err.operation, err.status, err.hint, type(err))
                error(err, 0)
                """
            )
        )

        #expect(stage.printed == ["false\tconflict\thost 1 is busy\tcreateTask\t409\twait for it\tuserdata"])
        #expect(failure.message == "test.lua:2: host 1 is busy; wait for it")
        #expect(failure.error?.code == .conflict)
        #expect(failure.line == 2)
        #expect(failure.source == "test.lua")
    }
}
