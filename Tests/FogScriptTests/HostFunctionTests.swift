import FogModel
import FogOperations
import FogSession
import Testing

@Suite struct HostFunctionTests {
    let stage = Stage()

    @Test func `Lists all hosts, and those of a selector`() throws {
        try stage.run(
            """
            for _, host in ipairs(fog.hosts()) do print(host.name) end
            print(#fog.hosts("group:Lab A"), #fog.hosts("office-*"))
            """
        )

        #expect(stage.printed == ["lab-a-1", "lab-a-2", "lab-a-3", "office-1", "3\t1"])
    }

    @Test(arguments: [
        ("fog.host(2)", "lab-a-2"), ("fog.host('LAB-A-2')", "lab-a-2"), ("fog.host('id:2')", "lab-a-2"),
        ("fog.host('off*')", "office-1"), ("fog.host(fog.host(2))", "lab-a-2"), ("fog.find_host(4)", "office-1"),
    ])
    func `Gets a host by number, name, selector or object`(call: String, name: String) throws {
        try stage.run("print(\(call).name)")

        #expect(stage.printed == [name])
    }

    @Test(arguments: [
        (
            "fog.host('lab-a-9')",
            "test.lua:1: no host named \"lab-a-9\"; did you mean \"lab-a-1\", \"lab-a-2\" or \"lab-a-3\"?"
        ),
        ("fog.host(77)", "test.lua:1: no host has the number 77"),
        ("fog.host('zz-*')", "test.lua:1: no host fits \"zz-*\""),
        (
            "fog.host('lab-*')",
            "test.lua:1: \"lab-*\" fits 3 hosts: lab-a-1, lab-a-2, lab-a-3; use fog.hosts for several"
        ),
    ])
    func `Says why a host cannot be got`(call: String, message: String) throws {
        let failure = try #require(stage.failure(call))

        #expect(failure.message == message)
        #expect(failure.line == 1)
        #expect(failure.error != nil)
    }

    @Test func `Finds nothing without an error`() throws {
        try stage.run("print(fog.find_host('lab-a-9'), fog.find_host('zz-*'))")

        #expect(stage.printed == ["nil\tnil"])
    }

    @Test func `Creates a host and names the image by name`() throws {
        try stage.run("print(fog.host_create{ name = 'new-1', mac = '00-11-22-33-44-55', image = 'Win11' })")

        #expect(stage.printed == ["Host 5 \"new-1\", 00:11:22:33:44:05, no image"])
        guard case .hosts(.create(let draft))? = stage.operations.last else { throw Unexpected() }
        #expect(draft.macs.map(\.description) == ["00:11:22:33:44:55"])
        #expect(draft.changes.image == Identifier(1).map { .id($0) })
    }

    @Test func `Updates a host by function and by method alike`() throws {
        try stage.run(
            """
            local one = fog.host_update("lab-a-1", { description = "door", enforce = true })
            local same = one:update{ description = "" }
            print(one.description, one.enforce, same.description, one == same)
            """
        )

        #expect(stage.printed == ["door\ttrue\tnil\ttrue"])
    }

    struct Unexpected: Error {}
}
