import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

@Suite struct HostCreationTests {
    private let mac = MACAddress("00-11-22-AA-BB-CC")

    private func draft(_ name: String = "pc-new", _ changes: HostChanges = HostChanges()) throws -> HostDraft {
        HostDraft(name: name, macs: [try #require(mac)], changes: changes)
    }

    @Test(arguments: [FogSim.Typing.php7, .php8])
    func `Registers a host`(typing: FogSim.Typing) async throws {
        let site = Site(typing: typing)
        let changes = HostChanges(
            image: .name("windows 11"),
            values: ["description": .text("R&D \"lab\" <1>"), "enforce": .flag(true), "kernelArgs": .none]
        )

        let host = try await site.server.createHost(try draft("PC-New", changes))

        #expect(host.name == "PC-New" && host.macs == ["00:11:22:aa:bb:cc"] && host.imagename == "Windows 11")
        #expect(host.description == "R&D \"lab\" <1>" && host.enforce)
        #expect(try await site.server.host(.id(host.id)) == host)
    }

    @Test(arguments: [
        ("", "a host needs a name"), ("name-way-too-long", "host name \"name-way-too-long\" has 17 characters"),
        ("héllo", "host name \"héllo\" holds \"é\""), ("bad name", "host name \"bad name\" holds \" \""),
        ("pc_api_1", "host name \"pc_api_1\" holds \"_api_\""),
    ])
    func `Sends no name that FOG would save and then lose`(name: String, message: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) { try await site.server.createHost(try draft(name)) }

        #expect(error?.code == .invalidArgument && error?.message == message)
        #expect(site.transport.sent.isEmpty)
    }

    @Test func `Needs an address, each once`() async throws {
        let site = Site()
        let mac = try #require(mac)

        for macs in [[], [mac, mac]] {
            let error = await #expect(throws: FogError.self) {
                try await site.server.createHost(HostDraft(name: "pc-new", macs: macs))
            }
            #expect(error?.code == .invalidArgument)
        }
        #expect(site.transport.sent.isEmpty)
    }

    @Test func `Takes no address away from another host`() async throws {
        let site = Site()
        let taken = try #require(MACAddress("02:f0:60:00:00:03"))

        let error = await #expect(throws: FogError.self) {
            try await site.server.createHost(HostDraft(name: "pc-new", macs: [try #require(mac), taken]))
        }

        #expect(error?.code == .conflict)
        #expect(
            error?.message
                == "host \"pc-new\" cannot have MAC address 02:f0:60:00:00:03: it belongs to host 3 \"pc-003\""
        )
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Says that a name is taken`() async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) { try await site.server.createHost(try draft("PC-001")) }

        #expect(error?.code == .conflict && error?.message == "host \"PC-001\" exists already: host 1 \"pc-001\"")
    }

    @Test func `Says that an image does not exist`() async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createHost(try draft("pc-new", HostChanges(image: .name("Windows 12"))))
        }

        #expect(error?.description == "no image named \"Windows 12\"; did you mean \"Windows 11\"?")
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Finds a host whose answer was lost`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST")] }

        let host = try await site.server.createHost(try draft())

        #expect(host.name == "pc-new" && site.transport.changes.count == 1)
    }

    @Test func `Calls a lost request uncertain where no host is seen`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("POST") { throw TransportError(.cut, "closed", mayHaveArrived: true) }
        }

        let error = await #expect(throws: FogError.self) { try await site.server.createHost(try draft()) }

        #expect(error?.code == .uncertain && site.transport.changes.count == 1)
    }

    @Test func `Says that a host may have been saved broken`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "POST" ? .empty(404) : .json(#"{"services":[],"macaddressassociations":[]}"#)
        }

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).createHost(try draft()) }

        #expect(error?.code == .server)
        #expect(error?.message == "host \"pc-new\" may have been saved, but the server does not give it back")
    }

    @Test func `Says that the server left out an address`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "POST"
                ? .json(#"{"id":5,"name":"pc-new","macs":[]}"#) : .json(#"{"services":[],"macaddressassociations":[]}"#)
        }

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).createHost(try draft()) }

        #expect(error?.message == "host 5 \"pc-new\" was made without the addresses 00:11:22:aa:bb:cc")
    }
}

@Suite struct HostChangeTests {
    private let one = HostID(1)

    @Test func `Sends what differs and nothing else`() async throws {
        let site = Site()

        let host = try await site.server.updateHost(
            try #require(one),
            HostChanges(
                image: .name("Ubuntu 24.04"),
                values: ["description": .text("seat 1"), "kernel": .text("bzImage-x"), "name": .text("pc-001")]
            )
        )

        #expect(host.imagename == "Ubuntu 24.04" && host.kernel == "bzImage-x")
        #expect(site.transport.changes == [#"PUT /fog/host/1/edit {"kernel":"bzImage-x","imageID":2}"#])
    }

    @Test func `Sends nothing where nothing differs`() async throws {
        let site = Site { $0.hosts[0].name = "PC-One" }

        // FOG would call the unchanged name taken.
        let host = try await site.server.updateHost(
            try #require(one),
            HostChanges(image: .name("Windows 11"), values: ["name": .text("PC-One"), "useAD": .flag(false)])
        )

        #expect(host.name == "PC-One" && site.transport.changes.isEmpty)
    }

    @Test(arguments: [FogSim.Typing.php7, .php8])
    func `Keeps texts that FOG would escape once more`(typing: FogSim.Typing) async throws {
        let site = Site(typing: typing) { $0.hosts[0].description = "R&D <\"lab\"> 'a'" }
        let id = try #require(one)
        site.raw(
            .put,
            "/fog/host/1/edit",
            #"{"description":"R&D <\"lab\"> 'a'","ADPass":"S3cret&Co!","kernelArgs":"x=\"1\""}"#
        )

        for kernel in ["a", "b", "c"] {
            _ = try await site.server.updateHost(id, HostChanges(values: ["kernel": .text(kernel)]))
        }

        let host = try await site.server.host(.id(id))
        #expect(host.description == "R&D <\"lab\"> 'a'" && host.kernelArgs == "x=\"1\"" && host.kernel == "c")
        let raw = String(decoding: try await site.server.send(.row(id)), as: UTF8.self)
        #expect(raw.contains("S3cret&amp;Co!") && !raw.contains("&amp;amp;"))
    }

    @Test func `Refuses a change that would spoil the name, and takes a new name with it`() async throws {
        let site = Site { $0.hosts[0].name = "ann's-pc" }
        let id = try #require(one)

        let error = await #expect(throws: FogError.self) {
            try await site.server.updateHost(id, HostChanges(values: ["kernel": .text("a")]))
        }
        let renamed = try await site.server.updateHost(
            id,
            HostChanges(values: ["kernel": .text("a"), "name": .text("anns-pc")])
        )

        #expect(error?.code == .refused)
        #expect(error?.message == "host 1 \"ann's-pc\" cannot be changed: FOG would spoil its name")
        #expect(renamed.name == "anns-pc" && renamed.kernel == "a")
    }

    @Test(arguments: [
        ("macs", FieldValue.texts(["00:11:22:33:44:55"]), "field \"macs\" of a host cannot be set"),
        ("imageID", .integer(2), "field \"imageID\" of a host cannot be set"),
        ("kernal", .text("x"), "field \"kernal\" of a host cannot be set"),
        ("useAD", .text("yes"), "field \"useAD\" of a host takes true or false, not \"yes\""),
        ("description", .flag(true), "field \"description\" of a host takes a text, not true"),
        ("kernel", .text(String(repeating: "x", count: 251)), "field \"kernel\" of a host has 251 characters"),
        ("description", .text("hi 😀"), "field \"description\" of a host holds \"😀\""),
        ("name", .text("bad name"), "host name \"bad name\" holds \" \""), ("name", .none, "a host needs a name"),
    ])
    func `Sends no value that FOG would spoil`(field: String, value: FieldValue, message: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.updateHost(try #require(one), HostChanges(values: [field: value]))
        }

        #expect(error?.code == .invalidArgument && error?.message == message)
        #expect(site.transport.sent.isEmpty)
    }

    @Test func `Says what is missing or taken`() async throws {
        let site = Site()
        let none = try #require(HostID(99))

        let host = await #expect(throws: FogError.self) {
            try await site.server.updateHost(none, HostChanges(values: ["kernel": .text("x")]))
        }
        let image = await #expect(throws: FogError.self) {
            try await site.server.updateHost(try #require(one), HostChanges(image: .id(try #require(ImageID(9999)))))
        }
        let name = await #expect(throws: FogError.self) {
            try await site.server.updateHost(try #require(one), HostChanges(values: ["name": .text("pc-002")]))
        }

        #expect(host?.message == "no host 99" && image?.message == "no image 9999")
        #expect(name?.code == .conflict && name?.message == "host 1 \"pc-001\" cannot be renamed: the name is in use")
    }

    @Test func `Looks the host up where the answer was lost`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "PUT")] }

        let host = try await site.server.updateHost(try #require(one), HostChanges(values: ["kernel": .text("a")]))

        #expect(host.kernel == "a" && site.transport.changes.count == 1)
    }

    @Test func `Calls a lost change uncertain where the host is as it was`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("PUT") { throw TransportError(.cut, "closed", mayHaveArrived: true) }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.updateHost(try #require(one), HostChanges(values: ["kernel": .text("a")]))
        }

        #expect(error?.code == .uncertain && site.transport.changes.count == 1)
    }

    @Test func `Says that a host may be broken, or was not changed`() async throws {
        let answers = [
            "broken": ScriptedTransport.Reply.empty(404), "same": .json(#"{"id":1,"name":"a","imageID":1}"#),
        ]
        var errors: [String: FogError] = [:]
        for (name, answer) in answers {
            let transport = ScriptedTransport { request, _ in
                switch request.line {
                case "GET /fog/host/1": .json(#"{"id":1,"name":"a","imageID":1}"#)
                case "GET /fog/image/2": .json(#"{"id":2,"name":"i"}"#)
                case "PUT /fog/host/1/edit": answer
                default: .json(#"{"services":[]}"#)
                }
            }
            errors[name] = await #expect(throws: FogError.self) {
                try await FogServer(transport).updateHost(
                    try #require(one),
                    HostChanges(image: .id(try #require(ImageID(2))))
                )
            }
        }

        #expect(errors["broken"]?.message == "host 1 \"a\" may have been saved, but the server does not give it back")
        #expect(errors["same"]?.message == "host 1 \"a\" was not changed: field \"imageID\" is as it was")
    }

    @Test func `Refuses to spoil a key that FOG gives out in pieces`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/host/1"
                ? .json(#"{"id":1,"name":"a","productKey":"\u0000\u0010&amp;A"}"#) : .json(#"{"services":[]}"#)
        }

        let error = await #expect(throws: FogError.self) {
            try await FogServer(transport).updateHost(try #require(one), HostChanges(values: ["kernel": .text("x")]))
        }

        #expect(error?.code == .refused && transport.changes.isEmpty)
        #expect(error?.message == "host 1 \"a\" cannot be changed: FOG would spoil its field \"productKey\"")
    }
}
