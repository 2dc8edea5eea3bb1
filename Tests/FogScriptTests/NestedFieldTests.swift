import FogModel
import FogOperations
import FogScript
import FogSession
import ScriptAPI
import Testing

/// Rows that another names by number, read as fields.
@Suite struct NestedFieldTests {
    let stage = Stage()

    @Test func `Asks for a row when it is first read, and once`() throws {
        try stage.run(
            """
            local host = fog.host(1)
            print(host.name, host.imagename)
            print(host.image.name, host.image, host.image == fog.image(1), host["image"].id)
            """
        )

        #expect(stage.printed == ["lab-a-1\tWin11", "Win11\tImage 1 \"Win11\"\ttrue\t1"])
        #expect(stage.operations.map(\.name) == ["findHost", "findImage", "findImage"])
    }

    @Test func `Costs a list of rows two requests at most`() throws {
        try stage.run(
            """
            local hosts = fog.hosts()
            for _, host in ipairs(hosts) do print(host.name) end
            for _, host in ipairs(hosts) do print(host.image.name) end
            for _, host in ipairs(hosts) do print(host.image.name) end
            """
        )

        #expect(stage.printed.suffix(4) == ["Win11", "Win11", "Win11", "Debian 12"])
        #expect(stage.operations.map(\.name) == ["listHosts", "findImage", "listImages"])
    }

    @Test func `Gives nil where no row is named, and where there is none any more`() throws {
        var school = School()
        school.hosts[0].imageID = nil
        school.hosts[1].imageID = ImageID(77)

        stage.school = school

        try stage.run("print(fog.host(1).image, fog.host(2).image, fog.host(2).imageID)")

        #expect(stage.printed == ["nil\tnil\t77"])
    }

    @Test func `Leaves them out of pairs and JSON, so that neither asks`() throws {
        try stage.run(
            """
            local host = fog.host(1)
            for name in pairs(host) do assert(name ~= "image", name) end
            local text = require("json").encode(host)
            print(text:find('"imageID":1', 1, true) ~= nil, text:find('"image":', 1, true))
            """
        )

        #expect(stage.printed == ["true\tnil"])
        #expect(stage.operations.map(\.name) == ["findHost"])
    }

    @Test(arguments: [
        ("fog.host(1).imgae", "test.lua:1: Host has no field \"imgae\"; did you mean \"image\"?"),
        ("fog.host(1).image = 2", "test.lua:1: Host is read-only: cannot set \"image\""),
        (
            "local host = fog.host(1) table.sort({ 1, 2 }, function() return host.image == nil end)",
            "test.lua:1: 'Host.image' cannot wait inside a table.sort comparison"
        ),
    ])
    func `Says what is wrong with an access`(script: String, message: String) throws {
        let failure = stage.failure(script.contains("=") ? script : "print(\(script))")

        #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "")")
    }

    @Test func `Raises what goes wrong at the line that reads`() throws {
        stage.override = { $0.name == "findImage" ? .failure(FogError(.unavailable, "no answer")) : nil }

        try stage.run(
            """
            local host = fog.host(1)
            local ok, failure = pcall(function() return host.image end)
            print(ok, failure, failure.code)
            """
        )

        #expect(stage.printed == ["false\ttest.lua:2: no answer\tunavailable"])
    }

    @Test func `Has no name that a field or a method has`() {
        let manual = Manual.current
        for type in manual.classes {
            let names =
                type.fields.map(\.name)
                + manual.methods(of: type.name).compactMap { $0.method?.split(separator: ":").last.map(String.init) }
            #expect(Set(names).count == names.count, "\(type.name): \(names.sorted())")
        }
        #expect(manual.classes.first { $0.name == "Task" }?.fields.map(\.name).contains("host") == true)
    }
}
